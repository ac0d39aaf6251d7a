package org.vigil.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.release.CellStatus;
import org.vigil.release.CountsTable;
import org.vigil.release.ExtractsTable;
import org.vigil.release.QualityTable;
import org.vigil.release.SourcesTable;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Comparison;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;

/** Quality and method: what became of every record, where the records come from, what is counted, and how the figures may be read. */
final class QualityPart {
    private static final List<String> OUTCOMES =
            List.of("read", "accepted", "merged", "duplicate", "superseded", "out_of_scope", "quarantined");
    private static final String ALL_RULES = "all";

    private final ReportInput input;
    private final SourceFigures figures;
    private final CodeLabels codes;
    private final Measure measure;

    QualityPart(ReportInput input, SourceFigures figures, CodeLabels codes, Measure measure) {
        this.input = input;
        this.figures = figures;
        this.codes = codes;
        this.measure = measure;
    }

    Section section(String number, Numbering numbering, List<SeriesBreak> breaks) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Points("What is counted", whatIsCounted()));
        if (!breaks.isEmpty()) {
            blocks.add(new Points("Breaks in series and measurement events", breakPoints(breaks)));
        }
        blocks.add(new Points("How to read the figures", howToRead()));
        blocks.addAll(new RevisionPart(input, figures, measure).blocks(numbering));
        Map<String, Map<String, Map<String, OptionalLong>>> outcomes = outcomes();
        Map<String, String> names = new LinkedHashMap<>();
        ReportTable extracts = extracts(names);
        if (!outcomes.isEmpty()) {
            blocks.add(new NumberedTable(numbering.nextTable(), conservation(outcomes, names)));
            ReportTable quarantined = quarantined(outcomes);
            if (!quarantined.rows().isEmpty()) {
                blocks.add(NumberedTable.attached(numbering.nextTable(), quarantined));
            }
        }
        if (!extracts.rows().isEmpty()) {
            blocks.add(NumberedTable.attached(numbering.nextTable(), extracts));
        }
        blocks.addAll(new OverlapPart(input, figures).blocks(numbering));
        return new Section("quality", number + ". Quality and method", blocks);
    }

    private List<Points.Point> whatIsCounted() {
        SourceFacts facts = figures.facts();
        List<Points.Point> points = new ArrayList<>();
        points.add(new Points.Point("Source", facts.label() + ", " + facts.publisher() + "."));
        points.add(coded("Counting unit", SourcesTable.COUNTING_UNIT.name(), facts.countingUnit()));
        points.add(coded("Target community", SourcesTable.TARGET_BASIS.name(), facts.targetBasis()));
        points.add(coded("Records", CountsTable.RECORD_CLASS.name(), figures.recordClass()));
        points.add(new Points.Point(
                "Dates",
                measure.isRecorded()
                        ? "A record belongs to the period in which it was recorded."
                        : "A record belongs to the period in which it happened."));
        points.add(new Points.Point(
                "Time covered",
                DateText.day(facts.coverageStart()) + " to " + DateText.day(facts.coverageEnd()) + "."));
        if (!facts.hasTotal()) {
            points.add(new Points.Point(
                    "No total",
                    "The source has no total that counts each " + facts.countingUnit()
                            + " once. The summary shows its widest flag, never a sum of flags."));
        }
        addIfStated(points, "Left out", facts.coverageNote());
        addIfStated(points, "Area", facts.areaBasis());
        return points;
    }

    private Points.Point coded(String term, String list, String code) {
        String definition = codes.definition(list, code);
        String label = Measure.capital(codes.label(list, code));
        return new Points.Point(term, withStop(definition.isEmpty() ? label : label + ": " + definition));
    }

    private static void addIfStated(List<Points.Point> points, String term, String text) {
        if (!text.isEmpty()) {
            points.add(new Points.Point(term, withStop(Measure.capital(text))));
        }
    }

    private static String withStop(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** One point for each break or event; those that come back under one name, year after year, share a point. */
    static List<Points.Point> breakPoints(List<SeriesBreak> breaks) {
        Map<String, List<SeriesBreak>> groups = new LinkedHashMap<>();
        for (SeriesBreak found : breaks) {
            String key = found.isBreak() ? found.toString() : withoutYear(found.name()) + "\n" + found.effect();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(found);
        }
        return groups.values().stream()
                .map(group -> group.size() == 1 ? breakPoint(group.get(0)) : yearlyPoint(group))
                .toList();
    }

    private static String withoutYear(String name) {
        return name.replaceFirst(" \\d{4}$", "");
    }

    private static Points.Point yearlyPoint(List<SeriesBreak> group) {
        List<Integer> years =
                group.stream().map(b -> b.start().getYear()).distinct().toList();
        int first = years.get(0);
        int last = years.get(years.size() - 1);
        boolean isUnbroken = years.size() > 2 && last - first == years.size() - 1;
        String dates = isUnbroken
                ? "Every year from " + first + " to " + last
                : Findings.joined(years.stream().map(String::valueOf).toList());
        SeriesBreak any = group.get(0);
        return new Points.Point(
                dates, withStop(withoutYear(any.name())) + " " + withStop(Measure.capital(any.effect())));
    }

    private static Points.Point breakPoint(SeriesBreak found) {
        String dates = DateText.day(found.start())
                + found.end()
                        .filter(end -> !end.equals(found.start()))
                        .map(end -> " to " + DateText.day(end))
                        .orElse("");
        String kind = found.isBreak() ? "Break in series. " : "";
        return new Points.Point(dates, kind + withStop(found.name()) + " " + withStop(Measure.capital(found.effect())));
    }

    private List<Points.Point> howToRead() {
        return List.of(
                new Points.Point(
                        "Level", "Recorded figures are not prevalence. Many incidents are never reported to anyone."),
                new Points.Point(
                        "Percentages",
                        figures.areChanged()
                                ? "A percentage is given only for whole periods, without a break, of two counts of at least "
                                        + Comparison.SMALLEST_CHANGED + "."
                                : "A percentage is given only for whole periods, without a break, on a base of at least "
                                        + Comparison.SMALLEST_BASE + "."),
                new Points.Point(
                        "Rates",
                        "Intervals are 95%: exact below 10 incidents, Byar\u2019s method from 10"
                                + (figures.areChanged() ? ", wider by what the changes of counts add." : ".")
                                + " Rates of residents only."),
                new Points.Point(
                        "Funnel",
                        "Limits are Poisson quantiles around the common rate, widened where areas vary more than chance explains."),
                new Points.Point(
                        "Events", "A reference event is a date for comparison. Its place in a chart claims no cause."));
    }

    /** Counts by extract, outcome and rule; empty where only that it is small is published. */
    private Map<String, Map<String, Map<String, OptionalLong>>> outcomes() {
        Rows rows = new Rows(input.rows(
                QualityTable.TABLE,
                QualityTable.TABLE.columns(),
                Map.of(QualityTable.SOURCE_CODE, Set.of(figures.facts().code()))));
        Map<String, Map<String, Map<String, OptionalLong>>> outcomes = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            outcomes.computeIfAbsent(rows.text(QualityTable.EXTRACT_ID, i), e -> new TreeMap<>())
                    .computeIfAbsent(rows.text(QualityTable.OUTCOME_CODE, i), o -> new TreeMap<>())
                    .put(rows.text(QualityTable.RULE_CODE, i), rows.number(QualityTable.RECORD_COUNT, i));
        }
        return outcomes;
    }

    /** Outcomes whose numbers the release does not say. */
    private Set<String> hidden() {
        Rows rows = new Rows(input.rows(
                QualityTable.TABLE,
                QualityTable.TABLE.columns(),
                Map.of(
                        QualityTable.SOURCE_CODE,
                        Set.of(figures.facts().code()),
                        QualityTable.RECORD_COUNT_STATUS,
                        Set.of(CellStatus.CONFIDENTIAL.shorthand()))));
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.text(QualityTable.OUTCOME_CODE, row))
                .collect(Collectors.toSet());
    }

    private static OptionalLong total(Map<String, Map<String, OptionalLong>> extract, String outcome) {
        return extract.getOrDefault(outcome, Map.of()).getOrDefault(ALL_RULES, OptionalLong.of(0));
    }

    private ReportTable conservation(
            Map<String, Map<String, Map<String, OptionalLong>>> outcomes, Map<String, String> names) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text(names.isEmpty() ? "Extract" : "Extract of"));
        OUTCOMES.forEach(o -> columns.add(
                TableColumn.number(o.equals("quarantined") ? "In quarantine" : Measure.capital(o.replace('_', ' ')))));
        List<List<TableCell>> rows = new ArrayList<>();
        boolean areDistinct = names.values().stream().distinct().count() == names.size();
        boolean isConserved = true;
        boolean areRounded = figures.areSomeHidden();
        Set<String> hidden = hidden();
        for (Map.Entry<String, Map<String, Map<String, OptionalLong>>> extract : outcomes.entrySet()) {
            List<TableCell> cells = new ArrayList<>();
            String id = extract.getKey();
            cells.add(TableCell.of(areDistinct ? names.getOrDefault(id, id) : id));
            long others = 0;
            for (String outcome : OUTCOMES) {
                OptionalLong count = total(extract.getValue(), outcome);
                others += outcome.equals("read") ? 0 : count.orElse(0);
                areRounded |= count.isEmpty();
                cells.add(TableCell.of(
                        count.isPresent()
                                ? NumberText.count(count.getAsLong())
                                : (hidden.contains(outcome) ? CellStatus.CONFIDENTIAL : CellStatus.ROUNDS_TO_ZERO)
                                        .shorthand()));
            }
            isConserved &= others == total(extract.getValue(), "read").orElse(0);
            rows.add(cells);
        }
        String verdict = isConserved
                ? "Every record read is accounted for: read equals the sum of the other columns in each row."
                : "Not every record read is accounted for: in at least one row, read differs from the sum of the others.";
        if (areRounded) {
            return new ReportTable(
                    "What became of every record read, by extract",
                    columns,
                    rows,
                    List.of(
                            "Every record read is accounted for: that was checked before the numbers were rounded.",
                            "Numbers are rounded to 10. [low] stands for fewer than 10. Extracts have names that say nothing of their files."));
        }
        return new ReportTable("What became of every record read, by date of extract", columns, rows, List.of(verdict));
    }

    private ReportTable quarantined(Map<String, Map<String, Map<String, OptionalLong>>> outcomes) {
        Map<String, Long> byRule = new TreeMap<>();
        outcomes.values()
                .forEach(extract -> extract.getOrDefault("quarantined", Map.of())
                        .forEach((rule, count) -> {
                            if (!rule.equals(ALL_RULES) && count.orElse(0) > 0) {
                                byRule.merge(rule, count.orElseThrow(), Long::sum);
                            }
                        }));
        return new ReportTable(
                "Records held in quarantine, by rule",
                List.of(TableColumn.text("Rule"), TableColumn.number("Records")),
                byRule.entrySet().stream()
                        .map(e -> ReportTable.row(
                                Measure.capital(codes.label("rule", e.getKey())), NumberText.count(e.getValue())))
                        .toList(),
                List.of("A record can break several rules. Records in quarantine are in no figure of this report."));
    }

    private ReportTable extracts(Map<String, String> names) {
        Rows rows = new Rows(input.rows(
                ExtractsTable.TABLE,
                ExtractsTable.TABLE.columns(),
                Map.of(ExtractsTable.SOURCE_CODE, Set.of(figures.facts().code()))));
        List<List<TableCell>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.text(ExtractsTable.FILE_NAME, i);
            names.put(
                    rows.text(ExtractsTable.EXTRACT_ID, i),
                    rows.date(ExtractsTable.EXTRACT_DATE, i)
                            .map(DateText::day)
                            .orElse(rows.text(ExtractsTable.EXTRACT_ID, i)));
            cells.add(List.of(
                    new TableCell(name, 0, "SHA-256 " + rows.text(ExtractsTable.SHA256, i)),
                    TableCell.of(rows.date(ExtractsTable.EXTRACT_DATE, i)
                            .map(DateText::day)
                            .orElse("[x]")),
                    TableCell.of(NumberText.count(
                            rows.number(ExtractsTable.PHYSICAL_ROW_COUNT, i).orElse(0))),
                    TableCell.of(NumberText.count(
                            rows.number(ExtractsTable.BYTE_COUNT, i).orElse(0)))));
        }
        return new ReportTable(
                "Files that this report was made from",
                List.of(
                        TableColumn.quoted("File and checksum"),
                        TableColumn.text("Extract of"),
                        TableColumn.number("Rows"),
                        TableColumn.number("Bytes")),
                cells,
                List.of("Release " + input.releaseName() + ", as of " + DateText.day(input.asOf()) + "."));
    }
}
