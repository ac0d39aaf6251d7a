package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.vigil.report.text.Sentence;

/**
 * Everything a report says, ready to be written as PDF or HTML.
 *
 * @param fileName name of the files without ending
 * @param kicker line above the title
 * @param title title of the document
 * @param subtitle lines beneath the title: source and period
 * @param keywords for the properties of the document
 * @param date date of the document: the state of knowledge of its release, never the clock
 * @param notices boxes that every reader must see first
 * @param marking what stands at the foot of every page beside the title, or the empty text
 * @param findingsTitle heading above the findings
 * @param keyFigures the four most important numbers
 * @param findings sentences of the summary
 * @param sections in order; the first is the summary
 */
public record Report(
        String fileName,
        String kicker,
        String title,
        List<String> subtitle,
        String keywords,
        LocalDate date,
        List<Notice> notices,
        String marking,
        String findingsTitle,
        List<KeyFigure> keyFigures,
        List<Sentence> findings,
        List<Section> sections) {
    private static final int LONGEST_FOOT_NAME = 40;

    public Report {
        subtitle = List.copyOf(subtitle);
        notices = List.copyOf(notices);
        keyFigures = List.copyOf(keyFigures);
        findings = List.copyOf(findings);
        sections = List.copyOf(sections);
    }

    /** What stands at the foot of every page: the title, or where there is a marking a short name of the place, so that both fit one line. */
    public String footName() {
        if (marking.isEmpty()) {
            return title;
        }
        String place = title.replaceFirst("^Hate crime: ", "").replaceFirst(" \\(.*", "");
        while (place.length() > LONGEST_FOOT_NAME && place.contains(" ")) {
            place = place.substring(0, place.lastIndexOf(' '));
        }
        return place;
    }

    /** All figures in order. */
    public List<Figure> figures() {
        return sections.stream()
                .flatMap(s -> s.blocks().stream())
                .flatMap(b -> b instanceof Figure figure ? Stream.of(figure) : Stream.empty())
                .toList();
    }

    /** Figures whose table stands in the appendix of the PDF, because no table beside them shows the same. */
    public List<Figure> figuresWithAppendixTable() {
        return figures().stream().filter(f -> f.tableBeside().isEmpty()).toList();
    }
}
