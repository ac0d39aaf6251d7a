package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.incident.Hmac;
import org.vigil.release.Column;
import org.vigil.release.TableRows;

/** A run that is made again on the same day publishes the same, though it draws nothing any more. */
class RepeatedReleaseTest {
    private static final LocalDate AS_OF = LocalDate.of(2021, 6, 7);

    @Test
    void theSameDayGivesTheSameRelease() {
        MadeUpCity city = new MadeUpCity(3, 2, AS_OF);
        VintageLedger first = ledger();
        List<String> before = lines(city, first);
        VintageLedger second = ledger();
        second.recall(first.additions());

        List<String> after = lines(city, second);

        assertEquals(before, after);
        assertTrue(second.additions().entries().isEmpty());
    }

    private static VintageLedger ledger() {
        return new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));
    }

    private static List<String> lines(MadeUpCity city, VintageLedger ledger) {
        return CellKeyRelease.make(
                        new ProtectedRelease.Identity(AS_OF, "test", "0".repeat(64), true),
                        List.of(city.knownOn(AS_OF)),
                        List.of(),
                        ledger,
                        new PublicNames(new byte[32]),
                        List.of(),
                        Optional.empty())
                .tables()
                .stream()
                .flatMap(table -> lines(table.rows()).stream())
                .toList();
    }

    private static List<String> lines(TableRows rows) {
        List<Column> columns = rows.table().columns();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.table().name()
                        + columns.stream()
                                .map(column -> "|" + rows.column(column).display(row))
                                .reduce("", String::concat))
                .toList();
    }
}
