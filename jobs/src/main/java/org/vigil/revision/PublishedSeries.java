package org.vigil.revision;

import org.vigil.release.CountsTable;
import org.vigil.release.TableRows;
import tech.tablesaw.api.Row;

/**
 * What the periods of one published series have in common: the key of {@code counts} without the period.
 *
 * @param sourceCode source
 * @param dateBasis which date places an incident in its period
 * @param recordClass class of record
 * @param areaCode area or whole area
 * @param communityCode target community or all
 * @param periodType kind of period
 */
public record PublishedSeries(
        String sourceCode,
        String dateBasis,
        String recordClass,
        String areaCode,
        String communityCode,
        String periodType) {

    /** The series that a row of a table with these columns belongs to. */
    static PublishedSeries of(Row row) {
        return new PublishedSeries(
                row.getString(CountsTable.SOURCE_CODE.name()),
                row.getString(CountsTable.DATE_BASIS.name()),
                row.getString(CountsTable.RECORD_CLASS.name()),
                row.getString(CountsTable.AREA_CODE.name()),
                row.getString(CountsTable.COMMUNITY_CODE.name()),
                row.getString(CountsTable.PERIOD_TYPE.name()));
    }

    /** Fills its columns of a row. */
    void addTo(TableRows rows) {
        rows.column(CountsTable.SOURCE_CODE).addText(sourceCode);
        rows.column(CountsTable.DATE_BASIS).addText(dateBasis);
        rows.column(CountsTable.RECORD_CLASS).addText(recordClass);
        rows.column(CountsTable.AREA_CODE).addText(areaCode);
        rows.column(CountsTable.COMMUNITY_CODE).addText(communityCode);
        rows.column(CountsTable.PERIOD_TYPE).addText(periodType);
    }
}
