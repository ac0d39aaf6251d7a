package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;

/** Twenty releases of a made-up city, of which every record class and year is published at three dates while late records arrive. */
class SuppressReleaseTest {
    @Test
    void probe() {
        MadeUpCity city = new MadeUpCity(20231007, 3, LocalDate.of(2021, 12, 1));
        SuppressionLedger ledger = new SuppressionLedger();
        for (int month = 0; month < 20; month++) {
            LocalDate asOf = LocalDate.of(2020, 4, 27).plusMonths(month);
            long t = System.nanoTime();
            SourceAnswers known = city.knownOn(asOf);
            long t2 = System.nanoTime();
            ProtectedRelease release = SuppressRelease.make(
                    new ProtectedRelease.Identity(asOf, "test", "0".repeat(64), true),
                    List.of(known),
                    List.of(),
                    ledger,
                    new PublicNames(new byte[32]),
                    List.of(),
                    Optional.empty());
            TableRows rows = release.tables().get(0).rows();
            int shown = 0, hidden = 0, none = 0;
            for (int r = 0; r < rows.size(); r++) {
                String s = rows.column(CountsTable.INCIDENT_COUNT_STATUS).display(r);
                if (!rows.column(CountsTable.INCIDENT_COUNT).isEmpty(r)) shown++;
                else if (s.contains("[c]")) hidden++;
                else none++;
            }
            System.out.printf(
                    "%s known %d ms make %d ms: shown %d hidden %d none %d, additions %d, bytes %d, trends %d%n",
                    asOf,
                    (t2 - t) / 1000000,
                    (System.nanoTime() - t2) / 1000000,
                    shown,
                    hidden,
                    none,
                    ledger.additions().size(),
                    SuppressionText.write(ledger.additions()).length,
                    release.tables().get(1).rows().size());
        }
    }
}
