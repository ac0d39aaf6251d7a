package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Comparison;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodCount;

/** One area or community beside the whole: the same measures of both in one table. */
final class ComparisonPart {
    private final SourceContents contents;
    private final SourceFigures part;
    private final SourceFigures whole;

    ComparisonPart(SourceContents contents) {
        this.contents = contents;
        this.part = contents.figures();
        this.whole = contents.whole();
    }

    /** The section; empty where nothing can be set beside the whole. */
    Optional<Section> section(String number, Numbering numbering) {
        List<List<TableCell>> rows = new ArrayList<>();
        Optional<Period> year = year();
        year.ifPresent(period -> addYear(rows, period));
        addLatest(rows);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<TableColumn> columns =
                List.of(TableColumn.text("Measure"), TableColumn.number(name(part)), TableColumn.number(name(whole)));
        ReportTable table = new ReportTable(
                Measure.capital(contents.plain().plural()) + ": " + name(part) + " beside " + name(whole),
                columns,
                rows,
                Shorthand.withNote(notes(rows), columns, rows));
        return Optional.of(new Section(
                "comparison",
                number + ". Beside " + (part.isWholeArea() ? lowerFirst(name(whole)) : "the whole area"),
                List.of(new NumberedTable(numbering.nextTable(), table))));
    }

    private List<String> notes(List<List<TableCell>> rows) {
        List<String> notes = new ArrayList<>();
        if (!part.isWholeArea()) {
            notes.add(part.place() + " is part of the whole, so the two are not independent.");
        }
        if (rows.stream().anyMatch(row -> row.get(0).text().startsWith("Rate"))) {
            notes.add("Rates are for residents; many people in an area live elsewhere.");
        }
        return notes;
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private String name(SourceFigures figures) {
        return part.isWholeArea() ? figures.headline().label() : figures.place();
    }

    /** The newest year that both have. */
    private Optional<Period> year() {
        return part.year()
                .filter(period ->
                        whole.series(whole.headline().code(), period.type()).containsKey(period.start()));
    }

    private void addYear(List<List<TableCell>> rows, Period year) {
        rows.add(row(Measure.capital(year.text()), figures -> count(figures, year)));
        Period before =
                new Period(year.type(), year.startOneYearBefore(), year.start().minusDays(1));
        rows.add(row(Measure.capital(before.text()), figures -> count(figures, before)));
        rows.add(row("Change on the year before", figures -> change(figures, year)));
        if (!part.isWholeArea() && rate(part, year).isPresent()) {
            rows.add(row("Rate per 100,000 residents", figures -> rateText(figures, year)));
            rows.add(row("95% interval of the rate", figures -> intervalText(figures, year)));
        }
    }

    private List<TableCell> row(String header, Function<SourceFigures, String> of) {
        return ReportTable.row(header, of.apply(part), of.apply(whole));
    }

    private static @Nullable PeriodCount find(SourceFigures figures, Period period) {
        return figures.series(figures.headline().code(), period.type()).get(period.start());
    }

    private static String count(SourceFigures figures, Period period) {
        PeriodCount count = find(figures, period);
        return count == null ? "[x]" : count.countText() + (count.isProvisional() ? " [p]" : "");
    }

    private static String change(SourceFigures figures, Period year) {
        PeriodCount now = find(figures, year);
        PeriodCount before =
                figures.series(figures.headline().code(), year.type()).get(year.startOneYearBefore());
        if (now == null) {
            return "[x]";
        }
        Comparison comparison = figures.compare(now, before);
        return comparison.cellText();
    }

    private static Optional<AreaRate> rate(SourceFigures figures, Period year) {
        return Optional.ofNullable(
                        figures.areaSeries(figures.areaCode(), year.type()).get(year.start()))
                .filter(rate -> rate.rate().isPresent());
    }

    private static String rateText(SourceFigures figures, Period year) {
        return rate(figures, year)
                .map(rate -> NumberText.oneDecimal(rate.rate().orElseThrow()))
                .orElse("[z]");
    }

    private static String intervalText(SourceFigures figures, Period year) {
        return rate(figures, year)
                .filter(rate -> rate.lower95().isPresent() && rate.upper95().isPresent())
                .map(rate -> NumberText.oneDecimal(rate.lower95().orElseThrow()) + " to "
                        + NumberText.oneDecimal(rate.upper95().orElseThrow()))
                .orElse("[z]");
    }

    private void addLatest(List<List<TableCell>> rows) {
        Optional<JudgedCount> ofPart = judged(part);
        Optional<JudgedCount> ofWhole = judged(whole);
        if (ofPart.isEmpty() || ofWhole.isEmpty()) {
            return;
        }
        String when = Measure.capital(
                contents.latest(part.areaCode()).orElseThrow().text().replaceFirst("^the ", ""));
        add(rows, when + ": recorded", ofPart.get(), ofWhole.get(), JudgedCount::recordedText);
        add(rows, when + ": usual range", ofPart.get(), ofWhole.get(), JudgedCount::usualText);
        add(rows, when + ": ratio", ofPart.get(), ofWhole.get(), JudgedCount::ratioText);
        add(rows, when + ": 95% interval of the ratio", ofPart.get(), ofWhole.get(), JudgedCount::intervalText);
        add(rows, when + ": verdict", ofPart.get(), ofWhole.get(), count -> Measure.capital(count.verdictText()));
    }

    private static void add(
            List<List<TableCell>> rows,
            String header,
            JudgedCount part,
            JudgedCount whole,
            Function<JudgedCount, String> of) {
        rows.add(ReportTable.row(header, of.apply(part), of.apply(whole)));
    }

    private Optional<JudgedCount> judged(SourceFigures figures) {
        return contents.latest(figures.areaCode())
                .flatMap(period -> Optional.ofNullable(
                        period.byCommunity().get(figures.headline().code())));
    }
}
