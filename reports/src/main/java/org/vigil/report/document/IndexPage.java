package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The page that leads to every report of a release: self-contained, a plain list, which one can narrow by typing. */
public final class IndexPage {
    private IndexPage() {}

    /**
     * What the page says.
     *
     * @param kicker line above the title
     * @param title title of the page
     * @param subtitle lines beneath the title: source and period
     * @param marking what stands above and below every page, or the empty text
     * @param notices boxes that every reader must see first
     * @param date state of knowledge of the release, never the clock
     * @param groups reports of one kind together, in order
     */
    public record Contents(
            String kicker,
            String title,
            List<String> subtitle,
            String marking,
            List<Notice> notices,
            LocalDate date,
            List<Group> groups) {
        public Contents {
            subtitle = List.copyOf(subtitle);
            notices = List.copyOf(notices);
            groups = List.copyOf(groups);
        }

        /** How many reports the page leads to. */
        public int reports() {
            return groups.stream().mapToInt(g -> g.entries().size()).sum();
        }
    }

    /**
     * Reports of one kind.
     *
     * @param id anchor
     * @param heading for example {@code Boroughs}
     * @param entries in the order shown, at least one
     */
    public record Group(String id, String heading, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
            if (entries.isEmpty()) {
                throw new IllegalArgumentException("Group \"" + heading + "\" has no report, expected at least one");
            }
        }
    }

    /**
     * One report in all its forms.
     *
     * @param name what it is about, unique on the page
     * @param summary one sentence, or the empty text
     * @param pages pages of its printed form, 0 where not known
     * @param links its forms, the one for reading on a screen first, at least one
     */
    public record Entry(String name, String summary, int pages, List<Link> links) {
        public Entry {
            links = List.copyOf(links);
            if (links.isEmpty()) {
                throw new IllegalArgumentException("Report \"" + name + "\" has no file, expected at least one");
            }
            if (pages < 0) {
                throw new IllegalArgumentException(
                        "Report \"" + name + "\" has " + pages + " pages, expected 0 (not known) or more");
            }
        }

        /** What somebody may type to find it. */
        public String words() {
            return name + " " + summary;
        }

        /** What stands beside a link: the format where its label does not name it, and the pages of a PDF where they are known. */
        public String remark(Link link) {
            String format = link.label().equals(link.format()) ? "" : link.format();
            String length = pages == 1 ? "1 page" : pages + " pages";
            return pages == 0 || !link.format().equals("PDF")
                    ? format
                    : format.isEmpty() ? length : format + ", " + length;
        }
    }

    /**
     * One form of a report.
     *
     * @param label what is pressed, for example {@code Print version}
     * @param href address of the file, relative to the page
     * @param format for example {@code PDF}
     * @param title what the file is, in full
     */
    public record Link(String label, String href, String format, String title) {}

    /** The page as HTML that is well-formed XML too. */
    public static String markup(Contents contents) {
        return ReportMarkup.render("index.jte", Map.of("contents", contents));
    }
}
