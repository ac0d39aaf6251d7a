package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import org.vigil.release.CalibrationTable;
import org.vigil.release.EventChecksTable;
import org.vigil.release.EventCurvesTable;
import org.vigil.release.EventEffectsTable;
import org.vigil.release.EventPlacebosTable;
import org.vigil.release.LatestPeriodsTable;
import org.vigil.release.NowcastsTable;
import org.vigil.release.TrendsTable;

/** Rows that models would have made, for the made-up London: every verdict occurs, and so does every reason for having none. */
final class MadeUpStudies {
    private static final String SOURCE = "london-weekly";
    private static final String BASIS = "recorded";
    private static final String CLASS = "crime";
    private static final String WHOLE = "ALL";

    /** Recorded, usual number, ends of what is usual, verdict; no usual number where there is no estimate. */
    record Made(int observed, double usual, int lower, int upper, String verdict, String model) {
        static Made none(int observed, String model) {
            return new Made(observed, -1, 0, 0, "", model);
        }

        boolean hasEstimate() {
            return usual >= 0;
        }

        Object usual(Object value) {
            return hasEstimate() ? value : "";
        }

        Object ratio(double by) {
            return hasEstimate() && by > 0 ? (Object) (observed / by) : "";
        }
    }

    private static final Made ABOVE = new Made(70, 46.2, 38, 56, "above_usual", "ok");
    private static final Made BELOW = new Made(20, 41.0, 30, 52, "below_usual", "ok");
    private static final Made CLOSE = new Made(1_180, 1_150.0, 1_060, 1_240, "close_to_usual", "ok");
    private static final Made UNCLEAR = new Made(88, 80.4, 64, 99, "no_clear_change", "ok");
    private static final Made FEW = new Made(1, 0.8, 0, 3, "too_few_to_say", "reduced_model");

    private final MadeUpRelease release;

    MadeUpStudies(MadeUpRelease release) {
        this.release = release;
    }

    void addAll() {
        latest();
        events();
        curves();
        checks();
        placebos();
        calibration();
        trends();
        nowcasts();
    }

    /** A latest period of which nothing can be said. */
    void addOnlyTooFew() {
        latest("all", FEW);
        latest("gay", FEW);
    }

    private void latest() {
        latest("all", CLOSE);
        latest("jewish", ABOVE);
        latest("muslim", UNCLEAR);
        latest("black", BELOW);
        latest("gay", FEW);
        latest("disability", Made.none(12, "short_after_break"));
    }

    /** Every community in the whole area above usual in the latest period; none of the first three boroughs is, one of which has too few to say. */
    void addAboveUsualOnlyTogether(List<String> communities) {
        communities.forEach(community -> latest(community, ABOVE));
        latest("E00000001", "all", CLOSE);
        latest("E00000002", "all", UNCLEAR);
        latest("E00000003", "all", FEW);
    }

    private void latest(String community, Made made) {
        latest(WHOLE, community, made);
    }

    private void latest(String area, String community, Made made) {
        release.add(
                LatestPeriodsTable.TABLE,
                SOURCE,
                BASIS,
                CLASS,
                area,
                community,
                LocalDate.of(2026, 5, 4),
                LocalDate.of(2026, 5, 31),
                made.model(),
                made.usual(LocalDate.of(2023, 5, 8)),
                made.usual(156),
                made.usual(4),
                made.observed(),
                made.usual(made.usual()),
                made.usual(made.lower()),
                made.usual(made.upper()),
                made.usual(made.observed() - made.usual()),
                made.usual(made.observed() - made.upper()),
                made.usual(made.observed() - made.lower()),
                made.ratio(made.usual()),
                made.ratio(made.upper()),
                made.ratio(made.lower()),
                made.usual(0.01),
                made.usual(0.02),
                made.hasEstimate() ? "below_0.05" : "",
                "",
                "",
                "",
                "",
                "[z]",
                made.usual(1.4),
                made.usual(1.05),
                made.verdict(),
                made.hasEstimate() ? "[p]" : "[x] [p]");
    }

    private void events() {
        effects("e1", LocalDate.of(2024, 9, 14), "", List.of("jewish"), ABOVE, false);
        effects("e2", LocalDate.of(2025, 7, 22), "", List.of("muslim"), ABOVE, false);
        effects("e3", LocalDate.of(2025, 8, 9), "", List.of(), CLOSE, false);
        effects("e4", LocalDate.of(2025, 8, 20), "e4;e3", List.of("jewish"), UNCLEAR, false);
        effects("e5", LocalDate.of(2026, 4, 24), "", List.of("muslim", "jewish"), ABOVE, true);
        effects("e6", LocalDate.of(2024, 2, 1), "", List.of("muslim"), UNCLEAR, false);
    }

