package org.vigil.report.document;

import org.vigil.report.chart.Drawing;
import org.vigil.report.table.ReportTable;

/**
 * A chart with everything that belongs to it.
 *
 * @param id anchor and name of its CSV file, unique in the report
 * @param number for example {@code Figure 1}
 * @param headline the finding
 * @param subtitle measure, place, period
 * @param alternative text for readers who do not see the picture
 * @param drawing the picture
 * @param note source and remarks
 * @param table all values shown
 * @param tableBeside where the values stand in print: number of a table of the report that shows the same, or name of the attached file
 */
public record Figure(
        String id,
        String number,
        String headline,
        String subtitle,
        String alternative,
        Drawing drawing,
        String note,
        ReportTable table,
        String tableBeside)
        implements Block {

    /** The same figure with another table. */
    Figure withTable(ReportTable other) {
        return new Figure(id, number, headline, subtitle, alternative, drawing, note, other, tableBeside);
    }

    /** Name of the file with all values. */
    public String csvName() {
        return id + ".csv";
    }

    public int width() {
        return drawing.width();
    }

    public int height() {
        return drawing.height();
    }
}
