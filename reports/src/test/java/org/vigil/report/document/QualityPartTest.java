package org.vigil.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityPartTest {
    private static SeriesBreak event(String name, int year, boolean isBreak) {
        return new SeriesBreak(
                name,
                LocalDate.of(year, 10, 12),
                Optional.of(LocalDate.of(year, 10, 19)),
                "a push for reporting",
                isBreak);
    }

    @Test
    void namesAnEventThatComesBackEveryYearOnce() {
        List<Points.Point> points = QualityPart.breakPoints(List.of(
                event("Awareness Week 2012", 2012, false),
                event("New system", 2012, true),
                event("Awareness Week 2013", 2013, false),
                event("Awareness Week 2014", 2014, false)));

        assertEquals(
                List.of(
                        new Points.Point("Every year from 2012 to 2014", "Awareness Week. A push for reporting."),
                        new Points.Point(
                                "12 October 2012 to 19 October 2012",
                                "Break in series. New system. A push for reporting.")),
                points);
    }

    @Test
    void listsTheYearsOfAnEventThatLeavesYearsOut() {
        List<Points.Point> points = QualityPart.breakPoints(
                List.of(event("Campaign 2012", 2012, false), event("Campaign 2015", 2015, false)));

        assertEquals(List.of(new Points.Point("2012 and 2015", "Campaign. A push for reporting.")), points);
    }

    @Test
    void neverJoinsBreaksInSeries() {
        assertEquals(
                2,
                QualityPart.breakPoints(List.of(event("Rules 2012", 2012, true), event("Rules 2013", 2013, true)))
                        .size());
    }
}
