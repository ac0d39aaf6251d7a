package org.vigil.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigil.cellkey.CellKeys;
import org.vigil.cellkey.PerturbationTable;
import org.vigil.event.CurveUnit;
import org.vigil.event.EffectStatus;
import org.vigil.event.EventDetail;
import org.vigil.event.EventEffect;
import org.vigil.event.FollowedBlocks;
import org.vigil.event.SeriesEffects;
import org.vigil.event.Window;
import org.vigil.event.WindowEffect;
import org.vigil.incident.CodeLists;
import org.vigil.incident.Hmac;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.Table;
import org.vigil.release.TableRows;
import org.vigil.series.Grain;
import org.vigil.series.SeriesKey;
import org.vigil.series.SeriesLevel;
import org.vigil.statistics.Prediction;

class PublicEffectsTest {
    private static final LocalDate AS_OF = LocalDate.of(2022, 4, 4);
    private static final LocalDate ATTACK = LocalDate.of(2021, 6, 1);
    static final MadeUpCity CITY = new MadeUpCity(5, 3, AS_OF);
    private static final SeriesKey ALL =
            new SeriesKey("london-synthetic", "occurred", "crime", CITY.london.wholeAreaCode(), "all");

    /** An event after which so many incidents a day are usual. */
    static EventEffect event(String id, LocalDate from, double usualADay) {
        List<WindowEffect> windows = new ArrayList<>();
        for (Window window : Window.of(Grain.DAY)) {
            double usual = usualADay * window.length();
            windows.add(new WindowEffect(
                    window, EffectStatus.OK, 0, new Prediction(usual, 1, 0, 100, usual), Double.NaN, 0));
        }
        return new EventEffect(
                id,
                true,
                Grain.DAY,
                List.of(),
                from,
                1,
                IntStream.range(0, 92).mapToObj(from::plusDays).toList(),
                new EventEffect.BaselineFacts(from.minusYears(2), 730, 0, false),
                windows,
                new FollowedBlocks(List.of(), List.of()),
                new EventDetail(List.of(), calendarWeeks(from, usualADay), List.of(), null, null, null, null));
    }

    private static List<CurveUnit> calendarWeeks(LocalDate from, double usualADay) {
        double usual = usualADay * 7;
        return IntStream.rangeClosed(-8, 11)
                .mapToObj(offset -> new CurveUnit(
                        Grain.WEEK,
                        offset,
                        Grain.WEEK.startOf(from).plusWeeks(offset),
                        0,
                        new Prediction(usual, 1, 0, 100, usual)))
                .toList();
    }

    /** What is published of each window of an event: recorded / usual, verdict and status. */
    private static Map<String, String> published(String eventId, List<EventEffect> events) {
        return published(eventId, "all", List.of(ofAll(events)));
    }

    static SeriesEffects ofAll(List<EventEffect> events) {
        return new SeriesEffects(ALL, SeriesLevel.WHOLE_AREA_TOTAL, events, null, List.of());
    }

    /** Rows of a table of the release that is made where so much was found after events. */
    static TableRows rows(Table of, List<SeriesEffects> effects) {
        return rows(
                of, CITY, effects, new VintageLedger(PerturbationTable.STANDARD, new CellKeys(new byte[Hmac.LENGTH])));
    }

