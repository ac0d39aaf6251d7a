package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigil.release.CellStatus;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Measure;
import org.vigil.report.text.Period;
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.PeriodType;
import org.vigil.report.text.Verdict;

/** Target communities: small panels on one scale, and a table of all. */
final class CommunityPart {
    private static final int FEWEST_GROUPED = 3;

    private final SourceContents contents;
    private final SourceFigures figures;
    private final Measure measure;
    private final Measure plain;
    private final Optional<Period> year;
    private final PeriodType type;
    private final TrendTable trends;

    CommunityPart(SourceContents contents) {
        this.contents = contents;
        this.figures = contents.figures();
        this.measure = contents.measure();
        this.plain = contents.plain();
        this.year = figures.year();
        this.trends = TrendTable.ofCommunities(contents.input(), figures, plain);
        this.type = year.map(Period::type).orElse(PeriodType.ROLLING_12_MONTHS);
    }

    /** The section; empty where the source covers less than 12 months or has no communities. */
    Optional<Section> section(String number, Numbering numbering) {
        if (year.isEmpty() || figures.communities().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Each community is counted in its own right. One " + measure.singular()
                                + " can concern several communities. Parts are never added to wholes, and communities do not add up to a total."));
        figure(numbering).ifPresent(blocks::add);
        blocks.add(table(numbering, year.get()));
        trendTable().ifPresent(table -> blocks.add(NumberedTable.attached(numbering.nextTable(), table)));
        return Optional.of(new Section("communities", number + ". Target communities", blocks));
    }

    /** The section with nothing but the table of counts; empty where there is no year or no community. */
    Optional<Section> table(String number, Numbering numbering) {
        return year.filter(period -> !figures.communities().isEmpty())
                .map(period ->
                        new Section("communities", number + ". Target communities", List.of(table(numbering, period))));
    }

    /** Every community without parts in a panel of its own. */
    private Optional<Figure> figure(Numbering numbering) {
        List<SeriesGrid.Series> series = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (Community community : figures.communities()) {
            if (!figures.hasParts(community) && !community.kind().equals(Community.UNKNOWN_KIND)) {
                boolean isAbove = contents.latest()
                        .flatMap(period ->
                                Optional.ofNullable(period.byCommunity().get(community.code())))
                        .filter(count -> count.is(Verdict.ABOVE_USUAL))
                        .isPresent();
                if (isAbove) {
                    above.add(community.label());
                }
                series.add(new SeriesGrid.Series(
                        community.label(), community.label(), isAbove, figures.allSeries(community.code())));
            }
        }
        return SeriesGrid.of(series)
                .map(grid -> grid.figure(
                        contents,
                        "figure-communities",
                        numbering.nextFigure(),
                        "community",
                        "communities",
                        above.isEmpty()
                                ? contents.latest().isPresent()
                                        ? "No community is above usual"
                                        : "Each community on one scale"
                                : "Above usual: " + Findings.joined(above),
                        contents.latest()
                                .map(period -> "above usual in " + period.text())
                                .orElse("above usual")));
    }

    private boolean isRolling() {
        return type == PeriodType.ROLLING_12_MONTHS;
    }

    private Optional<ReportTable> trendTable() {
        List<TrendTable.Row> rows = new ArrayList<>();
        if (figures.headline().code().equals(Community.ALL)) {
            rows.add(new TrendTable.Row(
                    Community.ALL, TableCell.of(figures.headline().label())));
        }
        figures.communities()
                .forEach(community -> rows.add(new TrendTable.Row(
                        community.code(), new TableCell(community.label(), figures.depth(community), ""))));
        return trends.of("community", figures.place(), rows);
    }

    private NumberedTable table(Numbering numbering, Period latest) {
        boolean hasFlags = figures.communities().stream()
                .anyMatch(c -> !c.publisherLabels().isEmpty());
        Period before =
                new Period(type, latest.startOneYearBefore(), latest.start().minusDays(1));
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.text("Community"));
        if (hasFlags) {
            columns.add(TableColumn.quoted("Publisher\u2019s flag"));
        }
        boolean isProvisional = Optional.ofNullable(
                        figures.series(figures.headline().code(), type).get(latest.start()))
                .map(PeriodCount::isProvisional)
                .orElse(false);
        columns.add(TableColumn.number(Measure.capital(latest.text()) + (isProvisional ? " [p]" : "")));
        columns.add(TableColumn.number(Measure.capital(before.text())));
        columns.add(TableColumn.number("Change"));
        boolean hasIntervals = isRolling()
                && figures.communities().stream()
                        .anyMatch(c -> trends.changeInterval(c.code(), latest).isPresent());
        if (hasIntervals) {
            columns.add(TableColumn.number("95% interval"));
        }
        List<List<TableCell>> rows = new ArrayList<>();
        boolean hasTotal = figures.headline().code().equals(Community.ALL);
        if (hasTotal) {
            rows.add(
                    row(figures.headline(), latest, hasFlags, hasIntervals, 0, "each " + measure.singular() + " once"));
        }
        List<Community> silent =
                figures.communities().stream().filter(c -> isSilent(c, latest)).toList();
        boolean areGrouped = silent.size() >= FEWEST_GROUPED;
        for (Community community : figures.communities()) {
            if (areGrouped && silent.contains(community)) {
                continue;
            }
            String whole = figures.findCommunity(community.partOf())
                    .map(c -> "part of " + c.label())
                    .orElse("");
            rows.add(row(community, latest, hasFlags, hasIntervals, figures.depth(community), whole));
        }
        List<String> notes = new ArrayList<>();
        if (areGrouped) {
            notes.add("0 in both periods: "
                    + Findings.joined(silent.stream().map(Community::label).toList()) + ".");
        }
        notes.add("Parts are set in and never added to wholes."
                + (hasIntervals
                        ? " The interval of a change allows for chance alone; incidents come in waves, so years can differ by more."
                        : ""));
        return new NumberedTable(
                numbering.nextTable(),
                new ReportTable(
                        plain.capitalised() + " by community, " + figures.place(),
                        columns,
                        rows,
                        Shorthand.withNote(
                                notes, columns, rows, Map.of(CellStatus.LOW_RELIABILITY, figures.noPercentage()))));
    }

    /** Whether a community without parts has 0 in the period and in the one before; true zeros only. */
    private boolean isSilent(Community community, Period latest) {
        NavigableMap<LocalDate, PeriodCount> series = figures.series(community.code(), type);
        return !figures.hasParts(community)
                && isZero(series.get(latest.start()))
                && isZero(series.get(latest.startOneYearBefore()));
    }

    private static boolean isZero(@Nullable PeriodCount count) {
        return count != null && count.count().equals(OptionalLong.of(0));
    }

    private List<TableCell> row(
            Community community, Period latest, boolean hasFlags, boolean hasIntervals, int depth, String note) {
        NavigableMap<LocalDate, PeriodCount> series = figures.series(community.code(), type);
        PeriodCount now = series.get(latest.start());
        PeriodCount before = series.get(latest.startOneYearBefore());
        List<TableCell> cells = new ArrayList<>();
        cells.add(new TableCell(community.label(), depth, note));
        if (hasFlags) {
            cells.add(TableCell.of(community.publisherText()));
        }
        cells.add(TableCell.of(now == null ? "[x]" : now.countText()));
        cells.add(TableCell.of(before == null ? "[x]" : before.countText()));
        String change = now == null ? "[x]" : figures.compare(now, before).cellText();
        cells.add(TableCell.of(change));
        if (hasIntervals) {
            cells.add(TableCell.of(trends.changeInterval(community.code(), latest, change)));
        }
        return cells;
    }
}
