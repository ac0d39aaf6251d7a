package org.vigil.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.statistics.ReferenceValues.Row;

/** Reference values of R 4.2.2's p.adjust, confirmed by scipy. */
final class FalseDiscoveryTest {
    @Test
    void agreesWithTheReference() {
        List<Row> rows = ReferenceValues.of("fdr_padjust.csv");
        double[] p = rows.stream().mapToDouble(row -> row.number("p")).toArray();
        double[] hochberg = FalseDiscovery.benjaminiHochberg(p);
        double[] yekutieli = FalseDiscovery.benjaminiYekutieli(p);
        for (int i = 0; i < p.length; i++) {
            assertEquals(rows.get(i).number("bh"), hochberg[i], 1e-10);
            assertEquals(rows.get(i).number("by"), yekutieli[i], 1e-10);
        }
    }

    @Test
    void whatIsNotTestedDoesNotCount() {
        double[] adjusted = FalseDiscovery.benjaminiHochberg(new double[] {Double.NaN, 0.01, Double.NaN, 0.04});
        assertEquals(Double.NaN, adjusted[0]);
        assertEquals(0.02, adjusted[1], 1e-15);
        assertEquals(0.04, adjusted[3], 1e-15);
    }
}
