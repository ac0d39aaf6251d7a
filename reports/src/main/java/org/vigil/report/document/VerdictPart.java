package org.vigil.report.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigil.report.table.ReportTable;
import org.vigil.report.table.TableCell;
import org.vigil.report.table.TableColumn;
import org.vigil.report.text.DateText;
import org.vigil.report.text.EventText;
import org.vigil.report.text.Findings;
import org.vigil.report.text.JudgedCount;
import org.vigil.report.text.Measure;
import org.vigil.report.text.NumberText;
import org.vigil.report.text.Sentence;
import org.vigil.report.text.UsualText;
import org.vigil.report.text.Verdict;

/** The page of verdicts: communities in the latest period, the latest event, and which rises can be ruled out. */
final class VerdictPart {
    private static final int MOST_NAMED = 3;
    private static final int MOST_POINTS = 3;

    /** What every table of verdicts explains. */
    static final String NOTE =
            "Usual range: what 95 of 100 undisturbed periods of that season and level hold. Ratio: recorded over usual number.";

    private final SourceFigures figures;
    private final Measure measure;
    private final StudiedEvents events;
    private final Optional<LatestPeriods> latest;

    VerdictPart(SourceContents contents) {
        this.figures = contents.figures();
        this.measure = contents.plain();
        this.events = contents.events();
        this.latest = contents.latest();
    }

