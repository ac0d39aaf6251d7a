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

/** Composes packs: each is a report with the same frame of title, notices and shorthand around sections of its own. */
final class ReportComposer {
    private ReportComposer() {}

    /**
     * The pack on the whole area of a source.
     *
     * @throws ReportException if the release counts nothing for the source
     */
    static Report compose(ReportInput input, SourceFacts facts) {
        return wholeArea(SourceContents.read(input, facts));
    }

    /** A pack of a source. */
    static Report compose(SourceContents contents, Pack pack) {
        SourceFigures whole = contents.whole();
        return switch (pack.kind()) {
            case WHOLE_AREA -> wholeArea(contents);
            case AREA ->
                area(
                        contents.of(whole.areas().stream()
                                .filter(area -> area.code().equals(pack.code()))
                                .findFirst()
                                .orElseThrow()),
                        pack);
            case COMMUNITY ->
                community(contents.of(whole.findCommunity(pack.code()).orElseThrow()), pack);
            case EVENT ->
                event(
                        contents,
                        contents.events().all().stream()
                                .filter(study -> study.event().id().equals(pack.code()))
                                .findFirst()
                                .orElseThrow(),
                        pack);
        };
    }

    private static Report wholeArea(SourceContents contents) {
        SourceFigures figures = contents.figures();
        ReportInput input = contents.input();
        Measure measure = contents.measure();
        if (input.policy().hidesCounts() && !figures.hasHeadline()) {
            return withoutFigures(contents);
        }
        Numbering numbering = new Numbering();
        SummaryPart summary = new SummaryPart(contents);
        VerdictPart verdicts = new VerdictPart(contents);
        AlarmPart alarms = new AlarmPart(contents);

        List<Section> sections = new ArrayList<>();
        sections.add(new FrontPage(contents, summary, verdicts, alarms).section(mainPoints(input), numbering));
        verdicts.section(next(sections), numbering).ifPresent(sections::add);
        sections.add(series(contents, summary, alarms, next(sections), numbering));
        new CommunityPart(contents).section(next(sections), numbering).ifPresent(sections::add);
        new AreaPart(contents).section(next(sections), numbering).ifPresent(sections::add);
        new BreakdownPart(input, figures, contents.codes(), measure)
                .section(next(sections), numbering)
                .ifPresent(sections::add);
        sections.addAll(new EventPart(contents).sections(next(sections), numbering));
        new SameWindowPart(contents).section(next(sections), numbering).ifPresent(sections::add);
        new CalibrationPart(input, figures).section(next(sections), numbering).ifPresent(sections::add);
        explain(input, sections);
        Section quality = new QualityPart(input, figures, contents.codes(), measure)
                .section(next(sections), numbering, contents.breaks());
        List<Block> last = new ArrayList<>(quality.blocks());
        last.add(GlossaryPart.points(contents));
        sections.add(new Section(quality.id(), quality.title(), last));
        return report(
                contents,
                contents.facts().code(),
                Measure.capital(summary.step().adjective()) + " statistical report",
                "Hate crime: " + contents.facts().wholeAreaLabel(),
                sections);
    }

    private static Report area(SourceContents contents, Pack pack) {
        SourceFigures figures = contents.figures();
        if (!figures.hasHeadline()) {
            return withoutFigures(contents, pack);
        }
        Numbering numbering = new Numbering();
        SummaryPart summary = new SummaryPart(contents);
        VerdictPart verdicts = new VerdictPart(contents);
        AlarmPart alarms = new AlarmPart(contents);
        List<Section> sections = new ArrayList<>();
        sections.add(summary(contents, summary, findings(summary, verdicts, alarms)));
        verdicts.section(next(sections), numbering).ifPresent(sections::add);
        sections.add(series(contents, summary, alarms, next(sections), numbering));
        new ComparisonPart(contents).section(next(sections), numbering).ifPresent(sections::add);
        new CommunityPart(contents).table(next(sections), numbering).ifPresent(sections::add);
        new EventPart(contents).table(next(sections), numbering).ifPresent(sections::add);
        return report(
                contents,
                pack.name(),
                Measure.capital(summary.step().adjective()) + " statistical report",
                "Hate crime: " + figures.place(),
                sections);
    }

    private static Report community(SourceContents contents, Pack pack) {
        SourceFigures figures = contents.figures();
        if (!figures.hasHeadline()) {
            return withoutFigures(contents, pack);
        }
        Numbering numbering = new Numbering();
        SummaryPart summary = new SummaryPart(contents);
        AlarmPart alarms = new AlarmPart(contents);
        CommunityVerdicts verdicts = new CommunityVerdicts(contents);
        List<Section> sections = new ArrayList<>();
        List<Sentence> findings = new ArrayList<>();
        verdicts.finding().ifPresent(findings::add);
        alarms.finding().ifPresent(findings::add);
        findings.addAll(summary.counted());
        sections.add(summary(contents, summary, findings));
        sections.add(series(contents, summary, alarms, next(sections), numbering));
        verdicts.section(next(sections), numbering).ifPresent(sections::add);
        new ComparisonPart(contents).section(next(sections), numbering).ifPresent(sections::add);
        new SameWindowPart(contents).section(next(sections), numbering).ifPresent(sections::add);
        new CommunityAreas(contents).section(next(sections), numbering).ifPresent(sections::add);
        return report(
                contents,
                pack.name(),
                Measure.capital(summary.step().adjective()) + " statistical report",
                "Hate crime: " + figures.headline().label() + ", "
                        + contents.facts().wholeAreaLabel(),
                sections);
    }

