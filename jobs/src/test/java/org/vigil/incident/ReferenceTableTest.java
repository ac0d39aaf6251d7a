package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class ReferenceTableTest {
    private static final String COMMUNITY_HEADER = "code,label,definition,kind,strands,part_of\n";

    private static String faultOf(String text, String... columns) {
        return String.valueOf(
                assertThrows(ReferenceFileException.class, () -> ReferenceTable.parse("x.csv", text, columns))
                        .getMessage());
    }

    private static String faultOfCommunities(String rows) {
        ReferenceTable table =
                ReferenceTable.parse("c.csv", "# version: 1\n" + COMMUNITY_HEADER + rows, Communities.COLUMNS);
        return String.valueOf(assertThrows(ReferenceFileException.class, () -> Communities.of(table))
                .getMessage());
    }

    @Test
    void readsQuotedCommasDoubledQuotesAndListsInACell() {
        ReferenceTable table = ReferenceTable.parse(
                "x.csv", "# what it is\n# version: 7\na,b,c\n\"one, \"\"two\"\"\",3,x;y\n", "a", "b", "c");
        ReferenceTable.Row row = table.rows().get(0);

        assertEquals("7", table.version());
        assertEquals("one, \"two\"", row.text("a"));
        assertEquals(3, row.integer("b"));
        assertEquals(java.util.List.of("x", "y"), row.list("c"));
    }

    @Test
    void saysWhichLineHasTheWrongNumberOfValues() {
        assertEquals(
                "Cannot use x.csv: found 1 values (line 3); expected 2 values.",
                faultOf("# version: 1\na,b\n1\n", "a", "b"));
    }

    @Test
    void refusesAnotherHeaderNoVersionAndNoRows() {
        assertEquals(
                "Cannot use x.csv: found header 'b,a' (line 2); expected 'a,b'.",
                faultOf("# version: 1\nb,a\n1,2\n", "a", "b"));
        assertEquals(
                "Cannot use x.csv: found no version; expected a comment line '# version: …'.", faultOf("a\n1\n", "a"));
        assertEquals(
                "Cannot use x.csv: found no rows; expected at least one row under the header.",
                faultOf("# version: 1\na\n", "a"));
    }

    @Test
    void refusesACommunityThatIsPartOfItself() {
        assertEquals(
                "Cannot use c.csv: found part_of 'b' (line 3); expected no community that is part of itself.",
                faultOfCommunities("a,A,d,community,race,b\nb,B,d,community,race,a\n"));
    }

    @Test
    void refusesAWholeThatIsNotInTheListOrSharesNoStrand() {
        assertEquals(
                "Cannot use c.csv: found part_of 'z' (line 3); expected a community of this list.",
                faultOfCommunities("a,A,d,community,race,z\n"));
        assertEquals(
                "Cannot use c.csv: found part_of 'b' (line 3); expected a whole that shares a strand with its part.",
                faultOfCommunities("a,A,d,community,race,b\nb,B,d,community,religion,\n"));
    }

    @Test
    void refusesACodeTwiceAndTheReservedCode() {
        assertEquals(
                "Cannot use c.csv: found code 'a' (line 4); expected each code once.",
                faultOfCommunities("a,A,d,community,race,\na,B,d,community,race,\n"));
        assertEquals(
                "Cannot use c.csv: found code 'all' (line 3); expected another code, as 'all' is reserved.",
                faultOfCommunities("all,A,d,community,race,\n"));
    }

    @Test
    void refusesACodeListThatHasACodeTwice() {
        ReferenceTable table = ReferenceTable.parse(
                "l.csv", "# version: 1\ncode,label,definition\na,A,d\na,B,d\n", "code", "label", "definition");

        assertEquals(
                "Cannot use l.csv: found code 'a' (line 4); expected each code once.",
                assertThrows(ReferenceFileException.class, () -> CodeList.of("l", table))
                        .getMessage());
    }
}
