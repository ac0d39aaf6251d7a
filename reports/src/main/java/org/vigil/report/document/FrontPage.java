package org.vigil.report.document;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.vigil.report.text.PeriodCount;
import org.vigil.report.text.Sentence;
import org.vigil.report.text.UsualText;
import org.vigil.report.text.Verdict;

/**
 * The first page of a report on a whole area, read in two minutes: what is covered, which communities and areas are above usual, the latest event, rises that can be ruled out,
 * one chart, and what changed since the release before.
 */
final class FrontPage {
    private static final int MOST_COMMUNITIES = 7;
    private static final int MOST_AREAS = 5;
    private static final int MOST_NAMED = 3;

    private final SourceContents contents;
    private final SourceFigures figures;
    private final SummaryPart summary;
    private final VerdictPart verdicts;
    private final AlarmPart alarms;

    FrontPage(SourceContents contents, SummaryPart summary, VerdictPart verdicts, AlarmPart alarms) {
        this.contents = contents;
        this.figures = contents.figures();
        this.summary = summary;
        this.verdicts = verdicts;
        this.alarms = alarms;
    }

    /** The page of a whole area. */
    Section section(String title, Numbering numbering) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(contents, summary));
        blocks.add(new KeyFigures(summary.keyFigures()));
        boolean isJudged = verdicts.latest().isPresent();
        verdicts.latest().ifPresent(period -> blocks.add(verdicts(period, numbering)));
        blocks.add(new Sentences(title, findings(isJudged)));
        blocks.add(SeriesFigure.ofLastYear(contents, summary, numbering));
        return new Section("summary", "1. Summary", blocks);
    }

    /** Area and coverage, date counted by, state of the figures, newest complete week, and what recorded figures are not. */
    static Facts facts(SourceContents contents, SummaryPart summary) {
        SourceFacts source = contents.facts();
        List<Points.Point> facts = new ArrayList<>();
        facts.add(new Points.Point(
                "Covers",
                contents.figures().place() + ", " + DateText.shortDay(source.coverageStart()) + " to "
                        + DateText.shortDay(source.coverageEnd()) + ", "
                        + contents.plain().dateText() + "."));
        facts.add(new Points.Point("State", state(contents, summary)));
        facts.add(new Points.Point(
                "Not prevalence",
                "figures of police and others measure demand on them. Many incidents are never reported."));
        return new Facts(facts);
    }

    private static String state(SourceContents contents, SummaryPart summary) {
        String known = "as known on " + DateText.shortDay(contents.input().asOf());
        String provisional = contents.facts()
                .provisionalFrom()
                .map(day -> "; provisional from " + DateText.shortDay(day))
                .orElse("");
        return known + provisional + "; newest complete " + newestComplete(contents, summary) + ".";
    }

    private static String newestComplete(SourceContents contents, SummaryPart summary) {
        List<PeriodCount> whole = summary.periods().stream()
                .filter(PeriodCount::isComplete)
                .filter(contents.figures()::isSettled)
                .toList();
        return whole.isEmpty()
                ? summary.step().singular() + ": none yet"
                : whole.get(whole.size() - 1).period().text().replaceFirst("^week ending", "week ended");
    }

    /** Communities beside areas, both in the latest period. */
    private Block verdicts(LatestPeriods period, Numbering numbering) {
        List<Block> left = new ArrayList<>();
        left.add(
                verdicts.judged(period).isEmpty()
                        ? new Sentences(
                                Measure.capital(period.text().replaceFirst("^the ", "")) + ", by community",
                                List.of(new Sentence("Too few to say.", "No community has enough for a verdict.")))
                        : new NumberedTable(numbering.nextTable(), communities(period)));
        List<Block> right = new ArrayList<>();
        AreaPart.level(contents.whole()).ifPresent(level -> {
            List<Excess> above = areas(period, level);
            right.add(
                    above.isEmpty()
                            ? new Sentences(
                                    Measure.capital(AreaPart.plural(level)) + " above usual",
                                    List.of(noArea(period, level)))
                            : new NumberedTable(numbering.nextTable(), areas(level, above)));
        });
        event().ifPresent(found -> right.add(new Sentences("Latest event", List.of(found))));
        return new Columns(left, right);
    }

    /** All communities together, then those above or below usual, then the largest of the others. */
    private ReportTable communities(LatestPeriods period) {
        List<String> codes = new ArrayList<>(verdicts.judged(period));
        codes.sort(Comparator.comparing((String code) -> !code.equals(Community.ALL))
                .thenComparing(code -> !isClear(period, code))
                .thenComparing(code -> -period.of(code).recorded().orElse(0)));
        List<String> shown = codes.subList(0, Math.min(MOST_COMMUNITIES, codes.size()));
        List<List<TableCell>> rows = shown.stream()
                .map(code -> {
                    JudgedCount count = period.of(code);
                    return ReportTable.row(
                            contents.events().label(code),
                            count.recordedText(),
                            count.usualText(),
                            Measure.capital(count.verdictText()));
                })
                .toList();
        List<String> notes = new ArrayList<>();
        if (shown.size() < codes.size()) {
            List<String> others = codes.subList(shown.size(), codes.size());
            long clear = others.stream().filter(code -> isClear(period, code)).count();
            notes.add("Section 2 has " + NumberText.counted(others.size(), "other", "others") + ", "
                    + (clear == 0 ? "none" : NumberText.count(clear)) + " of them above or below usual.");
        }
        return new ReportTable(
                Measure.capital(period.text().replaceFirst("^the ", "")) + ", by community",
                List.of(
                        TableColumn.text("Community"),
                        TableColumn.number("Recorded"),
                        TableColumn.number("Usual range"),
                        TableColumn.text("Verdict")),
                rows,
                notes);
    }

    private static boolean isClear(LatestPeriods period, String community) {
        return period.of(community).verdict().map(Verdict::isClear).orElse(false);
    }

    /** An area with how much more than usual was recorded at least. */
    private record Excess(Area area, JudgedCount count, long least) {}

    /** Up to five areas above usual, by the lower bound of their excess. */
    private List<Excess> areas(LatestPeriods period, String level) {
        String all = contents.whole().headline().code();
        List<Excess> above = new ArrayList<>();
        for (Area area : AreaPart.areas(contents.whole(), level)) {
            contents.latest(area.code())
                    .filter(one -> one.start().equals(period.start())
                            && one.byCommunity().containsKey(all)
                            && one.of(all).is(Verdict.ABOVE_USUAL))
                    .ifPresent(one -> above.add(
                            new Excess(area, one.of(all), one.leastExcess().getOrDefault(all, 0L))));
        }
        above.sort(Comparator.comparingLong(Excess::least)
                .reversed()
                .thenComparing(excess -> excess.area().label()));
        return above;
    }

    private static ReportTable areas(String level, List<Excess> above) {
        List<String> notes = new ArrayList<>(List.of("By least excess: recorded less the upper end of usual."));
        if (above.size() > MOST_AREAS) {
            notes.add("The first " + MOST_AREAS + " of " + NumberText.count(above.size()) + ".");
        }
        return new ReportTable(
                Measure.capital(AreaPart.plural(level)) + " above usual",
                List.of(
                        TableColumn.text(Measure.capital(AreaPart.singular(level))),
                        TableColumn.number("Recorded"),
                        TableColumn.number("At least more")),
                above.stream()
                        .limit(MOST_AREAS)
                        .map(excess -> ReportTable.row(
                                excess.area().label(), excess.count().recordedText(), NumberText.count(excess.least())))
                        .toList(),
                notes);
    }

    /** Of how many areas nothing can be said matters as much as that none of the others is above usual. */
    private Sentence noArea(LatestPeriods period, String level) {
        String all = contents.whole().headline().code();
        List<Area> areas = AreaPart.areas(contents.whole(), level);
        long judged = areas.stream()
                .flatMap(area -> contents.latest(area.code()).stream())
                .filter(one -> one.start().equals(period.start())
                        && one.byCommunity().containsKey(all)
                        && one.of(all).isTelling())
                .count();
        if (judged == 0) {
            return new Sentence("Too few to say.", "No " + AreaPart.singular(level) + " has enough for a verdict.");
        }
        return new Sentence(
                "None of the " + NumberText.count(judged) + " with enough for a verdict.",
                judged == areas.size()
                        ? ""
                        : "Of the other " + NumberText.count(areas.size() - judged) + " it cannot be said.");
    }

    /** Ranked: what is above usual first, then the latest event, then what can be ruled out, then what changed; how far the figures reach comes last. */
    private List<Sentence> findings(boolean isEventBeside) {
        List<Sentence> findings = new ArrayList<>();
        verdicts.finding().ifPresent(findings::add);
        alarms.finding().ifPresent(findings::add);
        if (!isEventBeside) {
            findings.addAll(summary.findings());
            event().ifPresent(findings::add);
        }
        verdicts.ruledOut().ifPresent(findings::add);
        findings.add(changed());
        return findings;
    }

    /** The latest event: its first window, and how long counts were above usual. */
    private Optional<Sentence> event() {
        return verdicts.latestEvent().flatMap(study -> {
            List<WindowEffect> effects = verdicts.tested(study);
            List<WindowEffect> spoken = effects.isEmpty()
                    ? study.effects(contents.events().communityOrder()).stream()
                            .filter(effect -> effect.communityCode()
                                            .equals(figures.headline().code())
                                    && effect.count().hasEstimate())
                            .toList()
                    : effects;
            return spoken.stream()
                    .filter(effect -> effect.count().recorded().isPresent())
                    .findFirst()
                    .map(first -> new Sentence(
                            study.event().name() + ", "
                                    + DateText.shortDay(study.event().start()) + ".",
                            contents.events().label(first.communityCode()) + ": "
                                    + UsualText.judged(
                                            first.count(),
                                            "in the " + first.window().text())
                                    + first.durationSentence(contents.facts().coverageEnd())
                                            .map(text -> " " + text)
                                            .orElse("")
                                    + " " + EventText.NOT_CAUSE));
        });
    }

    /** What is new since the release before; nothing is said of series that nobody judged. */
    private Sentence changed() {
        return Vintage.newest(contents.input(), contents.facts().code())
                .map(vintage -> new Sentence(
                        "Since the release of " + DateText.shortDay(vintage.before()) + ":",
                        vintage.movedText() + " moved." + (alarms.isAnyWeekComplete() ? " " + newlyAbove() : "")))
                .orElse(new Sentence("Since last week:", "nothing to compare with. This is the first release."));
    }

    private String newlyAbove() {
        List<String> news = alarms.newlyAbove();
        return news.isEmpty()
                ? "No series is newly above usual."
                : "Newly above usual: " + Findings.joined(news.size() > MOST_NAMED ? shortened(news) : news) + ".";
    }

    private static List<String> shortened(List<String> names) {
        List<String> few = new ArrayList<>(names.subList(0, MOST_NAMED));
        few.add(NumberText.count(names.size() - MOST_NAMED) + " more");
        return few;
    }
}
