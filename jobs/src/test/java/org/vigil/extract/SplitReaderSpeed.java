package org.vigil.extract;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Prints how fast rows of about 127 bytes and 12 columns are cut and read on one core; a program to run by hand, not a test. */
final class SplitReaderSpeed {
    private static final String[] COLUMNS = {
        "id",
        "recorded",
        "occurred",
        "borough",
        "community",
        "strand",
        "offence",
        "place",
        "context",
        "source",
        "outcome",
        "withdrawn"
    };

    private SplitReaderSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_000_000;
        boolean isQuoted = arguments.length > 1 && arguments[1].equals("quoted");
        Path file = Files.createTempFile("speed", ".csv");
        try {
            write(file, rows, isQuoted);
            measure(file, isQuoted);
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(Path file, boolean isQuoted) throws IOException {
        Reading all = Reading.of(Arrays.copyOfRange(COLUMNS, 1, COLUMNS.length)).identifiedBy("id");
        Reading few = Reading.of("occurred", "borough", "community").identifiedBy("id");
        List<String> header = List.of(COLUMNS);
        double megabytes = Files.size(file) / 1e6;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            List<Split> splits = Splits.of(file, all.format(), 64 << 20);
            long cut = System.nanoTime() - start;
            long begin = threadTime();
            long rows = read(splits, all, header);
            long read = threadTime();
            read(splits, few, header);
            long readFew = threadTime();
            System.out.printf(
                    "%,d rows, %.0f MB%s: %d splits %.0f MB/s (all cores), 12 columns %.0f MB/s, 4 columns %.0f MB/s%n",
                    rows,
                    megabytes,
                    isQuoted ? " quoted" : "",
                    splits.size(),
                    megabytes * 1e9 / cut,
                    megabytes * 1e9 / (read - begin),
                    megabytes * 1e9 / (readFew - read));
        }
    }

    /** Processor time of this thread: other programs on the machine do not count. */
    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long read(List<Split> splits, Reading reading, List<String> header) {
        ReadingPlan plan = ReadingPlan.of(reading.profile(), header);
        return splits.stream()
                .mapToLong(s -> SplitReader.read(s, plan, reading.format(), batch -> {}))
                .sum();
    }

    private static void write(Path file, int rows, boolean isQuoted) throws IOException {
        Random random = new Random(1);
        String[] boroughs = numbered("E090000", 33);
        String[] communities = numbered("community-", 40);
        String[] offences = numbered("violence-without-injury-", 12);
        String[] places = numbered("place-of-", 8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write((String.join(",", COLUMNS) + "\n").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < rows; i++) {
                String recorded = day(random);
                String line = String.join(
                        ",",
                        "MPS-" + (100_000_000 + i),
                        recorded,
                        day(random),
                        boroughs[random.nextInt(33)],
                        communities[random.nextInt(40)],
                        "religion",
                        offences[random.nextInt(12)],
                        places[random.nextInt(8)],
                        random.nextInt(10) == 0 ? "protest-related" : "",
                        "police",
                        "no-suspect",
                        "no");
                String text = isQuoted ? '"' + line.replace(",", "\",\"") + '"' : line;
                out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static String day(Random random) {
        return java.time.LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3650)).toString();
    }

    private static String[] numbered(String prefix, int count) {
        return java.util.stream.IntStream.range(10, 10 + count)
                .mapToObj(i -> prefix + i)
                .toArray(String[]::new);
    }
}