    /** Two events of the time before days were known. */
    void addMonthlyEffects() {
        for (String event : List.of("e7", "e8")) {
            LocalDate month = event.equals("e7") ? LocalDate.of(2016, 6, 1) : LocalDate.of(2017, 6, 1);
            effect(event, month, "", WHOLE, "muslim", "cumulative", "month", 0, 1, true, ABOVE, false);
        }
    }

    private void effects(
            String event, LocalDate day, String inseparable, List<String> tested, Made made, boolean isOpen) {
        for (String community : List.of("all", "jewish", "muslim", "black", "gay")) {
            boolean isTested = tested.contains(community);
            Made here = isTested ? made : community.equals("all") ? CLOSE : community.equals("gay") ? FEW : UNCLEAR;
            String others = isTested ? inseparable : "";
            for (int[] days : List.of(new int[] {0, 6}, new int[] {7, 13}, new int[] {14, 27}, new int[] {28, 55})) {
                effect(
                        event,
                        day,
                        others,
                        WHOLE,
                        community,
                        "disjoint",
                        "day",
                        days[0],
                        days[1],
                        isTested,
                        here,
                        isOpen);
            }
            for (int last : List.of(6, 13, 27, 55)) {
                effect(event, day, others, WHOLE, community, "cumulative", "day", 0, last, isTested, here, isOpen);
            }
        }
        for (int area = 1; area <= 20; area++) {
            for (String community : List.of("all", "jewish", "muslim")) {
                Made here = area == 3 ? ABOVE : area % 4 == 0 ? FEW : area % 7 == 0 ? Made.none(1, "partial") : UNCLEAR;
                effect(
                        event,
                        day,
                        "",
                        String.format("E%08d", area),
                        community,
                        "cumulative",
                        "day",
                        0,
                        27,
                        tested.contains(community),
                        here,
                        isOpen);
            }
        }
    }

    private void effect(
            String event,
            LocalDate day,
            String inseparable,
            String area,
            String community,
            String kind,
            String grain,
            int first,
            int last,
            boolean isTested,
            Made wanted,
            boolean isOpen) {
        boolean isOver = !isOpen || last <= 27;
        Made made = isOver ? wanted : Made.none(5, "partial");
        release.add(
                EventEffectsTable.TABLE,
                SOURCE,
                BASIS,
                CLASS,
                event,
                area,
                community,
                kind,
                grain,
                first,
                last,
                day.plusDays(first),
                day.plusDays(last),
                kind.equals("cumulative") && last == (grain.equals("day") ? 27 : 1),
                isTested,
                inseparable,
                1.0,
                made.model(),
                made.usual(day.minusDays(744)),
                made.usual(730),
                made.usual(14),
                made.observed(),
                made.usual(made.usual()),
                made.usual(made.lower()),
                made.usual(made.upper()),
                made.usual(made.observed() - made.usual()),
                made.usual(made.observed() - made.upper()),
                made.usual(made.observed() - made.lower()),
                made.ratio(made.usual()),
                made.ratio(made.upper()),
                made.ratio(made.lower()),
                made.usual(0.001),
                made.usual(0.002),
                made.hasEstimate() ? "below_0.01" : "",
                made.usual(0.0215),
                made.usual(92),
                "",
                "",
                "",
                "",
                "",
                "[z]",
                made.usual(1.4),
                made.usual(1.05),
                made.usual(isTested ? isOpen ? 5 : 3 : 0),
                made.usual(isOpen),
                made.verdict(),
                made.hasEstimate() ? "" : "[x]");
    }

    private void curves() {
        for (String event : List.of("e1", "e2", "e4", "e5")) {
            LocalDate day = event.equals("e5") ? LocalDate.of(2026, 4, 24) : LocalDate.of(2025, 7, 22);
            int last = event.equals("e5") ? 4 : 11;
            for (String community : List.of("all", "jewish", "muslim")) {
                int level = community.equals("all") ? 290 : community.equals("jewish") ? 14 : 31;
                for (int week = -8; week <= 11; week++) {
                    int rise = week >= 0 && !community.equals("all") ? level >> week / 2 : 0;
                    boolean isKnown = week <= last;
                    release.add(
                            EventCurvesTable.TABLE,
                            SOURCE,
                            BASIS,
                            CLASS,
                            event,
                            WHOLE,
                            community,
                            "week",
                            week,
                            day.plusWeeks(week),
                            isKnown ? (Object) (level + rise + Math.floorMod(week * 7, 5) - 2) : "",
                            level + 0.25 * week,
                            level - level / 4,
                            level + level / 3,
                            event.equals("e5") && week >= 2 ? "[p]" : "");
                }
            }
        }
    }

