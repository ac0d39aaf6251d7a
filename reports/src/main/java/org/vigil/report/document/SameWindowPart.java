package org.vigil.report.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.report.chart.RatioChart;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Verdict;

/** The same window after every event that a community is tested for, side by side. */
final class SameWindowPart {
    private static final int FEWEST = 2;
    private static final int MOST_DRAWN = 30;

    /** An estimate with all events it is of. */
    private record Estimated(ReferenceEvent event, int others, WindowEffect effect) {
        String name() {
            return event.name()
                    + (others == 0 ? "" : ", and " + NumberText.counted(others, "other", "others") + " nearby");
        }
    }

    /** A community in windows of one length. */
    private record Group(String communityCode, String window) {}

    private final List<String> communities;
    private final SourceFigures figures;
    private final Measure measure;
    private final StudiedEvents events;

    /** Of every community or, of a place seen from one community, of that one. */
    SameWindowPart(SourceContents contents) {
        this(
                contents,
                contents.figures()
                                .headline()
                                .code()
                                .equals(contents.whole().headline().code())
                        ? contents.events().communityOrder()
                        : List.of(contents.figures().headline().code()));
    }

    /**
     * Of some communities only.
     *
     * @param communities their codes, in the order of the report
     */
    SameWindowPart(SourceContents contents, List<String> communities) {
        this.communities = List.copyOf(communities);
        this.figures = contents.figures();
        this.measure = contents.plain();
        this.events = contents.events();
    }

    /** The section; empty where no community has two events to compare. */
    Optional<Section> section(String number, Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        for (Map.Entry<Group, List<Estimated>> group : groups().entrySet()) {
            if (group.getValue().stream()
                            .filter(one -> one.effect().count().ratio().isPresent())
                            .count()
                    >= FEWEST) {
                String table = numbering.nextTable();
                ReportTable values = table(group.getKey(), group.getValue());
                blocks.add(figure(group.getKey(), group.getValue(), values, table, numbering));
                blocks.add(NumberedTable.attached(table, values));
            }
        }
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        blocks.add(
                0,
                new Paragraph(
                        "Each figure sets the same window beside itself after every event that a community is tested for. A ratio is to what was usual"
                                + " at the time, so it says nothing of how many were recorded."));
        return Optional.of(new Section("same-window", number + ". The same window after each event", blocks));
    }

    private Map<Group, List<Estimated>> groups() {
        Map<Group, List<Estimated>> groups = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String community : communities) {
            for (EventStudy study : events.all()) {
                for (WindowEffect effect : study.windows()) {
                    boolean isCompared = effect.isHeadline()
                            && effect.isTested()
                            && effect.communityCode().equals(community)
                            && effect.count().hasEstimate();
                    // An estimate of several events stands in the list once, under the first of them.
                    if (isCompared && seen.add(cluster(effect))) {
                        groups.computeIfAbsent(
                                        new Group(community, effect.window().text()), group -> new ArrayList<>())
                                .add(new Estimated(
                                        study.event(), events.othersOf(effect).size(), effect));
                    }
                }
            }
        }
        groups.values().forEach(Collections::reverse);
        return groups;
    }

    private static String cluster(WindowEffect effect) {
        List<String> members = effect.inseparable().isEmpty()
                ? List.of(effect.eventId())
                : effect.inseparable().stream().sorted().toList();
        return effect.communityCode() + "/" + effect.window().grain() + "/" + String.join(";", members);
    }

    private Figure figure(
            Group group, List<Estimated> estimates, ReportTable values, String tableNumber, Numbering numbering) {
        List<Estimated> known = estimates.stream()
                .filter(one -> one.effect().count().ratio().isPresent()
                        && one.effect().count().ratioLower().isPresent())
                .toList();
        List<Estimated> drawn = known.subList(0, Math.min(MOST_DRAWN, known.size()));
        long above = drawn.stream()
                .filter(one -> one.effect().count().is(Verdict.ABOVE_USUAL))
                .count();
        String label = events.label(group.communityCode());
        return new Figure(
                "figure-same-window-" + group.communityCode() + "-"
                        + group.window().replace(' ', '-'),
                numbering.nextFigure(),
                label + ": above usual after " + NumberText.count(above) + " of "
                        + NumberText.counted(drawn.size(), "event", "events"),
                Measure.capital(measure.plural()) + ", recorded over usual number, " + group.window() + ", "
                        + figures.place(),
                "Dots with 95% intervals on a logarithmic axis: the ratio of recorded to usual " + measure.plural()
                        + " against " + label + " in the " + group.window() + " after "
                        + NumberText.counted(drawn.size(), "event", "events") + ". "
                        + NumberText.count(above) + " are above usual. All values are in the table.",
                new RatioChart(
                        "Ratio and 95% interval",
                        drawn.stream()
                                .map(one -> new RatioChart.Row(
                                        one.name(),
                                        DateText.shortDay(one.event().start()),
                                        one.effect().count().ratio().orElseThrow(),
                                        one.effect().count().ratioLower().orElseThrow(),
                                        one.effect().count().ratioUpper(),
                                        one.effect()
                                                .count()
                                                .verdict()
                                                .map(Verdict::isClear)
                                                .orElse(false)))
                                .toList()),
                "Source: " + figures.facts().publisher()
                        + ". Filled: above or below usual. Hollow: neither, or no verdict. \u00D71 is the usual number."
                        + (drawn.size() < known.size()
                                ? " The newest " + drawn.size() + " of " + known.size() + "; the table has all."
                                : ""),
                values,
                tableNumber);
    }

    private ReportTable table(Group group, List<Estimated> estimates) {
        List<List<TableCell>> rows = estimates.stream()
                .map(one -> {
                    List<TableCell> cells = new ArrayList<>(EventTables.judged(TableCell.of(one.name()), one.effect()));
                    cells.add(1, TableCell.of(DateText.shortDay(one.event().start())));
                    return List.copyOf(cells);
                })
                .toList();
        return new ReportTable(
                events.label(group.communityCode()) + ": " + measure.plural() + " in the " + group.window()
                        + " after each event",
                EventTables.judgedColumns(TableColumn.text("Event"), TableColumn.text("First day")),
                rows,
                List.of(VerdictPart.NOTE));
    }
}
