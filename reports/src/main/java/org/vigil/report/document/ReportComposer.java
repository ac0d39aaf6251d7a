package org.vigil.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigil.release.CellStatus;
import org.vigil.release.Explanation;
import org.vigil.release.Marking;
import org.vigil.release.Protection;
import org.vigil.report.text.DateText;
import org.vigil.report.text.Measure;
import org.vigil.report.text.Sentence;

/**
 * Composes the report on one source from a release: summary, verdicts, the main series, weeks above usual, communities, areas, kinds of place and offence, events,
 * quality and method.
 */
final class ReportComposer {
    private ReportComposer() {}

    /**
     * The report on a source.
     *
     * @throws ReportException if the release counts nothing for the source
     */
    static Report compose(ReportInput input, SourceFacts facts) {
        SourceFigures figures = SourceFigures.read(input, facts);
        Measure measure = measure(figures);
        if (input.policy().hidesCounts() && !figures.hasHeadline()) {
            return withoutFigures(input, facts, figures, measure);
        }
        CodeLabels codes = new CodeLabels(input);
        List<SeriesBreak> breaks = SeriesBreak.read(input, facts);
        Numbering numbering = new Numbering();
        SummaryPart summary = new SummaryPart(input, figures, measure);

        StudiedEvents events = StudiedEvents.read(input, figures);
        VerdictPart verdicts = new VerdictPart(input, figures, measure, events);
        AlarmPart alarms = new AlarmPart(input, figures, measure);

        List<Section> sections = new ArrayList<>();
        sections.add(summary.section(next(sections)));
        verdicts.section(next(sections), numbering).ifPresent(sections::add);
        sections.add(summary.series(next(sections), numbering, breaks));
        alarms.section(next(sections), numbering).ifPresent(sections::add);
        new CommunityPart(input, figures, measure)
                .section(next(sections), numbering, breaks)
                .ifPresent(sections::add);
        new AreaPart(input, figures, measure).section(next(sections), numbering).ifPresent(sections::add);
        new BreakdownPart(input, figures, codes, measure)
                .section(next(sections), numbering)
                .ifPresent(sections::add);
        sections.addAll(new EventPart(input, figures, measure, events).sections(next(sections), numbering));
        new SameWindowPart(figures, measure, events)
                .section(next(sections), numbering)
                .ifPresent(sections::add);
        new CalibrationPart(input, figures).section(next(sections), numbering).ifPresent(sections::add);
        explain(input, sections);
        sections.add(new QualityPart(input, figures, codes, measure).section(next(sections), numbering, breaks));

        List<KeyFigure> keyFigures = summary.keyFigures();
        List<Sentence> findings = findings(summary, verdicts, alarms);
        return report(
                input,
                facts,
                Measure.capital(summary.step().adjective()) + " statistical report",
                notices(input, facts, measure, figures),
                keyFigures,
                findings,
                withShorthand(input, sections, keyFigures, findings));
    }

