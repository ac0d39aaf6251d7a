package org.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PackedIncidentsTest {
    @Test
    void givesBackWhatWasPacked() {
        PackedIncidents packed = full().packed();
        assertEquals(
                "extract 3, area 4095, class 2, source 63, outcome 63, strands 31, withdrawn true, count 999999999, 1999-12 2099-12-31 [0, 127] [5] [1, 64] [63]",
                text(packed, 1));
    }

    @Test
    void appendsABlockWithItsOwnDictionaries() {
        PackedIncidents packed =
                new Incidents().communities(9).contexts(1).add(0).packed();
        packed.appendAll(full().packed());
        assertEquals(3, packed.size());
        assertEquals(text(full().packed(), 1), text(packed, 2));
        assertArrayEquals(new int[] {9}, packed.communities(0));
    }

    @Test
    void travelsWhole() throws IOException, ClassNotFoundException {
        PackedIncidents packed = full().packed();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(packed);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PackedIncidents back = (PackedIncidents) in.readObject();
            assertEquals(packed.size(), back.size());
            for (int i = 0; i < packed.size(); i++) {
                assertEquals(text(packed, i), text(back, i));
                assertEquals(packed.order(i), back.order(i));
                assertEquals(packed.keyHigh(i), back.keyHigh(i));
                assertEquals(packed.keyLow(i), back.keyLow(i));
            }
        }
    }

    @Test
    void unitesSetsAndLeavesTheRest() {
        PackedIncidents packed = new Incidents()
                .communities(1, 2)
                .offences(3)
                .contexts()
                .strands(1)
                .add(0)
                .communities(2, 4)
                .offences(5)
                .contexts(1)
                .strands(2)
                .area(7)
                .add(0)
                .packed();
        packed.unite(0, 1);
        assertArrayEquals(new int[] {1, 2, 4}, packed.communities(0));
        assertArrayEquals(new int[] {3, 5}, packed.offenceGroups(0));
        assertArrayEquals(new int[] {1}, packed.contexts(0));
        assertEquals(3, packed.strands(0));
        assertEquals(0, packed.area(0));
    }

    @Test
    void tellsSameContentFromSameScalars() {
        PackedIncidents packed = new Incidents()
                .add(0)
                .add(1)
                .communities(5)
                .add(1)
                .area(3)
                .add(1)
                .packed();
        assertTrue(packed.sameContent(0, 1));
        assertFalse(packed.sameContent(0, 2));
        assertTrue(packed.sameScalars(0, 2));
        assertFalse(packed.sameScalars(0, 3));
    }

    @Test
    void keepsReferencesThroughEveryMove() throws IOException, ClassNotFoundException {
        PackedIncidents noted =
                new Incidents().add(0).reference(7).add(0).add(1).packed();
        assertEquals("0 7 0", references(noted));
        PackedIncidents behind = new Incidents().add(0).packed();
        behind.appendAll(noted);
        assertEquals("0 0 7 0", references(behind));
        PackedIncidents single = new PackedIncidents();
        single.append(noted, 1);
        single.append(noted, 0);
        assertEquals("7 0", references(single));
        single.clear();
        single.append(noted, 2);
        assertEquals("0", references(single));
        for (int i = 0; i < 200; i++) {
            single.append(noted, i % 2);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(single);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(references(single), references((PackedIncidents) in.readObject()));
        }
    }

    @Test
    void comparesAndUnitesReferences() {
        PackedIncidents packed =
                new Incidents().add(0).reference(7).add(0).reference(8).add(0).packed();
        assertFalse(packed.sameContent(0, 1));
        assertFalse(packed.sameContent(1, 2));
        assertTrue(packed.sameScalars(0, 1), "one that is noted completes one that is not");
        assertFalse(packed.sameScalars(1, 2), "two that are noted contradict each other");
        int bits = packed.differences(1, 2);
        assertEquals(
                CanonicalIncident.SHARED_REFERENCE, PackedIncidents.COMPARED.get(Integer.numberOfTrailingZeros(bits)));
        assertEquals(1, Integer.bitCount(bits));
        packed.unite(0, 1);
        packed.unite(1, 2);
        assertEquals("7 7 8", references(packed));
    }

    @Test
    void laysARowUnderTheKeyThatItRefersTo() {
        IncidentColumns columns = IncidentColumns.withReferences(1);
        columns.keyHigh[0] = 1;
        columns.referenceHigh[0] = 5;
        columns.referenceLow[0] = 6;
        columns.communitySet[0] = columns.communities.idOf();
        columns.offenceGroupSet[0] = columns.offenceGroups.idOf();
        columns.locationTypeSet[0] = columns.locationTypes.idOf();
        columns.contextSet[0] = columns.contexts.idOf();
        PackedIncidents packed = new PackedIncidents();
        packed.appendReferring(columns, 0);
        assertEquals("5 6", packed.keyHigh(0) + " " + packed.keyLow(0));
    }

    private static String references(PackedIncidents packed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < packed.size(); i++) {
            assertEquals(packed.referenceHigh(i), -packed.referenceLow(i));
            assertEquals(packed.referenceHigh(i) != 0, packed.hasReference(i));
            text.append(i == 0 ? "" : " ").append(packed.referenceHigh(i));
        }
        return text.toString();
    }

    @Test
    void ordersByExtractThenRowThenPart() {
        assertTrue(PackedIncidents.orderOf(0, 1L << 35, 4095) < PackedIncidents.orderOf(1, 0, 0));
        assertTrue(PackedIncidents.orderOf(1, 7, 4095) < PackedIncidents.orderOf(1, 8, 0));
        assertThrows(IllegalArgumentException.class, () -> PackedIncidents.orderOf(PackedIncidents.MAX_EXTRACTS, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> PackedIncidents.orderOf(0, 1L << 36, 0));
        assertThrows(IllegalArgumentException.class, () -> PackedIncidents.orderOf(0, 0, 4096));
    }

    private static Incidents full() {
        return new Incidents()
                .communities(3)
                .add(0)
                .area(4095)
                .recordClass(RecordClass.TERRORISM_RELATED)
                .reportingSource(63)
                .outcome(63)
                .strands(31)
                .withdrawn()
                .count(999_999_999)
                .occurred("1999-12")
                .recorded("2099-12-31")
                .communities(0, 127)
                .contexts(5)
                .offences(1, 64)
                .locations(63)
                .add(3);
    }

    private static String text(PackedIncidents p, int i) {
        return "extract " + p.extractOrdinal(i) + ", area " + p.area(i) + ", class " + p.recordClass(i) + ", source "
                + p.reportingSource(i) + ", outcome " + p.outcome(i) + ", strands " + p.strands(i) + ", withdrawn "
                + p.isWithdrawn(i) + ", count " + p.incidentCount(i) + ", " + date(p.occurred(i)) + " "
                + date(p.recorded(i)) + " " + Arrays.toString(p.communities(i)) + " " + Arrays.toString(p.contexts(i))
                + " " + Arrays.toString(p.offenceGroups(i)) + " " + Arrays.toString(p.locationTypes(i));
    }

    private static String date(int date) {
        String day = java.time.LocalDate.ofEpochDay(IncidentDate.epochDay(date)).toString();
        return IncidentDate.isMonth(date) ? day.substring(0, 7) : day;
    }
}
