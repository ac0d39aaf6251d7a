package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.GrainGate;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.cellkey.PublicGrain;
import org.vigil.incident.Hmac;

class SeriesProtectionTest {
    private static final SeriesName SERIES = SeriesName.of("met", "occurred", "crime", "E09000003", "jewish");

    private final VintageLedger ledger =
            new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH]));

    /** The series as published on a day, with ten incidents on each day from a first one on. */
    private PublicSeries published(String firstDay, String asOf) {
        LocalDate start = LocalDate.parse(firstDay);
        return new SeriesProtection(
                        ledger,
                        new DrawSafety(PerturbationTable.STANDARD, weeks -> 1),
                        LocalDate.parse(asOf),
                        start,
                        LocalDate.parse(asOf))
                .protect(SERIES, GrainGate.MARGIN, PublicGrain.WEEK, SeriesProtection.Kind.COUNT, leaf -> {
                    long days = leaf.to().toEpochDay() - Math.max(leaf.from().toEpochDay(), start.toEpochDay()) + 1;
                    return new ExactCell(Math.max(0, 10 * days), 7 * leaf.from().toEpochDay());
                });
    }

    private long cells() {
        return ledger.additions().entries().stream()
                .map(VintageLedger.Entry::cell)
                .distinct()
                .count();
    }

    private boolean isEachDayInOneCell() {
        List<DrawnCell> cells = new ArrayList<>(ledger.additions().entries().stream()
                .map(VintageLedger.Entry::cell)
                .distinct()
                .toList());
        return cells.stream()
                .allMatch(one -> cells.stream()
                        .noneMatch(other -> !one.equals(other)
                                && !one.from().isAfter(other.to())
                                && !other.from().isAfter(one.to())));
    }

    @Test
    void theFirstYearStaysAsItWasDrawnWhenMoreHistoryIsTakenIn() {
        var before = published("2021-07-01", "2022-09-05").months(YearMonth.of(2021, 4), YearMonth.of(2022, 3));
        long drawn = cells();

        var after = published("2019-04-01", "2022-09-12").months(YearMonth.of(2021, 4), YearMonth.of(2022, 3));

        assertEquals(
                before.count().orElseThrow().value(),
                after.count().orElseThrow().value());
        assertTrue(cells() > drawn, "nothing was drawn of the years before");
        assertTrue(isEachDayInOneCell());
    }

    @Test
    void theFirstYearStaysAsItWasDrawnWhenTheSeriesBeginsLater() {
        published("2021-04-01", "2022-09-05");
        long drawn = cells();

        published("2021-11-01", "2022-09-05");

        assertEquals(drawn, cells());
        assertTrue(isEachDayInOneCell());
    }
}
