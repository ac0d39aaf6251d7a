package org.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random texts, each from a seed that stands in the name of its case. */
final class RandomTextTest {
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] PIECES = {
        "x", "yz", " ", "\u00e9", "\u4e2d", "longer than eight bytes", "\t", "7", ";", "'"
    };
    private static final String[] QUOTED_PIECES = {
        "x", ",", "\n", "\r", "\r\n", "\"\"", "\u00e9", " ", "a,b\nc", "eight by"
    };
    private static final String NOISE = "\"\"\",,\n\n\rax \u00e9";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(1, 121);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsWellFormedTextAsFastCsvDoes(long seed) throws IOException {
        Random random = new Random(seed);
        String text = wellFormed(random);
        List<String> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                expected.add(line(expected.size() - 1, row.getFields(), false));
            }
        }
        assertReads(expected.subList(1, expected.size()), text, random, SplitReader.MAX_ROW);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsNoiseByItsRulesWhereverItIsCut(long seed) {
        Random random = new Random(seed);
        int maxRow = 8 + random.nextInt(60);
        String text = "a,b\n" + noise(random);
        List<ReferenceReading.Row> rows = ReferenceReading.rows(text.getBytes(StandardCharsets.UTF_8), ',', maxRow);
        List<String> expected = IntStream.range(1, rows.size())
                .mapToObj(i -> line(i - 1, rows.get(i).fields(), rows.get(i).hasBrokenQuotes()))
                .toList();
        assertReads(expected, text, random, maxRow);
    }

    private void assertReads(List<String> expected, String text, Random random, int maxRow) {
        String mark = random.nextBoolean() ? "\uFEFF" : "";
        byte[] bytes = (mark + text).getBytes(StandardCharsets.UTF_8);
        Path file = Reading.write(folder, "x.csv", bytes);
        Reading reading = Reading.of("a", "b");
        for (long target : new long[] {1, 2, 3, 7, 20, 1 + random.nextInt(200), Long.MAX_VALUE}) {
            int block = 9 + random.nextInt(100);
            assertEquals(
                    String.join("\n", expected),
                    String.join("\n", reading.limitedTo(block, maxRow).lines(file, target)),
                    "splits of " + target + " bytes, blocks of " + block);
        }
        Path zipped = Reading.write(folder, "x.csv.gz", Reading.zipped(bytes));
        assertEquals(expected, reading.limitedTo(64, maxRow).lines(zipped), "compressed");
    }

    private static String line(int row, List<String> fields, boolean hasBrokenQuotes) {
        String ragged = fields.size() < 2 ? " few" : fields.size() > 2 ? " many" : "";
        return row + " [" + label(fields, 0) + "][" + label(fields, 1) + "]" + ragged
                + (hasBrokenQuotes ? " quotes" : "");
    }

    private static String label(List<String> fields, int i) {
        return i < fields.size() ? fields.get(i).replaceAll("\\A[ \t]+|[ \t]+\\z", "") : "";
    }

    private static String wellFormed(Random random) {
        StringBuilder text = new StringBuilder("a,b");
        boolean isMixed = random.nextInt(4) == 0;
        String lineEnd = LINE_ENDS[random.nextInt(3)];
        int rows = random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            int ends = random.nextInt(8) == 0 ? 2 : 1;
            for (int i = 0; i < ends; i++) {
                text.append(isMixed ? LINE_ENDS[random.nextInt(3)] : lineEnd);
            }
            int fields = random.nextInt(8) == 0 ? 1 + random.nextInt(4) : 2;
            for (int field = 0; field < fields; field++) {
                text.append(field == 0 ? "" : ",").append(field(random));
            }
        }
        return text.append(random.nextBoolean() ? lineEnd : "").toString();
    }

    private static String field(Random random) {
        boolean isQuoted = random.nextInt(3) == 0;
        StringBuilder field = new StringBuilder(isQuoted ? "\"" : "");
        int pieces = random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            String[] choice = isQuoted ? QUOTED_PIECES : PIECES;
            field.append(choice[random.nextInt(choice.length)]);
        }
        return field.append(isQuoted ? "\"" : "").toString();
    }

    private static String noise(Random random) {
        int length = random.nextInt(400);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append(NOISE.charAt(random.nextInt(NOISE.length())));
        }
        return noise.toString();
    }
}
