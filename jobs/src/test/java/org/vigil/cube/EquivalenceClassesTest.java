package org.vigil.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vigil.incident.Incidents;
import org.vigil.incident.PackedIncidents;
import org.vigil.incident.RecordClass;

final class EquivalenceClassesTest {
    @Test
    void everyDateAndCodeTellsIncidentsApart() {
        List<UnaryOperator<Incidents>> differences = List.of(
                i -> i.area(2),
                i -> i.occurred("2024-05-02"),
                i -> i.occurred("2024-05"),
                i -> i.communities(1, 2),
                i -> i.offences(3),
                i -> i.locations(3),
                i -> i.contexts(3),
                i -> i.reportingSource(2),
                i -> i.recorded("2024-05-03"),
                i -> i.strands(2),
                i -> i.outcome(2),
                i -> i.recordClass(RecordClass.NON_CRIME_INCIDENT));
        Incidents made = new Incidents();
        usual(made).add(0);
        usual(made).add(0);
        differences.forEach(difference -> difference.apply(usual(made)).add(0));
        assertEquals(new CellSizes(14, 12, 14), sizes(made.packed(), EquivalenceClasses.MOST));
    }

    @Test
    void neitherKeyNorWithdrawnIncidentsCount() {
        Incidents made = new Incidents();
        usual(made).add(0);
        usual(made).withdrawn().add(0);
        usual(made).count(4).add(0);
        assertEquals(new CellSizes(5, 0, 0), sizes(made.packed(), EquivalenceClasses.MOST));
    }

    @Test
    void aPartOfTheCombinationsTellsTheSharesOfAll() {
        // 6,000 areas and days: two thirds of them hold one incident, a third two.
        PackedIncidents rows = manyIncidents();
        CellSizes exact = sizes(rows, EquivalenceClasses.MOST);
        assertEquals(new CellSizes(8_000, 4_000, 8_000), exact);
        CellSizes estimated = sizes(rows, 1_000);
        assertEquals(8_000, estimated.incidents());
        assertEquals(0.5, estimated.shareAlone(), 0.05);
    }

    @Test
    void partsAddUpToTheSameWhateverTheirOrder() {
        PackedIncidents rows = manyIncidents();
        CellSizes whole = sizes(rows, 1_000);
        for (int parts : new int[] {2, 7}) {
            EquivalenceClasses together = new EquivalenceClasses(1_000);
            for (int part = parts - 1; part >= 0; part--) {
                EquivalenceClasses one = new EquivalenceClasses(1_000);
                for (int row = rows.size() - 1; row >= 0; row--) {
                    if (row % parts == part) {
                        one.add(rows, row);
                    }
                }
                together.merge(one);
            }
            assertFalse(together.isExact());
            assertEquals(whole, together.sizes(), parts + " parts");
        }
    }

    @Test
    void isExactAsLongAsEveryCombinationIsKept() {
        EquivalenceClasses classes = new EquivalenceClasses(6_000);
        PackedIncidents rows = manyIncidents();
        for (int row = 0; row < rows.size(); row++) {
            classes.add(rows, row);
        }
        assertTrue(classes.isExact());
    }

    private static PackedIncidents manyIncidents() {
        Incidents made = new Incidents();
        for (int i = 0; i < 6_000; i++) {
            int copies = i % 3 == 0 ? 2 : 1;
            for (int copy = 0; copy < copies; copy++) {
                usual(made)
                        .area(i % 60)
                        .offences(i / 60 % 10)
                        .locations(i / 600)
                        .add(0);
            }
        }
        return made.packed();
    }

    private static Incidents usual(Incidents made) {
        return made.area(1)
                .occurred("2024-05-01")
                .communities(1)
                .offences(1)
                .locations(1)
                .contexts(1)
                .recorded("2024-05-02")
                .strands(1)
                .outcome(1)
                .reportingSource(1);
    }

    private static CellSizes sizes(PackedIncidents rows, int most) {
        EquivalenceClasses classes = new EquivalenceClasses(most);
        for (int row = 0; row < rows.size(); row++) {
            classes.add(rows, row);
        }
        return classes.sizes();
    }
}
