package org.vigil.spark;

import java.util.HexFormat;
import java.util.List;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.DatePrecision;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.Strand;
import org.vigil.incident.Wording;
import org.vigil.layer.LayerCursor;
import org.vigil.layer.StoredCodes;
import org.vigil.release.Column;
import org.vigil.release.TableRows;
import org.vigil.store.SourcePlan;

/** Stored incidents as rows of texts, dates and numbers. */
final class PlainRows {
    /** In the order of the words of a row. */
    private static final List<Column> VERBATIM =
            CanonicalIncident.MAPPED.stream().map(CanonicalIncident::verbatim).toList();

    private final TableRows rows;
    private final SourcePlan plan;
    private final StoredCodes codes;
    private long count;

    PlainRows(TableRows rows, SourcePlan plan, StoredCodes codes) {
        this.rows = rows;
        this.plan = plan;
        this.codes = codes;
    }

    long count() {
        return count;
    }

    void add(int row, LayerCursor cursor) {
        IncidentColumns c = cursor.columns();
        text(CanonicalIncident.INCIDENT_KEY, hex(c.keyHigh[row], c.keyLow[row]));
        text(CanonicalIncident.SOURCE_CODE, plan.sourceCode());
        text(
                CanonicalIncident.EXTRACT_ID,
                plan.extracts().get(cursor.extractOrdinal(row)).extractId());
        rows.column(CanonicalIncident.ROW_NUMBER).addInteger(cursor.rowNumber(row) + 1);
        rows.column(CanonicalIncident.PART_NUMBER).addInteger(cursor.partNumber(row));
        code(CanonicalIncident.RECORD_CLASS, c.recordClass[row]);
        date(CanonicalIncident.OCCURRED_DATE, CanonicalIncident.OCCURRED_PRECISION, c.occurred[row]);
        date(CanonicalIncident.RECORDED_DATE, CanonicalIncident.RECORDED_PRECISION, c.recorded[row]);
        code(CanonicalIncident.AREA_CODE, c.area[row]);
        set(CanonicalIncident.TARGET_COMMUNITIES, c.communities(row));
        set(CanonicalIncident.STRANDS, strands(c.strands[row]));
        set(CanonicalIncident.OFFENCE_GROUP, c.offenceGroups(row));
        set(CanonicalIncident.LOCATION_TYPE, c.locationTypes(row));
        set(CanonicalIncident.CONTEXT, c.contexts(row));
        code(CanonicalIncident.REPORTING_SOURCE, c.reportingSource[row]);
        code(CanonicalIncident.OUTCOME, c.outcome[row]);
        rows.column(CanonicalIncident.WITHDRAWN).addBoolean(c.withdrawn[row]);
        rows.column(CanonicalIncident.INCIDENT_COUNT).addInteger(c.incidentCount[row]);
        if (c.hasReference(row)) {
            text(CanonicalIncident.SHARED_REFERENCE, hex(c.referenceHigh[row], c.referenceLow[row]));
        } else {
            rows.column(CanonicalIncident.SHARED_REFERENCE).addEmpty();
        }
        Wording words = cursor.wording();
        for (int w = 0; w < VERBATIM.size(); w++) {
            TableRows.Cells cells = rows.column(VERBATIM.get(w));
            if (words.has(w)) {
                cells.addText(words.text(w, words.idOf(w, row)));
            } else {
                cells.addEmpty();
            }
        }
        count++;
    }

    private static String hex(long high, long low) {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    private void text(Column column, String text) {
        rows.column(column).addText(text);
    }

    private void code(Column column, int index) {
        text(column, index == IncidentColumns.UNMAPPED ? "" : codes.text(column, index));
    }

    private void set(Column column, int... members) {
        text(
                column,
                switch (members.length) {
                    case 0 -> "";
                    case 1 -> codes.text(column, members[0]);
                    default -> codes.setText(column, members);
                });
    }

    private void date(Column date, Column precision, int value) {
        if (IncidentDate.isKnown(value)) {
            rows.column(date).addDate(IncidentDate.epochDay(value));
            text(precision, (IncidentDate.isMonth(value) ? DatePrecision.MONTH : DatePrecision.DAY).code());
        } else {
            rows.column(date).addEmpty();
            rows.column(precision).addEmpty();
        }
    }

    private static int[] strands(int bits) {
        int[] members = new int[Integer.bitCount(bits)];
        int size = 0;
        for (int strand = 0; strand < Strand.values().length; strand++) {
            if ((bits >>> strand & 1) == 1) {
                members[size++] = strand;
            }
        }
        return members;
    }
}
