package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PublicGrain;

class PublicSeriesTest {
    private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);

    private static PublicSeries series(PublicGrain grain, int published) {
        List<PublicSeries.PublicLeaf> leaves = new ArrayList<>();
        List<Leaf> ofYear = Leaf.ofYear(2024, grain, APRIL);
        for (int i = 0; i < ofYear.size(); i++) {
            leaves.add(
                    i < published
                            ? new PublicSeries.PublicLeaf(
                                    ofYear.get(i),
                                    PublicSeries.State.PUBLISHED,
                                    Optional.of(ProtectedCount.drawn(i + 3L, true)),
                                    52)
                            : new PublicSeries.PublicLeaf(
                                    ofYear.get(i), PublicSeries.State.NOT_YET, Optional.empty(), 0));
        }
        return new PublicSeries(leaves);
    }

    private static String months(PublicSeries series, String first, String last) {
        PublicSeries.PublicPeriod period = series.months(YearMonth.parse(first), YearMonth.parse(last));
        return period.count()
                .map(count -> count.value() + " of " + count.draws())
                .orElse(period.state().name());
    }

    @Test
    void longerPeriodsAreSumsOfLeaves() {
        PublicSeries series = series(PublicGrain.MONTH, 12);

        assertEquals("3 of 1", months(series, "2024-04", "2024-04"));
        assertEquals("12 of 3", months(series, "2024-04", "2024-06"));
        assertEquals("102 of 12", months(series, "2024-04", "2025-03"));
    }

    @Test
    void aMonthOfAQuarterIsHidden() {
        PublicSeries series = series(PublicGrain.QUARTER, 4);

        assertEquals("HIDDEN", months(series, "2024-05", "2024-05"));
        assertEquals("3 of 1", months(series, "2024-04", "2024-06"));
        assertEquals("HIDDEN", months(series, "2024-05", "2024-07"));
        assertEquals("18 of 4", months(series, "2024-04", "2025-03"));
    }

    @Test
    void aPeriodWaitsForItsLastLeaf() {
        PublicSeries series = series(PublicGrain.MONTH, 5);

        assertEquals("12 of 3", months(series, "2024-04", "2024-06"));
        assertEquals("NOT_YET", months(series, "2024-07", "2024-09"));
    }

    @Test
    void aMonthOfAWeeklySeriesIsTheWeeksWhoseThursdayIsInIt() {
        PublicSeries series = series(PublicGrain.WEEK, 52);

        assertEquals("18 of 4", months(series, "2024-04", "2024-04"));
        assertEquals("PUBLISHED", series.week(APRIL).state().name());
        assertEquals("HIDDEN", series(PublicGrain.MONTH, 12).week(APRIL).state().name());
    }
}
