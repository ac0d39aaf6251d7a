package org.vigil.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.TimeZone;

/** Java and what the system grants it. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;

    /** Enough for Spark, the cubes of a city and its reports. */
    private static final long LEAST_HEAP = 1L << 30;

    /** Heap for each byte of input: 1.5 GB were measured to run well in 1.7 GiB. */
    private static final double HEAP_PER_INPUT_BYTE = 1.2;

    /** An exchange between tasks holds some hundred files open at once. */
    private static final long LEAST_OPEN_FILES = 1024;

    private MachineChecks() {}

    static Diagnosis java() {
        return java(
                Runtime.version().feature(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores");
    }

    static Diagnosis java(int feature, String description) {
        return feature >= OLDEST_JAVA
                ? Diagnosis.ok("Java", description)
                : Diagnosis.mistaken(
                        "Java", description, OLDEST_JAVA + " or newer", "Install a newer JDK, or set JAVA_HOME.");
    }

    /** Compares the heap with what input of that size was measured to need. */
    static Diagnosis heap(long limit, long inputBytes) {
        long wanted = Math.max(LEAST_HEAP, (long) (inputBytes * HEAP_PER_INPUT_BYTE));
        // A collector keeps a part of the limit to itself.
        return limit >= wanted * 0.9
                ? Diagnosis.ok("Heap", Sizes.text(limit))
                : Diagnosis.warning(
                        "Heap",
                        Sizes.text(limit),
                        Sizes.text(wanted) + " for " + Sizes.text(inputBytes) + " of extracts",
                        "Set VIGIL_JAVA_OPTS=-Xmx" + ((wanted >> 20) + 1) + "m if the machine has it.");
    }

    static Diagnosis openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? openFiles(system.getMaxFileDescriptorCount())
                : Diagnosis.ok("Open files", "the system tells no limit");
    }

    static Diagnosis openFiles(long limit) {
        return limit >= LEAST_OPEN_FILES
                ? Diagnosis.ok("Open files", "at most " + limit)
                : Diagnosis.warning(
                        "Open files",
                        "at most " + limit,
                        "at least " + LEAST_OPEN_FILES,
                        "Raise the limit with ulimit -n.");
    }

    /** Every date is a day without a zone, and the program counts time in UTC wherever it stands. */
    static Diagnosis timeZone() {
        String zone = TimeZone.getDefault().getID();
        return zone.equals("UTC")
                ? Diagnosis.ok("Time zone", "UTC for this program, whatever the machine's")
                : Diagnosis.warning(
                        "Time zone", zone, "UTC for this program", "Start with ./vigil, or add -Duser.timezone=UTC.");
    }
}
