package org.vigil.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs a process and measures all of it: from start to exit, in processor time of all its threads, at its largest resident size. */
final class TimedProcess {
    private static final Path GNU_TIME = Path.of("/usr/bin/time");

    /** Processor ticks a second as Linux reports them, whatever the kernel's own clock. */
    private static final double TICKS = 100;

    private static final int SAMPLE_MILLIS = 20;

    private TimedProcess() {}

    /**
     * What a process took.
     *
     * @param wallSeconds from start to exit
     * @param cpuSeconds user and system time of all threads
     * @param peakBytes largest resident set
     */
    record Usage(double wallSeconds, double cpuSeconds, long peakBytes) {}

    /**
     * Runs a command; what it prints goes to a file.
     *
     * @throws IllegalStateException if it fails, with the end of what it printed
     */
    static Usage run(List<String> command, Path log) throws IOException, InterruptedException {
        boolean isTimed = Files.isExecutable(GNU_TIME);
        Path times = log.resolveSibling(log.getFileName() + ".times");
        List<String> full = new ArrayList<>();
        if (isTimed) {
            full.addAll(List.of(GNU_TIME.toString(), "-f", "%e %U %S %M", "-o", times.toString()));
        }
        full.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(full).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        long started = System.nanoTime();
        Process process = builder.start();
        Usage sampled = isTimed ? new Usage(0, 0, 0) : sample(process);
        int exit = process.waitFor();
        double wall = (System.nanoTime() - started) / 1e9;
        if (exit != 0) {
            List<String> lines = Files.readAllLines(log);
            throw new IllegalStateException("A competitor failed with exit code " + exit + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size())));
        }
        if (!isTimed) {
            return new Usage(wall, sampled.cpuSeconds(), sampled.peakBytes());
        }
        String[] fields = Files.readString(times).strip().split(" ");
        return new Usage(
                wall, Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]), Long.parseLong(fields[3]) << 10);
    }

    /** Without GNU time: reads what Linux knows of the process until it is gone; the last few milliseconds are lost. */
    private static Usage sample(Process process) throws InterruptedException {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        double cpu = 0;
        long peak = 0;
        while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            try {
                String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
                for (String line : Files.readAllLines(folder.resolve("status"), StandardCharsets.ISO_8859_1)) {
                    if (line.toLowerCase(Locale.ROOT).startsWith("vmhwm:")) {
                        peak = Long.parseLong(line.replaceAll("\\D", "")) << 10;
                    }
                }
            } catch (IOException e) {
                break;
            }
        }
        return new Usage(0, cpu, peak);
    }
}