    /** The same of another city, with what was published before. */
    static TableRows rows(Table of, MadeUpCity city, List<SeriesEffects> effects, VintageLedger ledger) {
        SourceAnswers known = city.knownOn(AS_OF);
        SourceAnswers answers = new SourceAnswers(
                known.facts(),
                known.completeness(),
                known.delays(),
                known.breaks(),
                known.alarms(),
                known.completeTo(),
                effects,
                known.calibration(),
                known.quietWeeks());
        return CellKeyRelease.make(
                        new ProtectedRelease.Identity(AS_OF, "test", "0".repeat(64), true),
                        List.of(answers),
                        List.of(),
                        ledger,
                        new PublicNames(new byte[32]),
                        List.of(),
                        Optional.empty())
                .tables()
                .stream()
                .filter(table -> table.table().name().equals(of.name()))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static Map<String, String> published(String eventId, String community, List<SeriesEffects> effects) {
        TableRows rows = rows(EventEffectsTable.TABLE, effects);
        Map<String, String> published = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.column(EventEffectsTable.EVENT_ID).textAt(row).equals(eventId)
                    && rows.column(EventEffectsTable.AREA_CODE).textAt(row).equals(ALL.areaCode())
                    && rows.column(EventEffectsTable.COMMUNITY_CODE).textAt(row).equals(community)) {
                published.put(
                        rows.column(EventEffectsTable.WINDOW_KIND).textAt(row) + " "
                                + rows.column(EventEffectsTable.WINDOW_FIRST).integerAt(row) + "-"
                                + rows.column(EventEffectsTable.WINDOW_LAST).integerAt(row),
                        String.join(
                                " ",
                                rows.column(EventEffectsTable.OBSERVED_COUNT).display(row)
                                        + "/"
                                        + rows.column(EventEffectsTable.EXPECTED)
                                                .display(row),
                                rows.column(EventEffectsTable.MODEL_STATUS).textAt(row),
                                rows.column(EventEffectsTable.STATUS).display(row)));
            }
        }
        return published;
    }

    private static long recorded(Map<String, String> published, String window) {
        return Long.parseLong(published.getOrDefault(window, "").split("/", -1)[0]);
    }

    @Test
    void windowsFromTheEventOnAreSumsOfThoseThatFollowOneAnother() {
        Map<String, String> published = published("attack", List.of(event("attack", ATTACK, 2)));

        assertEquals(
                recorded(published, "disjoint 0-6") + recorded(published, "disjoint 7-13"),
                recorded(published, "cumulative 0-13"));
        assertEquals(
                recorded(published, "cumulative 0-27") + recorded(published, "disjoint 28-55"),
                recorded(published, "cumulative 0-55"));
        assertTrue(published.getOrDefault("cumulative 0-55", "").contains("/112.0 ok"), published.toString());
        long exact = CITY.incidents().stream()
                .filter(one -> !one.occurred().isBefore(ATTACK)
                        && one.occurred().isBefore(ATTACK.plusDays(28))
                        && !one.recorded().isAfter(AS_OF))
                .count();
        assertEquals((double) exact, (double) recorded(published, "cumulative 0-27"), 15);
    }

    @Test
    void theFirstFourWeeksAreDrawnAsAWholeWhereTheirPartsAreTooSmall() {
        Map<String, String> published = published("attack", List.of(event("attack", ATTACK, 0.6)));

        assertEquals("/ ok [c]", published.get("disjoint 0-6"));
        assertEquals("/ ok [c]", published.get("disjoint 14-27"));
        assertTrue(published.getOrDefault("cumulative 0-27", "").contains("/17.0 ok"), published.toString());
    }

    @Test
    void nothingIsShownWhereFewerThanTenAreUsual() {
        assertEquals(
                List.of("/ not_modelled [c]"),
                published("attack", List.of(event("attack", ATTACK, 0.1))).values().stream()
                        .distinct()
                        .toList());
    }

    /** The first incident of a community must not show in the statuses of windows after events. */
    @Test
    void aSeriesWithoutAnyIncidentLooksLikeOneWithFew() {
        String community = CodeLists.communities().get(CITY.communities.get(0)).code();
        SeriesKey key = new SeriesKey("london-synthetic", "occurred", "crime", ALL.areaCode(), community);
        SeriesEffects all = ofAll(List.of(event("attack", ATTACK, 2)));
        SeriesEffects few =
                new SeriesEffects(key, SeriesLevel.WHOLE_AREA, List.of(event("attack", ATTACK, 0.1)), null, List.of());
        SeriesEffects none = new SeriesEffects(key, SeriesLevel.WHOLE_AREA, List.of(), null, List.of());

        Map<String, String> published = published("attack", community, List.of(all, few));

        assertEquals(8, published.size());
        assertEquals(published, published("attack", community, List.of(all, none)));
        assertEquals(published, published("attack", community, List.of(all)));
    }

    @Test
    void aWindowWhoseDaysBelongToAnotherEventIsNotDrawn() {
        List<EventEffect> events = List.of(event("attack", ATTACK, 2), event("protest", ATTACK.plusDays(20), 2));

        Map<String, String> published = published("protest", events);

        assertEquals("/ not_separable [c]", published.get("disjoint 0-6"));
        assertEquals("/ not_separable [c]", published.get("cumulative 0-27"));
    }

    @Test
    void aWindowThatIsNotOverForTwoWeeksIsNotThereYet() {
        Map<String, String> published = published("late", List.of(event("late", AS_OF.minusDays(25), 2)));

        assertTrue(recorded(published, "disjoint 0-6") >= 10);
        assertEquals("/ ok [x]", published.get("disjoint 14-27"));
        assertEquals("/ ok [x]", published.get("cumulative 0-27"));
    }

    /** The march was later and its first weeks are over; they lie in the second month after the attack, which is not. */
    @Test
    void aWindowThatIsNotThereYetLosesItsDaysInTheSameReleaseAsInOneMadeAgain() {
        List<EventEffect> events =
                List.of(event("attack", AS_OF.minusDays(60), 2), event("march", AS_OF.minusDays(30), 2));

        Map<String, String> published = published("attack", events);

        assertTrue(recorded(published("march", events), "disjoint 0-6") >= 10);
        assertEquals("/ not_separable [c]", published.get("disjoint 28-55"));
        assertEquals("/ not_separable [c]", published.get("cumulative 0-55"));
    }
}
