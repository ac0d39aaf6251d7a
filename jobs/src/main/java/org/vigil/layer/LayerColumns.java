package org.vigil.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.jspecify.annotations.Nullable;
import org.vigil.incident.CanonicalIncident;
import org.vigil.incident.CodeSets;
import org.vigil.incident.DatePrecision;
import org.vigil.incident.IncidentColumns;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.Wording;
import org.vigil.release.Column;

/**
 * The columns of the row group at hand, and the batch that is decoded from them. Rows are given by their place in the row group; the batch's
 * arrays begin with its first row.
 */
final class LayerColumns {
    private static final Change[] CHANGES = Change.values();

    private final LayerReading reading;
    private final IncidentColumns batch;
    private final int capacity;

    private final List<IntColumn> columns = new ArrayList<>();
    private final IntColumn occurred;
    private final IntColumn occurredPrecision;
    private final IntColumn recorded;
    private final IntColumn recordedPrecision;
    private final IntColumn recordClass;
    private final IntColumn area;
    private final IntColumn communities;
    private final IntColumn strands;
    private final IntColumn offenceGroups;
    private final IntColumn locationTypes;
    private final IntColumn contexts;
    private final IntColumn reportingSource;
    private final IntColumn outcome;
    private final IntColumn counts;
    private final IntColumn extracts;
    private final IntColumn changes;
    private final @Nullable IntColumn parts;
    private final @Nullable ReferenceColumn references;
    private final LayerWords words;

    private KeyPage keys = new KeyPage(PageBytes.EMPTY, 0);
    private @Nullable PageReader unopenedWithdrawn;
    private @Nullable PageReader unopenedRowNumbers;
    private PageBytes withdrawn = PageBytes.EMPTY;
    private PageBytes rowNumbers = PageBytes.EMPTY;
    private int rows;

    /** First row of the batch. */
    private int first;
    /** End of the rows decoded together; the batch's first row while there are none. */
    private int decodedTo;

    private final int[] precisions;

    LayerColumns(LayerReading reading, int capacity, References ofFile) {
        this.reading = reading;
        this.capacity = capacity;
        boolean hasReferences = reading.withReferences() && ofFile == References.KEPT;
        batch = hasReferences ? IncidentColumns.withReferences(capacity) : new IncidentColumns(capacity);
        references = hasReferences ? new ReferenceColumn() : null;
        precisions = new int[capacity];
        occurred = dates(CanonicalIncident.OCCURRED_DATE);
        occurredPrecision = precisions(CanonicalIncident.OCCURRED_PRECISION);
        recorded = dates(CanonicalIncident.RECORDED_DATE);
        recordedPrecision = precisions(CanonicalIncident.RECORDED_PRECISION);
        recordClass = codes(CanonicalIncident.RECORD_CLASS);
        area = codes(CanonicalIncident.AREA_CODE);
        communities = sets(CanonicalIncident.TARGET_COMMUNITIES, batch.communities);
        strands = texts(CanonicalIncident.STRANDS, this::strandBits);
        offenceGroups = sets(CanonicalIncident.OFFENCE_GROUP, batch.offenceGroups);
        locationTypes = sets(CanonicalIncident.LOCATION_TYPE, batch.locationTypes);
        contexts = sets(CanonicalIncident.CONTEXT, batch.contexts);
        reportingSource = codes(CanonicalIncident.REPORTING_SOURCE);
        outcome = codes(CanonicalIncident.OUTCOME);
        counts = ints(CanonicalIncident.INCIDENT_COUNT);
        extracts = texts(CanonicalIncident.EXTRACT_ID, this::ordinalOf);
        changes = texts(CanonicalIncident.CHANGE, LayerColumns::ordinalOfChange);
        parts = reading.withPlaces() ? ints(CanonicalIncident.PART_NUMBER) : null;
        words = new LayerWords(reading.withWords());
    }

    /** Most rows of a batch. */
    int capacity() {
        return capacity;
    }

    /** Turns to another row group. */
    void open(PageReadStore rowGroup, KeyPage rowGroupKeys) {
        keys = rowGroupKeys;
        rows = rowGroupKeys.rows();
        columns.forEach(column -> column.open(rowGroup));
        words.open(rowGroup);
        if (references != null) {
            references.open(rowGroup, rows);
        }
        unopenedWithdrawn = rowGroup.getPageReader(LayerSchema.descriptor(CanonicalIncident.WITHDRAWN));
        unopenedRowNumbers = reading.withPlaces()
                ? rowGroup.getPageReader(LayerSchema.descriptor(CanonicalIncident.ROW_NUMBER))
                : null;
    }

    /** Begins a batch; nothing is decoded yet. */
    void startBatch(int firstRow) {
        first = firstRow;
        decodedTo = firstRow;
        words.startBatch(firstRow);
    }

    /** The batch with rows {@code from} to {@code to}, its end, decoded. */
    IncidentColumns batch(int from, int to) {
        if (decodedTo == first) {
            decode(from, to);
            decodedTo = to;
        }
        return batch;
    }