    private static Report event(SourceContents contents, EventStudy study, Pack pack) {
        Numbering numbering = new Numbering();
        EventPage page = new EventPage(contents, study);
        List<Section> sections = new ArrayList<>();
        List<Block> summary = new ArrayList<>();
        summary.add(new Facts(page.facts()));
        summary.add(new Sentences(mainPoints(contents.input()), page.findings()));
        sections.add(new Section("summary", "1. Summary", summary));
        sections.add(new Section(
                "course", "event", next(sections) + ". Before and after the event", page.around(numbering)));
        add(sections, "elsewhere", "Other communities, and areas", page.elsewhere(numbering));
        add(sections, "checks", "What supports or weakens these figures", page.checks(numbering));
        new SameWindowPart(contents, page.foremost())
                .section(next(sections), numbering)
                .ifPresent(sections::add);
        return report(
                contents,
                pack.name(),
                "Report on a reference event",
                study.event().name(),
                sections);
    }

    /** What a pack on a part of a source begins with. */
    private static Section summary(SourceContents contents, SummaryPart summary, List<Sentence> findings) {
        return new Section(
                "summary",
                "1. Summary",
                List.of(
                        FrontPage.facts(contents, summary),
                        new KeyFigures(summary.keyFigures()),
                        new Sentences(mainPoints(contents.input()), findings)));
    }

    private static Section series(
            SourceContents contents, SummaryPart summary, AlarmPart alarms, String number, Numbering numbering) {
        String step = summary.step().singular();
        List<Block> blocks = new ArrayList<>();
        blocks.add(SeriesFigure.ofTwoYears(contents, summary, numbering));
        blocks.addAll(alarms.blocks(numbering));
        if (contents.figures().isWholeArea()) {
            new CalendarPart(contents).figure(numbering).ifPresent(blocks::add);
        }
        return new Section("series", number + ". " + Measure.capital(step) + " by " + step, blocks);
    }

    private static void add(List<Section> sections, String id, String title, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(id, next(sections) + ". " + title, blocks));
        }
    }

    private static String mainPoints(ReportInput input) {
        return input.policy() == Protection.NONE ? "What leaders need to know" : "The main points";
    }

    /** What there is to say of a place of which no total is published. */
    private static Report withoutFigures(SourceContents contents) {
        return withoutFigures(
                contents,
                new Pack(
                        PackKind.WHOLE_AREA,
                        contents.facts().code(),
                        "",
                        contents.facts().code(),
                        contents.facts().wholeAreaLabel()));
    }

    private static Report withoutFigures(SourceContents contents, Pack pack) {
        boolean isWhole = pack.kind() == PackKind.WHOLE_AREA;
        List<Section> sections = new ArrayList<>();
        sections.add(
                new Section(
                        "summary",
                        "1. Summary",
                        List.of(
                                new Sentences(
                                        mainPoints(contents.input()),
                                        List.of(
                                                new Sentence(
                                                        isWhole
                                                                ? "No total of the whole area is published."
                                                                : "No total of " + pack.label() + " is published.",
                                                        "It is hidden, or its first date of publication has not come. That says nothing of how many there were. The tables can hold figures of single communities and areas."))))));
        explain(contents.input(), sections);
        return report(contents, pack.name(), "Statistical report", "Hate crime: " + pack.label(), sections);
    }

    private static Report report(
            SourceContents contents, String fileName, String kicker, String title, List<Section> sections) {
        SourceFacts facts = contents.facts();
        ReportInput input = contents.input();
        return new Report(
                fileName,
                kicker,
                title,
                List.of(
                        facts.label(),
                        DateText.day(facts.coverageStart()) + " to " + DateText.day(facts.coverageEnd())),
                "hate crime, " + contents.figures().place() + ", " + facts.publisher(),
                input.asOf(),
                notices(contents),
                marking(input, facts),
                "",
                List.of(),
                withShorthand(input, sections));
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
    private static List<Section> withShorthand(ReportInput input, List<Section> sections) {
        List<String> texts = new ArrayList<>();
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

    private static List<Notice> notices(SourceContents contents) {
        ReportInput input = contents.input();
        SourceFacts facts = contents.facts();
        Measure measure = contents.measure();
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
            notices.add(new Notice(
                    "restricted",
                    "Restricted, not for publication: small numbers.",
                    Marking.withoutOpening(input.marking())));
        }
        Community widest = contents.whole().headline();
        if (!widest.code().equals(Community.ALL)) {
            boolean isOnOneCommunity = !contents.figures().headline().code().equals(widest.code());
            notices.add(new Notice(
                    "scope",
                    "No total.",
                    "The source has no total that counts each " + measure.singular() + " once. "
                            + (isOnOneCommunity
                                    ? "What is set beside "
                                            + contents.figures().headline().label() + " is its widest flag, \u201C"
                                            + widest.label() + "\u201D."
                                    : "This report shows " + measure.plural() + ", its widest flag.")));
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
