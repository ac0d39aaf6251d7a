package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigil.release.AlarmsTable;
import org.vigil.release.CellStatus;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Sentence;

/**
 * Which of the newest weeks count more than usual, whatever the reason; and where none does, how large a rise would have gone unseen.
 *
 * <p>Two lists: the newest complete weeks with what their alarms are, and weeks still coming in, whose only verdict is an early signal.
 */
final class AlarmPart {
    private static final int WEEKS_LISTED = 4;
    private static final int MOST_ROWS = 24;
    private static final int MOST_SIGNALS = 12;

    private static final String USUAL_NOTE =
            "Usual up to: upper end of the central 95 % of what weeks of that season and level count. At least more: recorded less that end.";

    private final SourceFigures figures;
    private final Measure measure;
    private final List<JudgedWeek> weeks;
    private final List<LocalDate> complete;
    private final List<JudgedWeek> listed;
    private final List<JudgedWeek> early;

    AlarmPart(SourceContents contents) {
        this.figures = contents.figures();
        this.measure = contents.plain();
        this.weeks = contents.weeksSeen();
        this.complete = completeMondays();
        this.listed = weeks.stream()
                .filter(week -> week.rank().isPresent() && complete.contains(week.monday()))
                .sorted(Comparator.comparing(JudgedWeek::monday)
                        .reversed()
                        .thenComparing(week -> week.rank().orElseThrow()))
                .toList();
        this.early = weeks.stream()
                .filter(JudgedWeek::isEarlySignal)
                .sorted(Comparator.comparingLong(
                                (JudgedWeek week) -> week.leastExcess().orElseThrow())
                        .thenComparing(JudgedWeek::monday)
                        .reversed()
                        .thenComparing(JudgedWeek::areaCode)
                        .thenComparing(JudgedWeek::communityCode))
                .toList();
    }

    /**
     * The newest Mondays of complete weeks, the newest first.
     *
     * <p>Only complete weeks have ranks, so a week with one is complete whatever its status says, and so are those before it: publishers call weeks provisional
     * by the calendar. Where nothing is ranked, a week is complete once it is over and no longer provisional.
     */
    private List<LocalDate> completeMondays() {
        LocalDate lastDay = figures.facts().coverageEnd();
        return weeks.stream()
                .filter(week -> week.bound().isPresent())
                .filter(week -> week.rank().isPresent()
                        || (isSettled(week) && !week.sunday().isAfter(lastDay)))
                .map(JudgedWeek::monday)
                .max(Comparator.naturalOrder())
                .stream()
                .flatMap(newest -> IntStream.range(0, WEEKS_LISTED).mapToObj(newest::minusWeeks))
                .filter(monday -> weeks.stream()
                        .anyMatch(week ->
                                week.monday().equals(monday) && week.bound().isPresent()))
                .toList();
    }

    /** As {@link SourceFigures#isSettled}. */
    private boolean isSettled(JudgedWeek week) {
        return figures.areSomeHidden() ? figures.isNearlyComplete(week.sunday()) : !week.isProvisional();
    }

