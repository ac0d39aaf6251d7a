package org.vigil.report.spreadsheet;

import java.time.LocalDate;
import java.util.List;
import org.vigil.report.table.ReportTable;

/**
 * What a workbook says, before it is laid out on sheets.
 *
 * @param title of the document
 * @param subject what kind of document it is, for its properties
 * @param keywords for its properties
 * @param date of the document, never the clock
 * @param marking what stands at the top of every sheet, or the empty text
 * @param source where the numbers are from and as of when, whole sentences for every sheet with a table
 * @param cover what stands on the first sheet beneath the title
 * @param tables one a sheet, in order
 * @param shorthand shorthand that occurs in the tables, with what it means
 */
public record Workbook(
        String title,
        String subject,
        String keywords,
        LocalDate date,
        String marking,
        String source,
        List<Passage> cover,
        List<TableSheet> tables,
        List<Term> shorthand) {
    public Workbook {
        cover = List.copyOf(cover);
        tables = List.copyOf(tables);
        shorthand = List.copyOf(shorthand);
    }

    /**
     * A part of the cover.
     *
     * @param heading what it is about
     * @param lines whole sentences
     */
    public record Passage(String heading, List<String> lines) {
        public Passage {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table with what belongs above it; its caption is the title, its notes are numbered throughout the workbook.
     *
     * @param number for example {@code Table 1}
     * @param section title of the part of the report that it stands in
     * @param remarks whole sentences about this table, not numbered
     * @param table all its rows
     */
    public record TableSheet(String number, String section, List<String> remarks, ReportTable table) {
        public TableSheet {
            remarks = List.copyOf(remarks);
        }

        /** Title of the section without its number: with the number of the table, a short name for its sheet. */
        String topic() {
            String topic = section.replaceFirst("^[0-9.]+ ", "");
            return topic.isEmpty() ? table.caption() : topic;
        }

        /** Number and caption. */
        String title() {
            return number + ". " + table.caption();
        }
    }

    /**
     * A term with its explanation.
     *
     * @param term for example {@code [c]}
     * @param meaning what it means
     */
    public record Term(String term, String meaning) {}
}
