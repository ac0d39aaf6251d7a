package org.vigil.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

/** Four years of exactly 60 incidents a day, with windows raised to known levels: what is not drawn at random must be found as it is. */
final class ShapeStudyTest {
    private static final LocalDate START = LocalDate.of(2019, 1, 1);
    private static final int SIZE = 1461;
    private static final LocalDate EVENT = LocalDate.of(2021, 6, 1);
    private static final int USUAL = 60;

    @Test
    void findsTheCourseOfOneEvent() {
        IntUnaryOperator course = course(0, 3, 2, 1, 1);
        List<WindowShape> shape = shape(counts(course), event("a", 0, "jewish"));
        assertEquals(List.of("0-6 ok 3.00", "7-13 ok 2.00", "14-27 ok 1.00", "28-55 ok 1.00"), said(shape));
        ShapeModel.Window first = Objects.requireNonNull(shape.get(0).found());
        assertEquals(7 * USUAL * 2, first.excess(), 1e-3);
        assertTrue(first.excessError() > 0 && first.lower() > 2.5 && first.upper() < 3.5);
    }

    @Test
    void effectsOfTwoEventsMultiply() {
        int[] counts = counts(day ->
                course(0, 3, 3, 2, 1).applyAsInt(day) * course(12, 2, 1, 1, 1).applyAsInt(day) / USUAL);
        StudiedEvent[] events = {event("a", 0, "jewish"), event("b", 12, "jewish")};
        assertEquals(
                List.of("0-6 ok 3.00", "7-13 ok 3.00", "14-27 ok 2.00", "28-55 ok 1.00"), said(shape(counts, events)));
        assertEquals(
                List.of("0-6 ok 2.00", "7-13 ok 1.00", "14-27 ok 1.00", "28-55 ok 1.00"),
                said(shape(counts, events[1], events[0])));
        // An event that is not listed for the community is no part of the model.
        List<String> alone = said(shape(counts, events[0], event("b", 12, "sikh")));
        assertTrue(alone.get(1).startsWith("7-13 ok 3.") && !alone.get(1).equals("7-13 ok 3.00"), alone.toString());
    }

    @Test
    void anEventWithinAWindowOfAnotherCannotBeToldApart() {
        int[] counts = counts(course(0, 3, 2, 2, 2));
        StudiedEvent[] events = {event("a", 0, "jewish"), event("b", 30, "jewish")};
        assertEquals(
                List.of("0-6 ok 3.00", "7-13 ok 2.00", "14-27 ok 2.00", "28-55 ok 2.00"), said(shape(counts, events)));
        assertEquals(
                List.of(
                        "0-6 not_separable none",
                        "7-13 not_separable none",
                        "14-27 not_separable none",
                        "28-55 not_separable none"),
                said(shape(counts, events[1], events[0])));
    }

    @Test
    void aWindowOfTheSameDaysAsAnotherCannotBeToldApart() {
        int[] counts = counts(course(0, 3, 2, 2, 2));
        // The second window of the first event is the first of the second.
        assertTrue(said(shape(counts, event("a", 0, "jewish"), event("b", 7, "jewish"))).stream()
                .allMatch(window -> window.endsWith("not_separable none")));
    }

    @Test
    void eventsOfAdjacentDaysHaveOneCourse() {
        int[] counts = counts(course(0, 3, 2, 1, 1));
        StudiedEvent[] events = {event("a", 0, "jewish"), event("b", 1, "jewish")};
        List<String> together = List.of(
                "0-6 not_separable 3.00",
                "7-13 not_separable 2.00",
                "14-27 not_separable 1.00",
                "28-55 not_separable 1.00");
        assertEquals(together, said(shape(counts, events)));
        assertEquals(together, said(shape(counts, events[1], events[0])));
    }

    @Test
    void aWindowWithoutIncidentsHasAnUpperLimit() {
        List<WindowShape> shape = shape(counts(course(0, 0, 1, 1, 1)), event("a", 0, "jewish"));
        assertEquals("0-6 ok 0.00", said(shape).get(0));
        ShapeModel.Window none = Objects.requireNonNull(shape.get(0).found());
        assertEquals(3.6888794541 / (7 * USUAL), none.upper(), 1e-5);
    }

    @Test
    void whatIsNotOverOrHasNoBaselineSaysSo() {
        int[] counts = counts(course(0, 3, 2, 1, 1));
        int event = (int) (EVENT.toEpochDay() - START.toEpochDay());
        assertEquals(
                List.of("0-6 ok 3.00", "7-13 ok 2.00", "14-27 partial none", "28-55 partial none"),
                said(shape(Arrays.copyOf(counts, event + 20), event("a", 0, "jewish"))));
        assertEquals(
                "0-6 insufficient_history none",
                said(shape(counts, event("a", -700, "jewish"))).get(0));
        assertEquals(
                "0-6 zero_baseline none",
                said(shape(new int[SIZE], event("a", 0, "jewish"))).get(0));
    }

    /** Days raised after an event long before, or long behind, are not among the usual ones. */
    @Test
    void daysRaisedAfterOtherEventsAreLeftOut() {
        int[] counts = counts(day -> course(0, 3, 2, 1, 1).applyAsInt(day)
                + course(-200, 4, 4, 4, 4).applyAsInt(day)
                + course(200, 4, 4, 4, 4).applyAsInt(day)
                - 2 * USUAL);
        assertEquals(
                List.of("0-6 ok 3.00", "7-13 ok 2.00", "14-27 ok 1.00", "28-55 ok 1.00"),
                said(shape(
                        counts,
                        event("a", 0, "jewish"),
                        event("before", -200, "jewish"),
                        event("behind", 200, "jewish"))));
    }

    /** The course of the first of some events. */
    private static List<WindowShape> shape(int[] counts, StudiedEvent... events) {
        TimeSeries series = new TimeSeries(Grain.DAY, START, counts);
        List<StudiedEvent> listed = new ArrayList<>(List.of(events));
        listed.removeIf(event -> !event.isListedFor("jewish"));
        GrainStudy study = new GrainStudy(StudyRule.of(Grain.DAY), series, List.of(), listed, "jewish", List.of());
        EventEffect effect = study.detailedEffect(events[0], true, List.of(), "jewish", Comparisons.NONE);
        return Objects.requireNonNull(effect.detail()).shape();
    }

    private static List<String> said(List<WindowShape> shape) {
        return shape.stream()
                .map(one -> one.window().first() + "-" + one.window().last() + " "
                        + one.status().code() + " "
                        + (one.found() == null
                                ? "none"
                                : String.format("%.2f", one.found().rateRatio())))
                .toList();
    }

    private static int[] counts(IntUnaryOperator course) {
        int[] counts = new int[SIZE];
        for (int day = 0; day < SIZE; day++) {
            counts[day] = course.applyAsInt(day);
        }
        return counts;
    }

    /** By day of the series, the usual number times the level of the window of an event so many days after {@link #EVENT}. */
    private static IntUnaryOperator course(int after, int... levels) {
        int first = (int) (EVENT.toEpochDay() - START.toEpochDay()) + after;
        int[] lasts = {6, 13, 27, 55};
        return day -> {
            for (int w = 0; w < levels.length && day >= first; w++) {
                if (day <= first + lasts[w]) {
                    return USUAL * levels[w];
                }
            }
            return USUAL;
        };
    }

    private static StudiedEvent event(String id, int after, String community) {
        return new StudiedEvent(
                id, EVENT.plusDays(after), List.of(community), List.of(community), EventScope.LONDON, List.of());
    }
}
