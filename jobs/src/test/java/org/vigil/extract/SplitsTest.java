package org.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplitsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void cutsAfterEveryRowAtTheSmallestSize() {
        assertEquals(
                List.of("0-4 row 0 with header", "4-8 row 0", "8-13 row 1", "13-16 row 2"),
                cut("a,b\n1,2\n3,4\n\n5,6", 1));
    }

    @Test
    void neverCutsWithinAQuotedField() {
        assertEquals(
                List.of("0-4 row 0 with header", "4-16 row 0", "16-20 row 1"), cut("a,b\n1,\"2\n3\n4\n5\"\n6,7\n", 1));
    }

    @Test
    void neverCutsBetweenTheTwoBytesOfALineEnd() {
        assertEquals(List.of("0-5 row 0 with header", "5-10 row 0", "10-15 row 1"), cut("a,b\r\n1,2\r\n3,4\r\n", 4));
    }

    @Test
    void leavesAShortFileWhole() {
        assertEquals(List.of("0-8 row 0 with header"), cut("a,b\n1,2\n", 8));
    }

    @Test
    void keepsBlankLinesBeforeTheHeaderWithIt() {
        assertEquals(List.of("0-6 row 0 with header", "6-10 row 0"), cut("\n\na,b\n1,2\n", 1));
    }

    @Test
    void findsTheRowsAgainAfterAQuoteThatNothingCloses() {
        assertEquals(
                List.of("0-4 row 0 with header", "4-9 row 0", "9-13 row 1", "13-17 row 2"),
                cut("a,b\n\"1,2\n3,4\n5,6\n", 1));
    }

    @Test
    void saysWhatIsWrongWithTheFile() {
        Path none = folder.resolve("none.csv");
        ExtractException e = assertThrows(
                ExtractException.class, () -> Splits.of(none, Reading.of("a").format(), 1));
        assertEquals(
                "Cannot read " + none + ": there is no such file. Check the path in the configuration.",
                e.getMessage());
    }

    @Test
    void refusesASizeOfNothing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Splits.of(folder.resolve("x.csv"), Reading.of("a").format(), 0));
    }

    @Test
    void goesToOtherMachinesTogetherWithItsPlan() throws IOException, ClassNotFoundException {
        Path file = Reading.write(folder, "x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of("b").identifiedBy("a");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(Splits.of(file, reading.format(), 100).get(0));
            objects.writeObject(reading.plan(file));
        }
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            Split split = (Split) objects.readObject();
            ReadingPlan plan = (ReadingPlan) objects.readObject();
            assertEquals(
                    1,
                    SplitReader.read(
                            split,
                            plan,
                            reading.format(),
                            batch -> assertEquals("2", batch.dictionary(0).label(batch.labelIds(0)[0]))));
        }
    }

    @Test
    void saysThatACompressedFileIsCutOff() {
        byte[] zipped = Reading.zipped("a,b\n1,2\n3,4\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        Path file = Reading.write(folder, "x.csv.gz", java.util.Arrays.copyOf(zipped, zipped.length - 12));
        Reading reading = Reading.of("a");
        ReadingPlan plan = ReadingPlan.of(reading.profile(), List.of("a", "b"));
        Split split = Splits.of(file, reading.format(), 100).get(0);
        ExtractException e = assertThrows(
                ExtractException.class, () -> SplitReader.read(split, plan, reading.format(), batch -> {}));
        assertEquals(
                "Cannot read " + file + ": its gzip compression is damaged or cut off (Unexpected end of ZLIB input"
                        + " stream). Deliver the file again.",
                e.getMessage());
    }

    private List<String> cut(String text, long targetBytes) {
        Path file = Reading.write(folder, "x.csv", text.getBytes(StandardCharsets.UTF_8));
        return Splits.of(file, Reading.of("a").format(), targetBytes).stream()
                .map(s -> s.from() + "-" + s.to() + " row " + s.firstRow() + (s.isFirst() ? " with header" : ""))
                .toList();
    }
}