    int extractOrdinal(int row) {
        return extracts.at(row);
    }

    Change change(int row) {
        return CHANGES[changes.at(row)];
    }

    long rowNumber(int row) {
        PageReader reader = unopenedRowNumbers;
        if (reader != null) {
            rowNumbers = Pages.onlyPlain(reader, rows, (long) rows * Long.BYTES);
            unopenedRowNumbers = null;
        }
        requirePlaces();
        return rowNumbers.longAt(row) - 1;
    }

    int partNumber(int row) {
        requirePlaces();
        return parts == null ? 0 : parts.at(row);
    }

    Wording wording() {
        return words;
    }

    private void requirePlaces() {
        if (!reading.withPlaces()) {
            throw new IllegalStateException("Row and part numbers were not asked for when the layer was opened");
        }
    }

    private void decode(int from, int to) {
        int offset = from - first;
        for (int row = from; row < to; row++) {
            batch.keyHigh[row - first] = keys.high(row);
            batch.keyLow[row - first] = keys.low(row);
        }
        recordClass.read(from, to, batch.recordClass, offset);
        occurred.read(from, to, batch.occurred, offset);
        addPrecision(occurredPrecision, from, to, batch.occurred);
        recorded.read(from, to, batch.recorded, offset);
        addPrecision(recordedPrecision, from, to, batch.recorded);
        area.read(from, to, batch.area, offset);
        communities.read(from, to, batch.communitySet, offset);
        strands.read(from, to, batch.strands, offset);
        offenceGroups.read(from, to, batch.offenceGroupSet, offset);
        locationTypes.read(from, to, batch.locationTypeSet, offset);
        contexts.read(from, to, batch.contextSet, offset);
        reportingSource.read(from, to, batch.reportingSource, offset);
        outcome.read(from, to, batch.outcome, offset);
        counts.read(from, to, batch.incidentCount, offset);
        decodeWithdrawn(from, to);
        if (references != null) {
            references.read(from, to, batch.referenceHigh, batch.referenceLow, offset);
        }
    }

    private void addPrecision(IntColumn precision, int from, int to, int[] dates) {
        if (precision.meansOnly(0)) {
            return;
        }
        precision.read(from, to, precisions, 0);
        for (int row = from; row < to; row++) {
            dates[row - first] |= precisions[row - from];
        }
    }

    private void decodeWithdrawn(int from, int to) {
        PageReader reader = unopenedWithdrawn;
        if (reader != null) {
            withdrawn = Pages.onlyPlain(reader, rows, (rows + Byte.SIZE - 1) / Byte.SIZE);
            unopenedWithdrawn = null;
        }
        for (int row = from; row < to; row++) {
            batch.withdrawn[row - first] = withdrawn.bitAt(row);
        }
    }

    private int strandBits(String text) {
        int bits = 0;
        for (int strand : reading.codes().setIndexes(CanonicalIncident.STRANDS, text)) {
            bits |= 1 << strand;
        }
        return bits;
    }

    private int ordinalOf(String extractId) {
        Integer ordinal = reading.ordinalByExtract().get(extractId);
        if (ordinal == null) {
            throw new DamagedPageException("an extract that the store does not know (" + extractId + ")");
        }
        return ordinal;
    }

    private static int ordinalOfChange(String code) {
        return Change.find(code)
                .orElseThrow(() -> new DamagedPageException("a change that no extract makes"))
                .ordinal();
    }

    private IntColumn codes(Column column) {
        return texts(
                column,
                text -> text.isEmpty()
                        ? IncidentColumns.UNMAPPED
                        : reading.codes().index(column, text));
    }

    private IntColumn sets(Column column, CodeSets sets) {
        return texts(column, text -> sets.idOf(reading.codes().setIndexes(column, text)));
    }

    private IntColumn dates(Column column) {
        return add(new IntColumn(
                LayerSchema.descriptor(column), IntMeaning.ofInts(LayerColumns::date), IncidentDate.MISSING));
    }

    private static int date(int epochDay) {
        int date = IncidentDate.ofDay(epochDay);
        if (date == IncidentDate.INVALID) {
            throw new DamagedPageException("a day that no incident can bear");
        }
        return date;
    }

    private IntColumn precisions(Column column) {
        return texts(
                column,
                code -> DatePrecision.find(code)
                        .orElseThrow(() -> new DamagedPageException("a date of unknown precision"))
                        .ordinal());
    }

    private IntColumn ints(Column column) {
        return add(new IntColumn(LayerSchema.descriptor(column), IntMeaning.ofInts(value -> value), 0));
    }

    private IntColumn texts(Column column, ToIntFunction<String> meaning) {
        return add(new IntColumn(LayerSchema.descriptor(column), IntMeaning.ofTexts(meaning), 0));
    }

    private IntColumn add(IntColumn column) {
        columns.add(column);
        return column;
    }
}