    /** The section; empty where the release judges neither a period nor an event of the source. */
    Optional<Section> section(String number, Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        latest.ifPresent(period -> addLatest(blocks, period, numbering));
        latestEvent().ifPresent(study -> addEvent(blocks, study, numbering));
        latest.map(this::ruledOut)
                .filter(points -> !points.isEmpty())
                .ifPresent(points -> blocks.add(new Points(
                        "Rises in " + latest.orElseThrow().text() + " that can be ruled out, and that cannot",
                        points)));
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("verdicts", number + ". More than usual?", blocks));
    }

    /** The latest complete period of the place. */
    Optional<LatestPeriods> latest() {
        return latest;
    }

    /** Which rise of the total, or of the first community that has a verdict, the latest period leaves open; empty where that is no question. */
    Optional<Sentence> ruledOut() {
        return latest.flatMap(period -> judged(period).stream()
                .filter(code -> period.of(code).is(Verdict.NO_CLEAR_CHANGE)
                        || period.of(code).is(Verdict.CLOSE_TO_USUAL))
                .findFirst()
                .map(code -> new Sentence(
                        "What can be ruled out.",
                        events.label(code) + ": " + UsualText.ruledOut(period.of(code)) + tooFew(period))));
    }

    private static String tooFew(LatestPeriods period) {
        long few = period.byCommunity().values().stream()
                .filter(count -> count.is(Verdict.TOO_FEW_TO_SAY))
                .count();
        return few == 0
                ? ""
                : " For " + NumberText.counted(few, "community", "communities")
                        + ", even three times the usual number might go unseen.";
    }

    /** What leaders need to know of the latest period; empty where the release has none. */
    Optional<Sentence> finding() {
        return latest.filter(period -> !judged(period).isEmpty()).map(period -> {
            List<String> above = with(period, Verdict.ABOVE_USUAL);
            if (above.isEmpty()) {
                String first = judged(period).get(0);
                return new Sentence(
                        "No community is above usual in " + period.text() + ".",
                        events.label(first) + ": " + statement(period.of(first)));
            }
            return new Sentence(
                    "Above usual in " + period.text() + ": " + named(above) + ".",
                    (above.size() == 1 ? "" : events.label(above.get(0)) + ": ")
                            + UsualText.recorded(period.of(above.get(0))));
        });
    }

    /** What leaders need to know of the latest event, where no period is judged; empty where nothing is known of one. */
    Optional<Sentence> eventFinding() {
        return latest.isPresent() ? Optional.empty() : latestEvent().flatMap(this::ofEvent);
    }

    private Optional<Sentence> ofEvent(EventStudy study) {
        List<WindowEffect> tested = tested(study);
        return tested.stream()
                .filter(effect -> effect.count().is(Verdict.ABOVE_USUAL))
                .findFirst()
                .or(() -> tested.stream().findFirst())
                .map(effect -> new Sentence(
                        Measure.capital(effect.count().verdictText())
                                + " after the latest event that can be judged: "
                                + events.label(effect.communityCode()) + ".",
                        study.event().name() + ", "
                                + DateText.shortDay(study.event().start()) + ": "
                                + UsualText.recorded(
                                        effect.count(), effect.window().from(effect.start()))
                                + (effect.count().is(Verdict.NO_CLEAR_CHANGE)
                                                || effect.count().is(Verdict.CLOSE_TO_USUAL)
                                        ? " " + UsualText.ruledOut(effect.count())
                                        : "")));
    }

    private void addLatest(List<Block> blocks, LatestPeriods period, Numbering numbering) {
        blocks.add(new Paragraph(passage(period)));
        if (!judged(period).isEmpty()) {
            blocks.add(new NumberedTable(numbering.nextTable(), table(period)));
        }
    }

    private String passage(LatestPeriods period) {
        List<String> judged = judged(period);
        List<String> above = with(period, Verdict.ABOVE_USUAL);
        String of = NumberText.counted(judged.size(), "count has", "counts have") + " enough incidents for a verdict.";
        String found = judged.isEmpty()
                ? "In " + period.text() + " too few were recorded to say anything."
                : "In " + period.text() + ", " + of
                        + (above.isEmpty() ? " None is above usual." : " Above usual: " + named(above) + ".");
        boolean isProvisional = period.byCommunity().values().stream().anyMatch(JudgedCount::isProvisional);
        return found + (isProvisional ? " The period is provisional." : "");
    }

    private String named(List<String> codes) {
        List<String> names = new ArrayList<>(codes.stream().map(events::label).toList());
        if (names.size() > MOST_NAMED + 1) {
            int others = names.size() - MOST_NAMED;
            names.subList(MOST_NAMED, names.size()).clear();
            names.add(NumberText.count(others) + " others");
        }
        return Findings.joined(names);
    }

    /** Communities about which something can be said, in the order of the report. */
    List<String> judged(LatestPeriods period) {
        return events.communityOrder().stream()
                .filter(code -> period.byCommunity().containsKey(code))
                .filter(code -> period.of(code).isTelling())
                .toList();
    }

    private List<String> with(LatestPeriods period, Verdict verdict) {
        return judged(period).stream()
                .filter(code -> period.of(code).is(verdict))
                .toList();
    }

    private ReportTable table(LatestPeriods period) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (String code : judged(period)) {
            JudgedCount count = period.of(code);
            int depth = figures.findCommunity(code).map(figures::depth).orElse(0);
            rows.add(List.of(
                    new TableCell(events.label(code), depth, ""),
                    TableCell.of(count.recordedText()),
                    TableCell.of(count.usualText()),
                    TableCell.of(count.ratioText()),
                    TableCell.of(count.intervalText()),
                    TableCell.of(Measure.capital(count.verdictText()))));
        }
        List<String> notes = new ArrayList<>(List.of(NOTE));
        List<String> few = events.communityOrder().stream()
                .filter(code -> period.byCommunity().containsKey(code)
                        && !period.of(code).isTelling())
                .map(events::label)
                .toList();
        if (!few.isEmpty()) {
            notes.add("Too few to say, or no estimate: " + Findings.joined(few) + ".");
        }
        return new ReportTable(
                measure.capitalised() + " in " + period.text() + " by community, " + figures.place(),
                EventTables.judgedColumns(TableColumn.text("Community")),
                rows,
                notes);
    }

    private List<Points.Point> ruledOut(LatestPeriods period) {
        List<String> open = judged(period).stream()
                .filter(code -> period.of(code).is(Verdict.NO_CLEAR_CHANGE)
                        || period.of(code).is(Verdict.CLOSE_TO_USUAL))
                .toList();
        List<Points.Point> points = new ArrayList<>();
        open.stream()
                .limit(MOST_POINTS)
                .forEach(code -> points.add(new Points.Point(events.label(code), UsualText.ruledOut(period.of(code)))));
        if (open.size() > MOST_POINTS) {
            points.add(
                    new Points.Point("Others", "Their limits are the upper ends of the intervals in the first table."));
        }
        long few = period.byCommunity().values().stream()
                .filter(count -> count.is(Verdict.TOO_FEW_TO_SAY))
                .count();
        if (few > 0) {
            points.add(new Points.Point(
                    "Too few to say",
                    "For " + NumberText.counted(few, "community", "communities")
                            + ", even three times the usual number might go unseen."));
        }
        return points;
    }

    private String statement(JudgedCount count) {
        boolean isOpen = count.is(Verdict.NO_CLEAR_CHANGE) || count.is(Verdict.CLOSE_TO_USUAL);
        return isOpen
                ? Measure.capital(count.verdictText()) + ". " + UsualText.ruledOut(count)
                : Measure.capital(count.verdictText()) + ".";
    }

    /** The newest event that anything is known of for a community with a ground to test it; otherwise the newest that anything is known of. */
    Optional<EventStudy> latestEvent() {
        List<EventStudy> known = events.newestSince(LocalDate.MIN).stream()
                .filter(study -> study.spokenOf().isPresent())
                .toList();
        return known.stream()
                .filter(study -> !tested(study).isEmpty())
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    List<WindowEffect> tested(EventStudy study) {
        return study.effects(events.communityOrder()).stream()
                .filter(effect -> effect.isTested() && effect.count().hasEstimate())
                .toList();
    }

    private void addEvent(List<Block> blocks, EventStudy study, Numbering numbering) {
        List<WindowEffect> shown = tested(study);
        boolean isTested = !shown.isEmpty();
        if (!isTested) {
            shown = study.effects(events.communityOrder()).stream()
                    .filter(effect ->
                            effect.communityCode().equals(figures.headline().code())
                                    && effect.count().hasEstimate())
                    .toList();
        }
        if (shown.isEmpty()) {
            return;
        }
        WindowEffect first = shown.get(0);
        String text =
                (isTested ? "The latest event tested for a community is " : "The latest event that can be judged is ")
                        + study.event().name() + ", "
                        + DateText.shortDay(study.event().start()) + ". ";
        blocks.add(new Paragraph(text
                + (first.isHeadline()
                        ? ""
                        : "Its full window is not over: the table shows the "
                                + first.window().text() + ". ")
                + EventText.ASSOCIATION));
        blocks.add(new NumberedTable(
                numbering.nextTable(),
                EventTables.effects(
                        measure.capitalised() + " " + first.window().from(first.start()) + ": "
                                + study.event().name(),
                        shown,
                        events,
                        figures.facts().coverageEnd(),
                        latest.isPresent() ? List.of() : List.of(NOTE))));
    }
}
