package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigil.report.chart.RankedBars;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Comparison;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Headlines;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.TextAlternatives;

/** Where and what kind: kinds of place and groups of offences, ranked, for the headline community and the whole area. */
final class BreakdownPart {
    private static final int MOST_BARS = 8;
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
        List<Block> contexts = new ArrayList<>();
        List<Block> sources = new ArrayList<>();
        addTable(contexts, breakdowns.get(Breakdown.CONTEXT), "Context", numbering);
        addTable(sources, breakdowns.get(Breakdown.REPORTING), "Reporting source", numbering);
        if (contexts.isEmpty() || sources.isEmpty()) {
            blocks.addAll(contexts);
            blocks.addAll(sources);
        } else {
            blocks.add(new Columns(contexts, sources));
        }
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
                figures.areSomeHidden() || breakdown.total().isEmpty()
                        ? Headlines.mostFrequentPublished(what, shown.get(0).label(), count(shown.get(0)))
                        : Headlines.mostFrequent(
                                what,
                                shown.get(0).label(),
                                count(shown.get(0)),
                                breakdown.total().orElseThrow()),
                measure.capitalised() + " by " + what + ", " + figures.place() + ", " + when,
                TextAlternatives.rankedBars(
                        measure.plural() + " by " + what,
                        when,
                        shown.stream()
                                .limit(3)
                                .map(c -> c.label() + " " + NumberText.count(count(c)))
                                .toList()),
                new RankedBars(
                        Measure.capital(measure.singular()) + "s, " + when,
                        shown.stream()
                                .map(c -> new RankedBars.Bar(c.label(), count(c)))
                                .toList()),
                "Source: " + figures.facts().publisher() + "." + restText(breakdown, shown),
                table,
                tableNumber));
        blocks.add(NumberedTable.attached(tableNumber, table));
    }

    private void addTable(
            List<Block> blocks, @Nullable Breakdown breakdown, String characteristic, Numbering numbering) {
        if (breakdown != null && breakdown.known().size() >= FEWEST_KNOWN) {
            String when = breakdown.period().text() + (breakdown.isProvisional() ? " [p]" : "");
            blocks.add(new NumberedTable(numbering.nextTable(), table(breakdown, characteristic, when)));
        }
    }

    private static long count(Breakdown.Category category) {
        return category.count().orElseThrow();
    }

    /** What the bars leave out. */
    private static String restText(Breakdown breakdown, List<Breakdown.Category> shown) {
        List<Breakdown.Category> unknown = breakdown.categories().stream()
                .filter(c -> !c.isKnown() && c.count().isPresent())
                .toList();
        String rest = unknown.isEmpty()
                ? ""
                : " Not known, not stated or not applicable, in no bar: "
                        + (breakdown.total().isEmpty()
                                ? Findings.joined(unknown.stream()
                                        .map(c -> c.label() + " " + NumberText.count(count(c)))
                                        .toList())
                                : NumberText.count(unknown.stream()
                                        .mapToLong(BreakdownPart::count)
                                        .sum()))
                        + ".";
        int hidden = breakdown.withoutNumber().size();
        if (hidden > 0) {
            rest += " Without a bar, because no number is shown: "
                    + NumberText.counted(hidden, "category", "categories") + ".";
        }
        int known = breakdown.known().size();
        return shown.size() < known ? rest + " The " + shown.size() + " largest of " + known + " categories." : rest;
    }

    private ReportTable table(Breakdown breakdown, String characteristic, String when) {
        OptionalLong all = all(breakdown);
        List<TableColumn> columns = new ArrayList<>(List.of(
                TableColumn.text(characteristic), TableColumn.number(Measure.capital(measure.singular()) + "s")));
        if (all.isPresent()) {
            columns.add(TableColumn.number("Share of all"));
        }
        List<List<TableCell>> rows = breakdown.categories().stream()
                .map(c -> {
                    List<TableCell> cells = new ArrayList<>(List.of(
                            TableCell.of(c.label()),
                            TableCell.of(c.count().isPresent() ? NumberText.count(count(c)) : c.status())));
                    all.ifPresent(of -> cells.add(TableCell.of(share(c, of))));
                    return List.copyOf(cells);
                })
                .toList();
        return new ReportTable(
                measure.capitalised() + " by " + characteristic.toLowerCase(Locale.ROOT) + ", " + figures.place() + ", "
                        + when,
                columns,
                rows,
                Shorthand.withNote(
                        List.of(
                                figures.areSomeHidden()
                                        ? "Each " + measure.singular()
                                                + " is in one category. Changed counts do not add up to their total."
                                        : "Categories with nothing recorded are left out. Each " + measure.singular()
                                                + " is in one category."),
                        columns,
                        rows));
    }

    /** What shares are of: the sum of all categories or, where some are hidden or all are changed, the published count of the year, if it is large enough. */
    private OptionalLong all(Breakdown breakdown) {
        if (!figures.areSomeHidden()) {
            return breakdown.total();
        }
        PeriodCount year = figures.series(
                        figures.headline().code(), breakdown.period().type())
                .get(breakdown.period().start());
        return year == null || year.count().orElse(0) < Comparison.SMALLEST_CHANGED
                ? OptionalLong.empty()
                : year.count();
    }

    private String share(Breakdown.Category category, long all) {
        if (category.count().isEmpty()) {
            return category.status();
        }
        double percent = 100.0 * count(category) / all;
        return figures.areChanged() ? NumberText.wholePercent(percent) : NumberText.percent(percent);
    }
}
