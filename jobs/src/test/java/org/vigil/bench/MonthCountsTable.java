package org.vigil.bench;

import java.util.List;
import org.vigil.release.Column;
import org.vigil.release.ColumnType;
import org.vigil.release.SortedTableWriter;
import org.vigil.release.Table;
import org.vigil.release.TableRows;

/** The monthly table of the benchmark. */
final class MonthCountsTable {
    private static final Column RECORD_CLASS = Column.key("record_class", ColumnType.TEXT, "Class of record");
    private static final Column AREA_CODE = Column.key("area_code", ColumnType.TEXT, "Area, or the whole");
    private static final Column COMMUNITY_CODE = Column.key("community_code", ColumnType.TEXT, "Community, or all");
    private static final Column MONTH = Column.key("month", ColumnType.DATE, "First day of the month");
    private static final Column COUNT =
            Column.count("incident_count", "incidents", "Number recorded; zeros are written", "");

    static final Table TABLE = new Table(
            "month_counts",
            "Incidents by month",
            "record class, area or whole area, community or all, month",
            List.of(),
            List.of(RECORD_CLASS, AREA_CODE, COMMUNITY_CODE, MONTH, COUNT));

    private MonthCountsTable() {}

    /** Appends rows in key order. */
    static final class Row {
        private final SortedTableWriter writer;
        private final TableRows.Cells recordClass;
        private final TableRows.Cells area;
        private final TableRows.Cells community;
        private final TableRows.Cells month;
        private final TableRows.Cells count;

        Row(SortedTableWriter writer) {
            this.writer = writer;
            this.recordClass = writer.rows().column(RECORD_CLASS);
            this.area = writer.rows().column(AREA_CODE);
            this.community = writer.rows().column(COMMUNITY_CODE);
            this.month = writer.rows().column(MONTH);
            this.count = writer.rows().column(COUNT);
        }

        void add(String recordClassCode, String areaCode, String communityCode, int firstDay, long incidents) {
            recordClass.addText(recordClassCode);
            area.addText(areaCode);
            community.addText(communityCode);
            month.addDate(firstDay);
            count.addInteger(incidents);
            writer.endRow();
        }
    }
}
