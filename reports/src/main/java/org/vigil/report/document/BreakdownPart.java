package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigil.report.chart.RankedBars;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Headlines;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.TextAlternatives;

/** Where and what kind: kinds of place and groups of offences, ranked, for the headline community and the whole area. */
final class BreakdownPart {
    private static final int MOST_BARS = 12;
    private static final int FEWEST_KNOWN = 2;

    private final ReportInput input;
    private final SourceFigures figures;
    private final CodeLabels codes;
    private final Measure measure;

    BreakdownPart(ReportInput input, SourceFigures figures, CodeLabels codes, Measure measure) {
        this.input = input;
        this.figures = figures;
        this.codes = codes;
        this.measure = measure;
    }

    /** The section; empty where the source tells neither places nor offences apart. */
    Optional<Section> section(String number, Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        Map<String, Breakdown> breakdowns = Breakdown.read(input, figures, codes);
        add(blocks, breakdowns.get(Breakdown.LOCATION), "Kind of place", "location-type", numbering);
        add(blocks, breakdowns.get(Breakdown.OFFENCE), "Offence group", "offence-group", numbering);
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("kinds", number + ". Where and what kind", blocks));
    }

    private void add(
            List<Block> blocks,
            @Nullable Breakdown breakdown,
            String characteristic,
            String name,
            Numbering numbering) {
        if (breakdown == null || breakdown.known().size() < FEWEST_KNOWN) {
            return;
        }
        String figureNumber = numbering.nextFigure();
        String tableNumber = numbering.nextTable();
        List<Breakdown.Category> known = breakdown.known();
        List<Breakdown.Category> shown = known.subList(0, Math.min(MOST_BARS, known.size()));
        String what = characteristic.toLowerCase(Locale.ROOT);
        String when = breakdown.period().text() + (breakdown.isProvisional() ? " [p]" : "");
        ReportTable table = table(breakdown, characteristic, when);
        blocks.add(new Figure(
                figureNumber.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + name,
                figureNumber,
                Headlines.mostFrequent(what, shown.get(0).label(), shown.get(0).count(), breakdown.total()),
                measure.capitalised() + " by " + what + ", " + figures.facts().wholeAreaLabel() + ", " + when,
                TextAlternatives.rankedBars(
                        measure.plural() + " by " + what,
                        when,
                        shown.stream()
                                .limit(3)
                                .map(c -> c.label() + " " + NumberText.count(c.count()))
                                .toList()),
                new RankedBars(
                        Measure.capital(measure.singular()) + "s, " + when,
                        shown.stream()
                                .map(c -> new RankedBars.Bar(c.label(), c.count()))
                                .toList()),
                "Source: " + figures.facts().publisher() + "." + restText(breakdown, shown),
                table,
                tableNumber));
        blocks.add(new NumberedTable(tableNumber, table));
    }

    /** What the bars leave out. */
    private static String restText(Breakdown breakdown, List<Breakdown.Category> shown) {
        long unknown = breakdown.categories().stream()
                .filter(c -> !c.isKnown())
                .mapToLong(Breakdown.Category::count)
                .sum();
        String rest = unknown == 0
                ? ""
                : " Not known, not stated or not applicable, in no bar: " + NumberText.count(unknown) + ".";
        int known = breakdown.known().size();
        return shown.size() < known ? rest + " The " + shown.size() + " largest of " + known + " categories." : rest;
    }

    private ReportTable table(Breakdown breakdown, String characteristic, String when) {
        List<List<TableCell>> rows = breakdown.categories().stream()
                .map(c -> ReportTable.row(
                        c.label(),
                        NumberText.count(c.count()),
                        NumberText.percent(100.0 * c.count() / breakdown.total())))
                .toList();
        return new ReportTable(
                measure.capitalised() + " by " + characteristic.toLowerCase(Locale.ROOT) + ", "
                        + figures.facts().wholeAreaLabel() + ", " + when,
                List.of(
                        TableColumn.text(characteristic),
                        TableColumn.number(Measure.capital(measure.singular()) + "s"),
                        TableColumn.number("Share of all")),
                rows,
                List.of("Categories with nothing recorded are left out. Each " + measure.singular()
                        + " is in one category."));
    }
}
