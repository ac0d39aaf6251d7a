package org.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.ExtractKind;
import org.vigil.run.StoreHistory;
import org.vigil.store.LoadedExtract;
import org.vigil.store.StoreManifest;

final class HistoryListingTest {
    private static final Instant LOADED = Instant.parse("2025-12-01T08:00:59Z");

    @Test
    void listsEveryExtractWithWhatItChangedAndTheirTotals() {
        StoreHistory history = new StoreHistory(
                "/store",
                4,
                List.of(
                        new StoreHistory.Entry(1, extract("met-2025-11-24", "met.csv", 100)),
                        new StoreHistory.Entry(2, extract("met-2025-12-01", "m".repeat(80) + ".csv", 12_345_678))),
                List.of(new StoreManifest.TakenBack(extract("met-2025-12-08", "late.csv", 1), LOADED)),
                List.of(new StoreHistory.Version(3, StoreManifest.Action.COMPACT, "Compacted met.", LOADED)));

        List<String> lines = HistoryListing.lines(history);

        assertEquals("""
                Store /store, version 4. Exact counts, for its owner. Times are UTC.

                 No.  Extract                                  Made        Loaded            Version  Kind      File
                   1  met-2025-11-24                           2025-11-24  2025-12-01 08:00        1  full      met.csv
                   2  met-2025-12-01                           2025-11-24  2025-12-01 08:00        2  full      mmmmmmmmmmmmmmmmmmmmmmm…

                 No.  Rows read  Incidents     Added      Late   Changed  Unchanged Withdrawn  Vanished  Restored Quarantined   Outside
                   1        103        100        60         7        30         10         4         5         6           1         2
                   2   12345681   12345678  12345638         7        30         10         4         5         6           1         2
                 All   12345784   12345778  12345698        14        60         20         8        10        12           2         4

                Changed incidents by what they say otherwise; what is not named, none changed:
                   1  offence_group 22, strands 8
                   2  offence_group 22, strands 8

                Taken back, and left out until vigil store allow lets them in again:
                  met-2025-12-08, taken back 2025-12-01 08:00, file late.csv

                Other versions:
                     3  2025-12-01 08:00  Compacted met.
                """, String.join("\n", lines) + "\n");
        assertTrue(lines.stream().allMatch(line -> line.length() <= HistoryListing.WIDTH));
    }

    @Test
    void saysThatNothingWasTakenInYet() {
        StoreHistory history = new StoreHistory("/store", 0, List.of(), List.of(), List.of());

        assertEquals(List.of("The store /store has taken nothing in yet."), HistoryListing.lines(history));
    }

    private static LoadedExtract extract(String id, String file, long incidents) {
        return new LoadedExtract(
                id,
                "met",
                file,
                "",
                1,
                LocalDate.parse("2025-11-24"),
                1,
                LOADED,
                ExtractKind.FULL,
                0,
                0,
                "",
                new LoadedExtract.Rows(0, incidents + 3, 2, 1, 0, 0, 0, 0, new TreeMap<>()),
                new LoadedExtract.Effect(
                        incidents,
                        incidents - 40,
                        7,
                        30,
                        10,
                        4,
                        5,
                        6,
                        20_000,
                        new TreeMap<>(Map.of(
                                CanonicalIncident.STRANDS.name(), 8L, CanonicalIncident.OFFENCE_GROUP.name(), 22L))));
    }
}
