package org.vigil.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.vigil.incident.CanonicalIncident;
import org.vigil.release.Column;
import org.vigil.release.ParquetTables;
import org.vigil.release.Table;

/** The columns of a layer file and what its metadata say of them. */
final class LayerSchema {
    static final int KEY_BYTES = 16;

    /** Metadata key of the form of the file; a reader refuses any other. */
    static final String FORM_KEY = "vigil.layer";

    static final String FORM = "1";

    /** The publisher's words, in the order of {@link CanonicalIncident#MAPPED}. */
    static final List<Column> WORDS =
            CanonicalIncident.MAPPED.stream().map(CanonicalIncident::verbatim).toList();

    static final Table TABLE = new Table(
            "layer",
            "What one extract added to the store",
            "One row for each incident that the extract speaks of",
            List.of(
                    "Rows are in the order of the key, which is stored as 16 bytes, most significant first.",
                    "A set is its codes with a semicolon between, in the order of their list.",
                    "A row with the change 'vanished' has no content: its texts are empty, its count and row number are 0."),
            Stream.of(CanonicalIncident.own(), List.of(CanonicalIncident.CHANGE), WORDS)
                    .flatMap(List::stream)
                    .toList());

    static final MessageType SCHEMA = new MessageType(
            TABLE.name(), TABLE.columns().stream().map(LayerSchema::field).toList());

    private LayerSchema() {}

    static ColumnDescriptor descriptor(Column column) {
        return SCHEMA.getColumnDescription(new String[] {column.name()});
    }

    static Map<String, String> metadata(String sourceCode) {
        Map<String, String> metadata = new LinkedHashMap<>(ParquetTables.metadata(TABLE));
        metadata.put(FORM_KEY, FORM);
        metadata.put("vigil." + CanonicalIncident.SOURCE_CODE.name(), sourceCode);
        return metadata;
    }

    /** The part of the schema that a reading needs. */
    static MessageType requested(LayerReading reading) {
        List<Type> fields = new ArrayList<>();
        for (Column column : TABLE.columns()) {
            boolean isPlace =
                    column.equals(CanonicalIncident.ROW_NUMBER) || column.equals(CanonicalIncident.PART_NUMBER);
            boolean isWord = WORDS.contains(column);
            if (!column.equals(CanonicalIncident.SOURCE_CODE)
                    && (reading.withPlaces() || !isPlace)
                    && (reading.withWords() || !isWord)) {
                fields.add(SCHEMA.getType(column.name()));
            }
        }
        return new MessageType(SCHEMA.getName(), fields);
    }

    private static Type field(Column column) {
        Type.Repetition repetition = column.isNullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        if (column.equals(CanonicalIncident.INCIDENT_KEY)) {
            return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                    .length(KEY_BYTES)
                    .named(column.name());
        }
        if (column.equals(CanonicalIncident.ROW_NUMBER)) {
            return Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
        }
        return switch (column.type()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
            case DECIMAL -> throw new IllegalStateException("An incident has no decimal column");
        };
    }
}