    /** What stands out in single weeks, and what signals early; nothing where no week of the place could be judged. */
    List<Block> blocks(Numbering numbering) {
        Optional<LocalDate> newest = weeks.stream()
                .filter(week -> week.bound().isPresent())
                .map(JudgedWeek::monday)
                .max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(passage(newest.get())));
        if (!listed.isEmpty()) {
            blocks.add(new NumberedTable(numbering.nextTable(), listedTable()));
        }
        if (!early.isEmpty()) {
            blocks.add(new NumberedTable(numbering.nextTable(), earlyTable()));
        }
        return blocks;
    }

    /** What leaders need to know of single weeks; empty where nothing is above usual and nothing signals it. */
    Optional<Sentence> finding() {
        String signals = early.isEmpty() ? "" : signals();
        if (listed.isEmpty()) {
            return early.stream().findFirst().map(top -> new Sentence(signals, inShort(top)));
        }
        long series = seriesOf(listed);
        return Optional.of(new Sentence(
                NumberText.counted(series, "series is", "series are") + " above usual in single weeks.",
                inShort(listed.get(0)) + (signals.isEmpty() ? "" : " " + signals)));
    }

    /** Whether a complete week was judged at all. */
    boolean isAnyWeekComplete() {
        return !complete.isEmpty();
    }

    /** Names of series that are above usual in the newest complete week and were not the week before. */
    List<String> newlyAbove() {
        return listed.stream()
                .filter(week -> week.monday().equals(complete.get(0)) && week.weeksInAlarm() == 1)
                .map(this::name)
                .toList();
    }

    private String signals() {
        return NumberText.counted(seriesOf(early), "series gives an early signal", "series give early signals")
                + " in weeks that are not complete yet.";
    }

    private String inShort(JudgedWeek week) {
        return name(week) + ": " + recorded(week) + " recorded where " + expectedText(week)
                + " would be expected in the week from " + DateText.day(week.monday()) + ".";
    }

    private static long seriesOf(List<JudgedWeek> of) {
        return of.stream().map(JudgedWeek::series).distinct().count();
    }

    private String passage(LocalDate newest) {
        if (listed.isEmpty() && early.isEmpty()) {
            return nothing(newest);
        }
        List<String> found = new ArrayList<>();
        if (!listed.isEmpty()) {
            long series = seriesOf(listed);
            found.add("In " + completeText() + ", " + NumberText.count(series) + " of "
                    + NumberText.counted(seriesOf(tested(complete)), "series", "series") + " tested "
                    + (series == 1 ? "is" : "are") + " above usual. " + first(listed.get(0)));
        }
        if (!early.isEmpty()) {
            found.add(signals() + " " + first(early.get(0)));
        }
        return String.join(" ", found);
    }

    /** Neither a complete week above usual nor an early signal. */
    private String nothing(LocalDate newest) {
        if (complete.isEmpty()) {
            List<JudgedWeek> tested = tested(List.of(newest));
            return "No week that is judged is complete yet. In the newest, from " + DateText.day(newest) + ", none of "
                    + NumberText.counted(seriesOf(tested), "series", "series") + " tested gives an early signal. "
                    + unseen(tested);
        }
        return "In " + completeText() + ", none of "
                + NumberText.counted(seriesOf(tested(complete)), "series", "series") + " tested is above usual. "
                + (newest.isAfter(complete.get(0)) ? "Later weeks give no early signal. " : "")
                + unseen(tested(complete.subList(0, 1)));
    }

    /** {@code the newest 4 complete weeks, to 31 May 2026}. */
    private String completeText() {
        LocalDate monday = complete.get(0);
        return complete.size() == 1
                ? "the newest complete week, from " + DateText.day(monday)
                : "the newest " + complete.size() + " complete weeks, to "
                        + DateText.day(monday.plusWeeks(1).minusDays(1));
    }

    private List<JudgedWeek> tested(List<LocalDate> mondays) {
        return weeks.stream()
                .filter(week -> week.bound().isPresent() && mondays.contains(week.monday()))
                .toList();
    }

    private String first(JudgedWeek top) {
        return name(top) + ", in the week from " + DateText.day(top.monday()) + ": " + recorded(top)
                + " were recorded where " + expectedText(top) + " would be expected. That is at least "
                + NumberText.count(top.leastExcess().orElseThrow()) + " more than usual.";
    }

    /** A whole number where more would be said than changed counts can tell. */
    private String expectedText(JudgedWeek week) {
        double expected = week.expected().orElseThrow();
        return figures.areChanged() ? NumberText.count(Math.round(expected)) : NumberText.oneDecimalOrUnder(expected);
    }

    private static String recorded(JudgedWeek week) {
        return week.count().isPresent()
                ? NumberText.count(week.count().getAsLong())
                : CellStatus.ROUNDS_TO_ZERO.shorthand();
    }

    /** That nothing stands out is no reassurance: what the headline series would have to record to stand out. */
    private String unseen(List<JudgedWeek> tested) {
        return tested.stream()
                .filter(week -> week.areaCode().equals(figures.areaCode())
                        && week.communityCode().equals(figures.headline().code()))
                .filter(week -> week.expected().orElseThrow() >= 1)
                .findFirst()
                .map(week -> "To stand out, " + (figures.isWholeArea() ? "the whole area" : figures.place())
                        + " would have to record more than "
                        + NumberText.count(week.bound().orElseThrow()) + ", \u00D7"
                        + NumberText.oneDecimal(
                                week.bound().orElseThrow() / week.expected().orElseThrow())
                        + " of what would be expected. A smaller rise cannot be ruled out.")
                .orElse("A rise cannot be ruled out by this.");
    }

    private ReportTable listedTable() {
        return table(
                measure.capitalised() + " by week above usual, newest complete weeks, " + figures.place(),
                listed,
                MOST_ROWS,
                List.of(
                        "Above usual: above the bound that a usual week exceeds once in 200 weeks, with at least 5 in four weeks."
                                + " Its q is at most 0.10 among all series tested in the week.",
                        USUAL_NOTE,
                        "A community in a borough is set in beneath its borough or its community, where that is above usual too. It is part of the same rise."));
    }

    private ReportTable earlyTable() {
        return table(
                "Early signals: " + measure.plural() + " by week, " + figures.place(),
                early,
                MOST_SIGNALS,
                List.of(
                        "Early signal: what is reported so far is above the bound already, with q of at most 0.10. Weeks that are not complete have no"
                                + " other verdict.",
                        "The largest excess first. A series without a signal can turn out above usual once its week is complete.",
                        USUAL_NOTE));
    }

    private ReportTable table(String caption, List<JudgedWeek> shown, int mostRows, List<String> explained) {
        List<List<TableCell>> rows = shown.stream()
                .limit(mostRows)
                .map(week -> List.of(
                        new TableCell(name(week), week.isNested() ? 1 : 0, course(week)),
                        TableCell.of(DateText.shortDay(week.monday()) + (week.isProvisional() ? " [p]" : "")),
                        TableCell.of(recorded(week)),
                        TableCell.of(expectedText(week)),
                        TableCell.of(NumberText.count(week.usualUpper().orElseThrow())),
                        TableCell.of(NumberText.count(week.leastExcess().orElseThrow()))))
                .toList();
        List<TableColumn> columns = List.of(
                TableColumn.text("Series"),
                TableColumn.text("Week from"),
                TableColumn.number("Recorded"),
                TableColumn.number("Expected"),
                TableColumn.number("Usual up to"),
                TableColumn.number("At least more"));
        List<String> notes = new ArrayList<>(explained);
        if (shown.size() > mostRows) {
            notes.add("The first " + mostRows + " of " + NumberText.count(shown.size()) + ". All are in the table "
                    + AlarmsTable.TABLE.name() + " of the release.");
        }
        return new ReportTable(caption, columns, rows, Shorthand.withNote(notes, columns, rows));
    }

    private static String course(JudgedWeek week) {
        return week.weeksInAlarm() == 1 ? "new" : "for " + NumberText.counted(week.weeksInAlarm(), "week", "weeks");
    }

    private String name(JudgedWeek week) {
        String area = figures.areas().stream()
                .filter(one -> one.code().equals(week.areaCode()))
                .map(Area::label)
                .findFirst()
                .orElse("Whole area");
        String community = figures.findCommunity(week.communityCode())
                .map(Community::label)
                .orElse("all communities");
        return area + ", " + community;
    }
}
