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
 * @param watermark words across every page, so that copies can be told apart, or the empty text
 * @param links other reports of the same release, for the web
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
        String watermark,
        List<Link> links,
        List<Section> sections) {
    private static final int LONGEST_FOOT_NAME = 40;

    /**
     * Another report of the same release.
     *
     * @param text what it is called
     * @param href where it is, from this one
     */
    public record Link(String text, String href) {}

    public Report {
        subtitle = List.copyOf(subtitle);
        notices = List.copyOf(notices);
        links = List.copyOf(links);
        sections = List.copyOf(sections);
    }

    /** The same report as a copy of a release: with links to its other reports, and words across every page. */
    Report asCopy(List<Link> others, String words) {
        return new Report(fileName, kicker, title, subtitle, keywords, date, notices, marking, words, others, sections);
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

    /** All pieces in reading order. */
    public Stream<Block> blocks() {
        return sections.stream().flatMap(s -> s.blocks().stream()).flatMap(Block::parts);
    }

    /** All figures in order. */
    public List<Figure> figures() {
        return blocks().flatMap(b -> b instanceof Figure figure ? Stream.of(figure) : Stream.<Figure>empty())
                .toList();
    }

    /** The findings of the summary, the most important first; those beside a table are not among them. */
    public List<Sentence> findings() {
        return sections.get(0).blocks().stream()
                .flatMap(b -> b instanceof Sentences found ? found.sentences().stream() : Stream.<Sentence>empty())
                .toList();
    }

    /** The most important numbers. */
    public List<KeyFigure> keyFigures() {
        return blocks().flatMap(b -> b instanceof KeyFigures found ? found.figures().stream() : Stream.empty())
                .toList();
    }

    /** Tables that the printed report has as attached files only. */
    public List<NumberedTable> attachedTables() {
        return tables().stream().filter(NumberedTable::isAttached).toList();
    }

    /** All tables in order, those of figures not among them. */
    public List<NumberedTable> tables() {
        return blocks().flatMap(
                        b -> b instanceof NumberedTable table ? Stream.of(table) : Stream.<NumberedTable>empty())
                .toList();
    }
}
