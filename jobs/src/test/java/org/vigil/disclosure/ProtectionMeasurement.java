package org.vigil.disclosure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.incident.Hmac;
import org.vigil.storage.StorageFolder;

/** What it costs to protect and check a year of weekly releases of made-up boroughs, each with the ledger of all before: prints a table, tests nothing. */
final class ProtectionMeasurement {
    private static final long SEED = 20231007;
    private static final int COMMUNITIES = 23;
    private static final int RELEASES = 53;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final double NANOS_PER_SECOND = 1e9;

    private ProtectionMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        MadeUpCity city = new MadeUpCity(SEED, COMMUNITIES, FIRST.plusWeeks(RELEASES));
        Path store = Files.createTempDirectory("protection");
        System.out.printf("seed %d, %d incidents%n", SEED, city.incidents().size());
        System.out.println("| Release | CPU-s | Rows of counts | Figures drawn so far | Ledger, MB |");
        System.out.println("|---|---|---|---|---|");
        List<Double> seconds = new ArrayList<>();
        for (int week = 0; week < RELEASES; week++) {
            LocalDate asOf = FIRST.plusWeeks(week);
            SourceAnswers known = city.knownOn(asOf);
            long began = cpuNanos();
            LedgerFolder folder = new LedgerFolder(StorageFolder.at(store.toString()));
            VintageLedger ledger = new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));
            folder.recallTo(ledger);
            ledger.continueFrom(ledger.figures());
            ProtectedRelease release = CellKeyRelease.make(
                    new ProtectedRelease.Identity(asOf, "measured", "0".repeat(64), true),
                    List.of(known),
                    List.of(),
                    ledger,
                    new PublicNames(new byte[Hmac.LENGTH]),
                    List.of(),
                    Optional.empty());
            folder.keep(ledger, new DrawEpoch(1, "0".repeat(32)));
            double took = (cpuNanos() - began) / NANOS_PER_SECOND;
            seconds.add(took);
            if (week % 13 == 0) {
                System.out.printf(
                        "| %d | %.1f | %,d | %,d | %.1f |%n",
                        week + 1, took, release.tables().get(0).rows().size(), ledger.figures(), bytes(store) / 1e6);
            }
        }
        System.out.printf(
                "first %.1f, median of the others %.1f, all together %.0f CPU-s%n",
                seconds.get(0),
                seconds.stream()
                        .skip(1)
                        .sorted()
                        .skip(RELEASES / 2 - 1)
                        .findFirst()
                        .orElseThrow(),
                seconds.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