    /** What there is to say of a source of which no total of the whole area is published. */
    private static Report withoutFigures(ReportInput input, SourceFacts facts, SourceFigures figures, Measure measure) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("summary", "1. Summary", List.of()));
        explain(input, sections);
        return report(
                input,
                facts,
                "Statistical report",
                notices(input, facts, measure, figures),
                List.of(),
                List.of(
                        new Sentence(
                                "No total of the whole area is published.",
                                "It is hidden, or its first date of publication has not come. That says nothing of how many there were. The tables can hold figures of single communities and areas.")),
                withShorthand(input, sections, List.of(), List.of()));
    }

    private static Report report(
            ReportInput input,
            SourceFacts facts,
            String kicker,
            List<Notice> notices,
            List<KeyFigure> keyFigures,
            List<Sentence> findings,
            List<Section> sections) {
        return new Report(
                facts.code(),
                kicker,
                "Hate crime: " + facts.wholeAreaLabel(),
                List.of(
                        facts.label(),
                        DateText.day(facts.coverageStart()) + " to " + DateText.day(facts.coverageEnd())),
                "hate crime, " + facts.wholeAreaLabel() + ", " + facts.publisher(),
                input.asOf(),
                notices,
                marking(input, facts),
                input.policy() == Protection.NONE ? "What leaders need to know" : "The main points",
                keyFigures,
                findings,
                sections);
    }

    /** The texts for readers that stand in the release: how people are protected, and what the figures are computed by. */
    private static void explain(ReportInput input, List<Section> sections) {
        for (String file : List.of(Explanation.CONFIDENTIALITY, Explanation.METHODS)) {
            input.explanation(file).ifPresent(text -> {
                List<Block> blocks = new ArrayList<>();
                text.lead().forEach(passage -> blocks.add(new Paragraph(passage)));
                text.parts()
                        .forEach(part -> blocks.add(new Points(
                                part.heading(),
                                part.terms().stream()
                                        .map(term -> new Points.Point(term.term(), term.text()))
                                        .toList())));
                sections.add(new Section(
                        file.substring(0, file.indexOf('.')), next(sections) + ". " + text.title(), blocks));
            });
        }
    }

    /** Every table explains the shorthand in it, and the last section all that occurs. */
    private static List<Section> withShorthand(
            ReportInput input, List<Section> sections, List<KeyFigure> keyFigures, List<Sentence> findings) {
        List<String> texts = new ArrayList<>();
        keyFigures.forEach(figure -> texts.addAll(List.of(figure.value(), figure.label(), figure.detail())));
        findings.forEach(finding -> texts.addAll(List.of(finding.lead(), finding.rest())));
        sections.forEach(section -> texts.addAll(Shorthand.in(section.blocks())));
        // Where counts are as they are, only numbers of records are rounded.
        List<Points.Point> found = Shorthand.points(
                texts,
                input.policy().changesCounts() ? Map.of() : Map.of(CellStatus.ROUNDS_TO_ZERO, "fewer than 10 records"));
        List<Section> explained = new ArrayList<>();
        for (Section section : sections) {
            List<Block> blocks = new ArrayList<>(
                    section.blocks().stream().map(Shorthand::explained).toList());
            if (explained.size() == sections.size() - 1 && !found.isEmpty()) {
                blocks.add(new Points("Shorthand", found));
            }
            explained.add(new Section(section.id(), section.style(), section.title(), blocks));
        }
        return explained;
    }

    /** Number of the next section; pages of single events are numbered under their overview. */
    private static String next(List<Section> sections) {
        return Long.toString(sections.stream()
                        .filter(section -> !section.style().equals(EventPage.STYLE))
                        .count()
                + 1);
    }

    /** The main points: first whether more than usual was recorded, in the latest period and in single weeks; last how far the figures reach. */
    private static List<Sentence> findings(SummaryPart summary, VerdictPart verdicts, AlarmPart alarms) {
        List<Sentence> findings = new ArrayList<>();
        verdicts.finding().ifPresent(findings::add);
        alarms.finding().ifPresent(findings::add);
        List<Sentence> counted = summary.findings();
        findings.addAll(counted.subList(0, counted.size() - 1));
        verdicts.eventFinding().ifPresent(findings::add);
        findings.add(counted.get(counted.size() - 1));
        return findings;
    }

    private static Measure measure(SourceFigures figures) {
        SourceFacts facts = figures.facts();
        String flag = figures.headline().code().equals(Community.ALL)
                ? ""
                : figures.headline().label();
        return new Measure(facts.countingUnit(), flag, facts.dateBasis().equals("recorded"));
    }

    private static List<Notice> notices(ReportInput input, SourceFacts facts, Measure measure, SourceFigures figures) {
        List<Notice> notices = new ArrayList<>();
        if (facts.isSynthetic()) {
            notices.add(new Notice(
                    "synthetic",
                    "Synthetic data.",
                    "Every figure was generated by a program. None describes a real incident or person."));
        }
        if (input.policy() != Protection.NONE) {
            notices.add(new Notice("public", Marking.FOR_EVERYBODY, protection(input)));
        }
        if (facts.isAlreadyPublic()) {
            String licence = facts.licence().isEmpty() ? "no licence stated" : facts.licence();
            notices.add(new Notice(
                    "licence",
                    "Published source.",
                    "The publisher has released these records: " + facts.publisher() + ", "
                            + licence
                            + (facts.address().isEmpty() ? "." : ", " + facts.address() + ".")));
        } else if (input.policy() == Protection.NONE) {
            notices.add(new Notice("restricted", "Restricted, not for publication: small numbers.", input.marking()));
        }
        if (!figures.headline().code().equals(Community.ALL)) {
            notices.add(new Notice(
                    "scope",
                    "No total.",
                    "The source has no total that counts each " + measure.singular() + " once. This report shows "
                            + measure.plural() + ", its widest flag."));
        }
        return notices;
    }

    /** What the release says of its protection, without the words that stand before it and in the notice on synthetic records. */
    private static String protection(ReportInput input) {
        return Marking.withoutOpening(input.marking())
                + (input.explanation(Explanation.CONFIDENTIALITY).isPresent()
                        ? " What that means for a reader stands under \u201C"
                                + input.explanation(Explanation.CONFIDENTIALITY)
                                        .orElseThrow()
                                        .title()
                                + "\u201D."
                        : "");
    }

    private static String marking(ReportInput input, SourceFacts facts) {
        List<String> words = new ArrayList<>();
        if (!facts.isAlreadyPublic() && input.policy() == Protection.NONE) {
            words.add("RESTRICTED, NOT FOR PUBLICATION");
        }
        if (facts.isSynthetic()) {
            words.add("SYNTHETIC DATA");
        }
        return String.join(" \u00B7 ", words);
    }
}
