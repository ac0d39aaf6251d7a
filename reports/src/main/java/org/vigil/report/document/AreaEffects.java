package org.vigil.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.Findings;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Verdict;

/** What was recorded after events in single areas: an alphabetical table, never a league table. */
final class AreaEffects {
    private static final int MOST_ROWS = 12;

    private final StudiedEvents events;
    private final String level;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, List<WindowEffect>> byEvent = new HashMap<>();

    private AreaEffects(StudiedEvents events, String level) {
        this.events = events;
        this.level = level;
    }

    /** Windows of all events in the areas of one level, of the total and of tested communities. */
    static AreaEffects of(SourceContents contents) {
        String level = AreaPart.level(contents.whole()).orElse("");
        AreaEffects effects = new AreaEffects(contents.events(), level);
        contents.whole().areas().stream()
                .filter(area -> area.kind().equals(level))
                .forEach(area -> effects.labels.put(area.code(), area.label()));
        effects.labels.keySet().stream()
                .flatMap(area -> contents.effects(area).stream())
                .forEach(effect -> effects.byEvent
                        .computeIfAbsent(effect.eventId(), id -> new ArrayList<>())
                        .add(effect));
        return effects;
    }

    /** Effects of an event in the window that is spoken of, of the communities given, by name of area and order of communities. */
    private List<WindowEffect> of(EventStudy study, List<String> communities) {
        return study.spokenOf()
                .map(shown -> byEvent.getOrDefault(study.event().id(), List.of()).stream()
                        .filter(effect -> effect.hasWindowOf(shown) && communities.contains(effect.communityCode()))
                        .filter(effect -> effect.count().hasEstimate())
                        .sorted(Comparator.comparing((WindowEffect effect) -> label(effect))
                                .thenComparing(effect -> communities.indexOf(effect.communityCode())))
                        .toList())
                .orElse(List.of());
    }

    private String label(WindowEffect effect) {
        return labels.getOrDefault(effect.areaCode(), effect.areaCode());
    }

    /** The table with a sentence on what it leaves out; nothing where no area has an estimate. */
    List<Block> blocks(EventStudy study, List<String> communities, String title, Numbering numbering) {
        List<WindowEffect> all = of(study, communities);
        if (all.isEmpty()) {
            return List.of();
        }
        List<WindowEffect> telling =
                all.stream().filter(effect -> effect.count().isTelling()).toList();
        List<WindowEffect> shown = telling.size() <= MOST_ROWS
                ? telling
                : telling.stream()
                        .filter(effect -> effect.count().is(Verdict.ABOVE_USUAL))
                        .toList();
        List<Block> blocks = new ArrayList<>();
        if (!shown.isEmpty()) {
            blocks.add(new NumberedTable(numbering.nextTable(), table(shown, title)));
        }
        rest(all, shown).ifPresent(text -> blocks.add(new Paragraph(text)));
        return blocks;
    }

    private ReportTable table(List<WindowEffect> shown, String title) {
        return new ReportTable(
                title + " by " + AreaPart.singular(level),
                EventTables.judgedColumns(
                        TableColumn.text(Measure.capital(AreaPart.singular(level))), TableColumn.text("Community")),
                shown.stream()
                        .map(effect -> {
                            List<TableCell> cells =
                                    new ArrayList<>(EventTables.judged(TableCell.of(label(effect)), effect));
                            cells.add(1, TableCell.of(events.label(effect.communityCode())));
                            return List.copyOf(cells);
                        })
                        .toList(),
                List.of("In alphabetical order; this is not a league table. Verdicts allow for the number of tests."));
    }

    /** How the counts stand that the table leaves out. */
    private Optional<String> rest(List<WindowEffect> all, List<WindowEffect> shown) {
        List<WindowEffect> left = new ArrayList<>(all);
        left.removeAll(shown);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count =
                    left.stream().filter(effect -> effect.count().is(verdict)).count();
            if (count > 0) {
                parts.add(NumberText.count(count) + " " + verdict.words());
            }
        }
        long without = left.stream()
                .filter(effect -> effect.count().verdict().isEmpty())
                .count();
        if (without > 0) {
            parts.add(NumberText.count(without) + " without a verdict");
        }
        String counts = NumberText.counted(left.size(), "count", "counts") + " by " + AreaPart.singular(level);
        String opening = shown.isEmpty() ? (parts.size() == 1 ? "All " : "Of ") : "Of the other ";
        return Optional.of(opening + counts + ": "
                + (opening.equals("All ") ? left.get(0).count().verdictText() : Findings.joined(parts)) + ".");
    }
}