    private void checks() {
        release.add(
                EventChecksTable.TABLE,
                SOURCE,
                BASIS,
                CLASS,
                "e2",
                WHOLE,
                "muslim",
                1.04,
                0.61,
                "",
                9.1,
                4.4,
                30.2,
                2.4,
                "",
                "black",
                0.45,
                1.49,
                1.12,
                1.98,
                "",
                14,
                1.38,
                1.11,
                1.72,
                0.0212,
                0.35,
                "");
        release.add(
                EventChecksTable.TABLE,
                SOURCE,
                BASIS,
                CLASS,
                "e1",
                WHOLE,
                "jewish",
                1.31,
                0.012,
                "",
                "",
                "",
                "",
                "",
                "[x]",
                "muslim",
                0.003,
                "",
                "",
                "",
                "[x]",
                2,
                "",
                "",
                "",
                "",
                "",
                "[x]");
    }

    private void placebos() {
        for (String event : List.of("e1", "e2", "e5")) {
            for (String community : List.of("jewish", "muslim")) {
                for (int step = -6; step <= 8; step++) {
                    release.add(
                            EventPlacebosTable.TABLE,
                            SOURCE,
                            BASIS,
                            CLASS,
                            event,
                            WHOLE,
                            community,
                            step,
                            Math.max(0, 18 - step * step + (step < 0 ? 2 : 0)),
                            step == 7);
                }
            }
        }
    }

    private void calibration() {
        for (String kind : List.of("whole_area", "borough", "borough_community")) {
            for (int last : List.of(6, 13, 27, 55)) {
                boolean isNarrow = kind.equals("whole_area") && last == 55;
                calibrated(kind, "cumulative", 0, last, isNarrow ? 0.912 : 0.948, isNarrow ? 1.18 : 1.0);
            }
            calibrated(kind, "disjoint", 0, 6, 0.948, 1.0);
            calibrated(kind, "disjoint", 28, 55, kind.equals("whole_area") ? 0.846 : 0.948, 1.0);
            release.add(
                    CalibrationTable.TABLE,
                    SOURCE,
                    BASIS,
                    CLASS,
                    kind,
                    "alarm_week",
                    "week",
                    0,
                    0,
                    12,
                    "",
                    "",
                    "",
                    "",
                    "",
                    kind.equals("whole_area") ? 31 : 1_200,
                    kind.equals("whole_area") ? 0 : 4,
                    kind.equals("whole_area") ? "" : (Object) 0.0033,
                    kind.equals("whole_area") ? "[x]" : "");
        }
    }

    private void calibrated(String series, String kind, int first, int last, double covered, double factor) {
        release.add(
                CalibrationTable.TABLE,
                SOURCE,
                BASIS,
                CLASS,
                series,
                kind,
                "day",
                first,
                last,
                12,
                1_480,
                320,
                covered,
                0.04,
                factor,
                "",
                "",
                "",
                "");
    }

    private void trends() {
        for (String community : List.of("all", "jewish", "muslim", "black", "disability")) {
            trend(WHOLE, community, community.equals("disability"));
        }
        for (int area = 1; area <= 33; area++) {
            trend(String.format("E%08d", area), "all", area % 5 == 0);
        }
    }

    private void trend(String area, String community, boolean isSmall) {
        for (int month = 0; month < 20; month++) {
            boolean isOpen = month >= 17;
            release.add(
                    TrendsTable.TABLE,
                    SOURCE,
                    BASIS,
                    CLASS,
                    area,
                    community,
                    LocalDate.of(2024, 11, 1).plusMonths(month),
                    40 + month,
                    isOpen ? "[p]" : "",
                    38,
                    isOpen ? "" : 5.3,
                    isOpen ? "" : -20.0,
                    isOpen ? "" : 39.0,
                    isOpen ? "[p]" : "[u]",
                    480 + month,
                    isOpen ? "[p]" : "",
                    460,
                    isOpen ? "" : 4.3 + month,
                    isOpen ? "" : -6.1,
                    isOpen ? "" : 18.4,
                    isOpen ? "[p]" : isSmall ? "[u]" : "",
                    "stl",
                    "week",
                    isOpen ? "" : 9.25 + month / 10.0,
                    isOpen ? "" : 3.1,
                    isOpen ? "" : 0.1,
                    isOpen ? "[p]" : "");
        }
    }

    private void nowcasts() {
        for (int week = 0; week < 8; week++) {
            LocalDate monday = LocalDate.of(2026, 5, 25).minusWeeks(week);
            int reported = 300 + week;
            release.add(
                    NowcastsTable.TABLE,
                    SOURCE,
                    BASIS,
                    CLASS,
                    "all",
                    monday,
                    LocalDate.of(2026, 5, 31),
                    reported,
                    "[p]",
                    reported + 64 - 8 * week,
                    reported + 44 - 5 * week,
                    reported + 88 - 11 * week,
                    Math.min(0.998, 0.81 + 0.03 * week),
                    "",
                    "own");
        }
    }
}
