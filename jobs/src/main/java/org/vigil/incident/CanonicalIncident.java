package org.vigil.incident;

import static org.vigil.release.ColumnType.BOOLEAN;
import static org.vigil.release.ColumnType.DATE;
import static org.vigil.release.ColumnType.TEXT;

import java.util.List;
import java.util.stream.Stream;
import org.vigil.release.Column;
import org.vigil.release.CountsTable;
import org.vigil.release.DailyCountsTable;
import org.vigil.release.ExtractsTable;
import org.vigil.release.QuarantineTable;
import org.vigil.release.SourcesTable;

/**
 * The columns of an incident, each declared once: one row for each incident and source.
 *
 * <p>There is no column for a direct identifier, and none for the publisher's own id: {@link #INCIDENT_KEY} is a keyed hash of it. Beside each
 * coded column stands the publisher's word, unchanged, so that a later code list can be applied to it.
 */
public final class CanonicalIncident {
    public static final Column INCIDENT_KEY = Column.key(
                    "incident_key", TEXT, "Keyed 128-bit hash of source and source id, hexadecimal")
            .disclosive();
    public static final Column SOURCE_CODE = SourcesTable.SOURCE_CODE;
    public static final Column EXTRACT_ID = ExtractsTable.EXTRACT_ID;
    public static final Column ROW_NUMBER = QuarantineTable.ROW_NUMBER.disclosive();
    public static final Column PART_NUMBER = QuarantineTable.PART_NUMBER.disclosive();
    public static final Column RECORD_CLASS = Column.attribute(
                    CountsTable.RECORD_CLASS.name(), TEXT, "Crime, non-crime incident or terrorism-related")
            .codedBy(CountsTable.RECORD_CLASS.name());
    public static final Column OCCURRED_DATE = Column.attribute("occurred_date", DATE, "When it happened")
            .emptyMeans("the source does not say")
            .disclosive();
    public static final Column OCCURRED_PRECISION = Column.attribute(
                    "occurred_precision",
                    TEXT,
                    "Whether the day or only the month is known; a month stands on its first day")
            .codedBy(DailyCountsTable.DATE_PRECISION.name())
            .emptyMeans("no occurred date");
    public static final Column RECORDED_DATE = Column.attribute("recorded_date", DATE, "When it was entered")
            .emptyMeans("the source does not say")
            .disclosive();
    public static final Column RECORDED_PRECISION = Column.attribute(
                    "recorded_precision",
                    TEXT,
                    "Whether the day or only the month is known; a month stands on its first day")
            .codedBy(DailyCountsTable.DATE_PRECISION.name())
            .emptyMeans("no recorded date");
    public static final Column AREA_CODE = Column.attribute(
                    CountsTable.AREA_CODE.name(),
                    TEXT,
                    "Area by official code; a code of its own where it is unknown or no borough")
            .codedBy("area");
    public static final Column TARGET_COMMUNITIES = Column.attribute(
                    "target_communities", TEXT, "Communities the target was perceived to belong to, a set")
            .codedBy("community");
    public static final Column STRANDS = Column.attribute("strands", TEXT, "Monitored strands, a set; may be empty")
            .codedBy("strand");
    public static final Column OFFENCE_GROUP = Column.attribute(
                    "offence_group", TEXT, "Published grouping of offences, a set where the source lists several")
            .codedBy("offence_group");
    public static final Column LOCATION_TYPE = Column.attribute(
                    "location_type", TEXT, "Kind of place, a set where the source lists several")
            .codedBy("location_type");
    public static final Column CONTEXT = Column.attribute(
                    "context", TEXT, "Marks such as protest-related, a set; may be empty")
            .codedBy("context");
    public static final Column REPORTING_SOURCE =
            Column.attribute("reporting_source", TEXT, "Who recorded it").codedBy("reporting_source");
    public static final Column OUTCOME =
            Column.attribute("outcome", TEXT, "What became of it").codedBy("outcome");
    public static final Column WITHDRAWN =
            Column.attribute("withdrawn", BOOLEAN, "Whether the publisher took it back; then it counts nowhere");
    public static final Column INCIDENT_COUNT = Column.count(
            CountsTable.INCIDENT_COUNT.name(),
            "counting units of the source",
            "1, or more where the source publishes counts",
            "");

    public static final Column SHARED_REFERENCE = Column.attribute(
                    "shared_reference",
                    TEXT,
                    "incident_key under which another source holds the same incident, as this publisher notes it, hexadecimal")
            .emptyMeans("the source notes none")
            .disclosive();

    /** What one row of a layer does to the incident; no property of the incident itself. */
    public static final Column CHANGE = Column.attribute(
                    "change",
                    TEXT,
                    "What the extract did to the incident: added, changed, said again, left out, restored")
            .codedBy("change");

    /** Columns whose word of the publisher is kept beside the code. */
    public static final List<Column> MAPPED = List.of(
            RECORD_CLASS,
            AREA_CODE,
            TARGET_COMMUNITIES,
            STRANDS,
            OFFENCE_GROUP,
            LOCATION_TYPE,
            CONTEXT,
            REPORTING_SOURCE,
            OUTCOME);

    private CanonicalIncident() {}

    /** All columns: the incident's own, then the publisher's words. */
    public static List<Column> columns() {
        return Stream.concat(own().stream(), MAPPED.stream().map(CanonicalIncident::verbatim))
                .toList();
    }

    /** The columns without the publisher's words. */
    public static List<Column> own() {
        return List.of(
                INCIDENT_KEY,
                SOURCE_CODE,
                EXTRACT_ID,
                ROW_NUMBER,
                PART_NUMBER,
                RECORD_CLASS,
                OCCURRED_DATE,
                OCCURRED_PRECISION,
                RECORDED_DATE,
                RECORDED_PRECISION,
                AREA_CODE,
                TARGET_COMMUNITIES,
                STRANDS,
                OFFENCE_GROUP,
                LOCATION_TYPE,
                CONTEXT,
                REPORTING_SOURCE,
                OUTCOME,
                WITHDRAWN,
                INCIDENT_COUNT,
                SHARED_REFERENCE);
    }

    /** The publisher's word for a coded column. */
    public static Column verbatim(Column coded) {
        String name = coded.name().replaceFirst("_code$", "") + "_verbatim";
        return Column.attribute(name, TEXT, "The publisher's own words, unchanged")
                .emptyMeans("the source has no such column")
                .disclosive();
    }
}
