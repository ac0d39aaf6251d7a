package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.vigil.release.Column;
import org.vigil.release.EventEffectsTable;
import org.vigil.report.text.EventText;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.UsualText;
import org.vigil.report.text.WindowText;

/**
 * A row of the table {@code event_effects}: one window after one event, in one area and community.
 *
 * @param isCumulative whether the window runs from the event on
 * @param isHeadline whether reports speak of it first
 * @param isTested whether the catalogue names a ground to test the community
 * @param inseparable all events of the estimate, if it is of several
 * @param baselineStart first day of the baseline; empty where there is no estimate
 * @param placeboP share of dates that looked at least as high; empty where there are too few
 * @param placeboCount dates without an event; empty where there is no estimate or where only their share is published
 * @param duration units of duration above usual; empty where there is no estimate
 */
record WindowEffect(
        String eventId,
        String areaCode,
        String communityCode,
        boolean isCumulative,
        WindowText window,
        LocalDate start,
        LocalDate end,
        boolean isHeadline,
        boolean isTested,
        List<String> inseparable,
        OptionalDouble exposure,
        Optional<LocalDate> baselineStart,
        long baselineUnits,
        long leftOutUnits,
        JudgedCount count,
        OptionalDouble placeboP,
        OptionalLong placeboCount,
        OptionalLong duration,
        boolean isDurationOpen) {
    static final String CUMULATIVE = "cumulative";
    static final String DISJOINT = "disjoint";

    /** Windows of a source, in the order of the release. */
    static List<WindowEffect> read(ReportInput input, String sourceCode, Map<Column, Set<String>> filter) {
        Map<Column, Set<String>> wanted = new HashMap<>(filter);
        wanted.put(EventEffectsTable.SOURCE_CODE, Set.of(sourceCode));
        Rows rows = new Rows(input.rows(EventEffectsTable.TABLE, EventEffectsTable.TABLE.columns(), wanted));
        List<WindowEffect> effects = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            effects.add(read(rows, row));
        }
        return effects;
    }

    private static WindowEffect read(Rows rows, int row) {
        String inseparable = rows.text(EventEffectsTable.INSEPARABLE_EVENTS, row);
        return new WindowEffect(
                rows.text(EventEffectsTable.EVENT_ID, row),
                rows.text(EventEffectsTable.AREA_CODE, row),
                rows.text(EventEffectsTable.COMMUNITY_CODE, row),
                rows.text(EventEffectsTable.WINDOW_KIND, row).equals(CUMULATIVE),
                new WindowText(
                        rows.text(EventEffectsTable.GRAIN, row),
                        rows.number(EventEffectsTable.WINDOW_FIRST, row).orElseThrow(),
                        rows.number(EventEffectsTable.WINDOW_LAST, row).orElseThrow()),
                rows.date(EventEffectsTable.WINDOW_START_DATE, row).orElseThrow(),
                rows.date(EventEffectsTable.WINDOW_END_DATE, row).orElseThrow(),
                rows.isTrue(EventEffectsTable.IS_HEADLINE, row),
                rows.isTrue(EventEffectsTable.IS_TESTED, row),
                inseparable.isEmpty() ? List.of() : List.of(inseparable.split(";", -1)),
                rows.decimal(EventEffectsTable.FIRST_UNIT_EXPOSURE, row),
                rows.date(EventEffectsTable.BASELINE_START_DATE, row),
                rows.number(EventEffectsTable.BASELINE_UNITS, row).orElse(0),
                rows.number(EventEffectsTable.LEFT_OUT_UNITS, row).orElse(0),
                JudgedCounts.read(rows, EventEffectsTable.OBSERVED_COUNT, EventEffectsTable.STATUS, row),
                rows.decimal(EventEffectsTable.PLACEBO_P, row),
                rows.number(EventEffectsTable.PLACEBO_COUNT, row),
                rows.number(EventEffectsTable.DURATION, row),
                rows.isTrue(EventEffectsTable.IS_DURATION_OPEN, row));
    }

    boolean isOf(String area, String community) {
        return areaCode.equals(area) && communityCode.equals(community);
    }

    boolean hasWindowOf(WindowEffect other) {
        return isCumulative == other.isCumulative && window.equals(other.window);
    }

    /** The event among dates without one; empty where nothing is published of these. */
    Optional<String> placeboText() {
        if (placeboCount.isPresent()) {
            return Optional.of(EventText.placebo(placeboP, placeboCount.getAsLong()));
        }
        return placeboP.isPresent() ? Optional.of(EventText.placeboShare(placeboP.getAsDouble())) : Optional.empty();
    }

    /** How long counts stayed above usual, as a table shows it. */
    String durationText(LocalDate lastDay) {
        return duration.isPresent()
                ? UsualText.duration(duration.getAsLong(), window.durationUnit(), isDurationOpen, isStillAbove(lastDay))
                : "[x]";
    }

    /** The same as a sentence; empty where it is not known. */
    Optional<String> durationSentence(LocalDate lastDay) {
        return duration.isPresent()
                ? Optional.of(UsualText.durationSentence(
                        duration.getAsLong(), window.durationUnit(), isDurationOpen, isStillAbove(lastDay)))
                : Optional.empty();
    }

    /** Whether the units above usual reach to the end of the data: no further whole unit follows them. */
    private boolean isStillAbove(LocalDate lastDay) {
        LocalDate nextEnds = window.after(start, duration.orElseThrow() + 1).minusDays(1);
        return isDurationOpen && nextEnds.isAfter(lastDay);
    }
}
