package org.vigil.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vigil.config.Configuration;
import org.vigil.release.Audience;

/** All checks, in the order in which a run would meet what they look at. */
public final class Examination {
    private Examination() {}

    /** Checks of the machine alone, where there is no configuration to go by. */
    public static List<Diagnosis> ofMachine() {
        return ofMachine(0);
    }

    /**
     * Checks of the machine and of everything that a configuration names.
     *
     * @param clock today's date; no check but that of the clock depends on it
     */
    public static List<Diagnosis> of(Configuration configuration, Clock clock) {
        long inputBytes = InputChecks.bytes(configuration);
        Path releases = configuration.releases().resolve(Audience.RESTRICTED.code());
        List<Diagnosis> found = new ArrayList<>(ofMachine(inputBytes));
        found.add(FolderChecks.writable("Releases", releases, "Check releases in the configuration."));
        found.add(FolderChecks.disk("Releases disk", releases, inputBytes));
        found.add(FolderChecks.fileSystem(releases));
        found.add(FolderChecks.writable(
                "Run records", configuration.runs().folder(), "Check runs in the configuration."));
        found.add(InputChecks.key(configuration.key(), System.getenv()));
        found.addAll(InputChecks.extracts(configuration));
        found.add(InputChecks.clock(configuration, clock));
        found.add(ResultChecks.lastRun(configuration.runs().folder()));
        found.add(ResultChecks.latestRelease(releases));
        return List.copyOf(found);
    }

    private static List<Diagnosis> ofMachine(long inputBytes) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return List.of(
                MachineChecks.java(),
                MachineChecks.heap(Runtime.getRuntime().maxMemory(), inputBytes),
                MachineChecks.openFiles(),
                MachineChecks.timeZone(),
                FolderChecks.writable(
                        "Temporary files", temporary, "Name another folder with -Djava.io.tmpdir in VIGIL_JAVA_OPTS."),
                FolderChecks.disk("Temporary disk", temporary, inputBytes));
    }
}
