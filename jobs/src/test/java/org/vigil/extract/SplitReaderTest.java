package org.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigil.profile.FieldReading;

final class SplitReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain                                  | a,b~1,2~                    | 0 [1][2]
            no line end at the end                 | a,b~1,2                     | 0 [1][2]
            two rows                               | a,b~1,2~3,4~                | 0 [1][2] / 1 [3][4]
            blank lines are no rows                | ~~a,b~~1,2~~~3,4~~          | 0 [1][2] / 1 [3][4]
            empty fields                           | a,b~,~,2~1,~                | 0 [][] / 1 [][2] / 2 [1][]
            quotes                                 | a,b~'1','2'~                | 0 [1][2]
            empty quotes                           | a,b~'',''~                  | 0 [][]
            quoted delimiter                       | a,b~'1,5',2~                | 0 [1,5][2]
            quoted row end                         | a,b~'1~5',2~3,4~            | 0 [1~5][2] / 1 [3][4]
            doubled quotes                         | a,b~'''1'' 5',''''~         | 0 ['1' 5][']
            only doubled quotes, then a plain row  | a,b~'''''',''~3,4           | 0 [''][] / 1 [3][4]
            quoted last field at the end           | a,b~1,'2'                   | 0 [1][2]
            quote inside an unquoted field         | a,b~5' pipe,2~3,4~          | 0 [5' pipe][2] / 1 [3][4]
            quote after a space is text            | a,b~ '1',2~                 | 0 ['1'][2]
            outer spaces go, inner ones stay       | a,b~  x   y  ,^2^~          | 0 [x   y][2]
            outer spaces inside quotes go          | a,b~' x ','2  '~            | 0 [x][2]
            spaces after a closing quote           | a,b~'1'  ,'2' ~             | 0 [1][2]
            text after a closing quote             | a,b~'1'x,2~3,4~             | 0 [1][2] quotes / 1 [3][4]
            text after the last closing quote      | a,b~1,'2'x~3,4~             | 0 [1][2] quotes / 1 [3][4]
            quote never closed costs one row       | a,b~'1,2~3,4~5,6~           | 0 ['1][2] quotes / 1 [3][4] / 2 [5][6]
            last quote never closed                | a,b~1,2~3,'4                | 0 [1][2] / 1 [3]['4] quotes
            short row                              | a,b~1~3,4~                  | 0 [1][] few / 1 [3][4]
            long row                               | a,b~1,2,3~3,4~              | 0 [1][2] many / 1 [3][4]
            delimiter at the end is a field more   | a,b~1,2,~                   | 0 [1][2] many
            header again                           | a,b~1,2~A, b ~3,4~          | 0 [1][2] / 1 [A][b] header / 2 [3][4]
            half a header is no header             | a,b~a,2~                    | 0 [a][2]
            header again, and short                | a,b~1,2~a~3,4               | 0 [1][2] / 1 [a][] few / 2 [3][4]
            columns in another order               | b,x,a~1,2,3~                | 0 [3][1]
            unread columns are passed over         | x,a,y,z,b~'9,9',1,'',7'7,2~ | 0 [1][2]
            headers in another case and with space |  A ,'B'~1,2~                | 0 [1][2]
            nameless columns                       | ,a,,b~8,1,9,2~              | 0 [1][2]
            header with a row end                  | a,'x~y',b~1,0,2~            | 0 [1][2]
            header only                            | a,b~                        | none
            header only without a line end         | a,b                         | none
            long labels                            | a,b~abcdefghijklmnopqrstuvwxyz,abcdefghijklmnopqrstuvwxy-~abcdefghijklmnopqrstuvwxyz,abcdefgh~ | 0 [abcdefghijklmnopqrstuvwxyz][abcdefghijklmnopqrstuvwxy-] / 1 [abcdefghijklmnopqrstuvwxyz][abcdefgh]
            """)
    void readsARowOfAnyForm(String situation, String text, String expected) {
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            for (String mark : List.of("", "\uFEFF")) {
                String content = mark + written(text, lineEnd);
                Path file = Reading.write(folder, "x.csv", content.getBytes(StandardCharsets.UTF_8));
                List<String> lines = expected.equals("none")
                        ? List.of()
                        : List.of(written(expected, lineEnd).split(" / "));
                assertEquals(lines, Reading.of("a", "b").lines(file), situation);
            }
        }
    }

    private static String written(String text, String lineEnd) {
        return text.replace("~", lineEnd).replace("^", "\t").replace('\'', '"');
    }

    @Test
    void joinsTheColumnsOfANaturalKeyInTheOrderOfTheProfile() {
        Path file = write("area,n,kind\n Barnet ,5,\"a \"\"b\"\"\"\nBrent,6\n");
        assertEquals(
                List.of("0 [5] id=a \"b\"+Barnet", "1 [6] id=+Brent few"),
                Reading.of("n").identifiedBy("kind", "area").lines(file));
    }

    @Test
    void readsAColumnAsLabelAndIdentityAtOnce() {
        Path file = write("area,n\nBarnet,5\n");
        assertEquals(
                List.of("0 [Barnet] id=Barnet"),
                Reading.of("area").identifiedBy("area").lines(file));
    }

    @Test
    void makesARecordOfEveryValueColumnOfAWideFile() {
        Path file = write("area,201004,note,201005\nBarnet,1,x,2\nBrent,3\n");
        assertEquals(
                List.of(
                        "0.0 [Barnet][201004][1] id=Barnet+201004",
                        "0.1 [Barnet][201005][2] id=Barnet+201005",
                        "1.0 [Brent][201004][3] id=Brent+201004 few",
                        "1.1 [Brent][201005][] id=Brent+201005 few"),
                Reading.of("area", FieldReading.HEADER_COLUMN, FieldReading.VALUE_COLUMN)
                        .wide("yyyyMM")
                        .identifiedBy("area", FieldReading.HEADER_COLUMN)
                        .lines(file));
    }

    @Test
    void marksAHeaderRepeatedInAWideFile() {
        Path file = write("area,201004,201005\narea,201004,201005\nBrent,201004,2\n");
        assertEquals(
                List.of(
                        "0.0 [area][201004] id=area+201004 header",
                        "0.1 [area][201005] id=area+201005 header",
                        "1.0 [Brent][201004] id=Brent+201004",
                        "1.1 [Brent][2] id=Brent+201005"),
                Reading.of("area", FieldReading.VALUE_COLUMN)
                        .wide("yyyyMM")
                        .identifiedBy("area", FieldReading.HEADER_COLUMN)
                        .lines(file));
    }

    @Test
    void marksEveryRecordThatHoldsBytesOfAnotherEncoding() {
        Path file = Reading.write(
                folder, "x.csv", "a,b\ncaf\u00e9,1\nok,2\ncaf\u00e9,3\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of("0 [caf\uFFFD][1] encoding", "1 [ok][2]", "2 [caf\uFFFD][3] encoding"),
                Reading.of("a", "b").lines(file));
        assertEquals(
                List.of("0 [caf\u00e9][1]", "1 [ok][2]", "2 [caf\u00e9][3]"),
                Reading.of("a", "b").in(StandardCharsets.ISO_8859_1).lines(file));
    }

    @Test
    void givesAnIdentityInUtf8WhateverTheFileIsWrittenIn() {
        String text = "id,n\nZo\u00eb,1\n";
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"))) {
            Path file = Reading.write(folder, "x.csv", text.getBytes(charset));
            assertEquals(
                    List.of("0 [1] id=Zo\u00eb"),
                    Reading.of("n").identifiedBy("id").in(charset).lines(file));
        }
    }

    @Test
    void marksAnIdentityInAnotherEncoding() {
        Path file = Reading.write(folder, "x.csv", "id,n\nZo\u00eb,1\nok,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                List.of("0 [1] id=Zo\uFFFD encoding", "1 [2] id=ok"),
                Reading.of("n").identifiedBy("id").lines(file));
    }

    @Test
    void toleratesZeroBytes() {
        Path file = write("a,b\n\0x,\0\n\0x,\0\0\n");
        assertEquals(
                List.of("0 [\0x][\0]", "1 [\0x][\0\0]"), Reading.of("a", "b").lines(file));
    }

    @Test
    void readsOtherDelimiters() {
        Path file = write("a\tb\n1 \t\"x\ty\"\n\t\n");
        assertEquals(
                List.of("0 [1][x\ty]", "1 [][]"),
                Reading.of("a", "b").delimitedBy('\t').lines(file));
    }

    @Test
    void readsGzipAsOneSplit() {
        byte[] text = "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.US_ASCII);
        Path file = Reading.write(folder, "x.csv.gz", Reading.zipped(text));
        assertEquals(List.of("0 [1][2]", "1 [3][4]"), Reading.of("a", "b").lines(file, 1));
    }

    @Test
    void readsGzipOfSeveralMembersToItsEnd() {
        byte[] first = Reading.zipped("a,b\n1,2\n3".getBytes(StandardCharsets.US_ASCII));
        byte[] second = Reading.zipped(",4\n".getBytes(StandardCharsets.US_ASCII));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Path file = Reading.write(folder, "x.csv.gz", both);
        assertEquals(List.of("0 [1][2]", "1 [3][4]"), Reading.of("a", "b").lines(file));
    }

    @Test
    void cutsAnIdentityThatIsTooLongToBeOne() {
        String id = "z".repeat(LabelDictionary.MAX_LENGTH);
        Path file = write("id,n\n" + id + ",1\n" + id + "y,2\n");
        assertEquals(
                List.of("0 [1] id=" + id, "1 [2] id=" + id + " quotes"),
                Reading.of("n").identifiedBy("id").lines(file));
    }

    @Test
    void givesUpAQuoteThatIsOpenBeyondTheLongestRow() {
        String noise = "x,y\n".repeat(30);
        Path file = write("a,b\n1,\"2\n" + noise + "3,\"4\"\n");
        List<String> lines = Reading.of("a", "b").limitedTo(32, 64).lines(file);
        assertEquals(32, lines.size());
        assertEquals("0 [1][\"2] quotes", lines.get(0));
        assertEquals("1 [x][y]", lines.get(1));
        assertEquals("31 [3][4]", lines.get(31));
    }

    @Test
    void givesUpARowThatIsTooLongToBeOne() {
        Path file = write("a,b\n1,2\n" + "z".repeat(500) + "\n3,4\n");
        assertEquals(
                List.of("0 [1][2]", "1 [][] few quotes", "2 [3][4]"),
                Reading.of("a", "b").limitedTo(32, 64).lines(file));
    }

    @Test
    void keepsMoreRecordsThanABatchHolds() {
        StringBuilder text = new StringBuilder("id,n\n");
        for (int i = 0; i < 3 * VerbatimBatch.CAPACITY + 1; i++) {
            text.append("id").append(i).append(',').append(i % 7).append('\n');
        }
        List<String> lines =
                Reading.of("n").identifiedBy("id").limitedTo(100, 1000).lines(write(text.toString()));
        assertEquals(3 * VerbatimBatch.CAPACITY + 1, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(i + " [" + i % 7 + "] id=id" + i, lines.get(i));
        }
    }

    private Path write(String text) {
        return Reading.write(folder, "x.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
