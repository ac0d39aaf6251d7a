package org.vigil.record;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the process has used up to one moment.
 *
 * @param nanos reading of a clock that only goes forward
 * @param cpuNanos processor time; absent where Java does not tell
 * @param gcMillis time that garbage collection took
 * @param heapUsedBytes heap in use, garbage included
 * @param peakHeapBytes highest use of the heap, the sum over its pools
 */
record Meter(long nanos, @Nullable Long cpuNanos, long gcMillis, long heapUsedBytes, long peakHeapBytes) {
    private static final Path PROCESS_STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK_RESIDENT_KIB = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");
    private static final long KIBIBYTE = 1024;

    static Meter read() {
        long gcMillis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            gcMillis += Math.max(0, collector.getCollectionTime());
        }
        long peakHeap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            @Nullable MemoryUsage peak = pool.getType() == MemoryType.HEAP ? pool.getPeakUsage() : null;
            peakHeap += peak == null ? 0 : peak.getUsed();
        }
        return new Meter(
                System.nanoTime(),
                cpuNanosOfProcess(),
                gcMillis,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                peakHeap);
    }

    /** Most memory that the process held at once, in bytes; absent where the system does not tell it in Linux's way. */
    static @Nullable Long peakResidentBytes() {
        return peakResidentBytes(PROCESS_STATUS);
    }

    static @Nullable Long peakResidentBytes(Path status) {
        try {
            Matcher peak = PEAK_RESIDENT_KIB.matcher(Files.readString(status));
            return peak.find() ? (Long) (Long.parseLong(peak.group(1)) * KIBIBYTE) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Long cpuNanosOfProcess() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            long nanos = system.getProcessCpuTime();
            return nanos < 0 ? null : (Long) nanos;
        }
        return null;
    }
}
