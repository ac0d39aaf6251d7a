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

    private static final Table WITH_REFERENCES = table(CanonicalIncident.own());

    private static final Table WITHOUT_REFERENCES = table(CanonicalIncident.own().stream()
            .filter(column -> !column.equals(CanonicalIncident.SHARED_REFERENCE))
            .toList());

    private static final MessageType SCHEMA_WITH_REFERENCES = schema(WITH_REFERENCES);

    private static final MessageType SCHEMA_WITHOUT_REFERENCES = schema(WITHOUT_REFERENCES);

    private LayerSchema() {}

    /** The columns of a file. */
    static Table table(References references) {
        return references == References.KEPT ? WITH_REFERENCES : WITHOUT_REFERENCES;
    }

    static MessageType schema(References references) {
        return references == References.KEPT ? SCHEMA_WITH_REFERENCES : SCHEMA_WITHOUT_REFERENCES;
    }

    private static MessageType schema(Table table) {
        return new MessageType(
                table.name(), table.columns().stream().map(LayerSchema::field).toList());
    }

    private static Table table(List<Column> own) {
        return new Table(
                "layer",
                "What one extract added to the store",
                "One row for each incident that the extract speaks of",
                List.of(
                        "Rows are in the order of the key, which is stored as 16 bytes, most significant first.",
                        "A set is its codes with a semicolon between, in the order of their list.",
                        "A row with the change 'vanished' has no content: its texts are empty, its count and row number are 0."),
                Stream.of(own, List.of(CanonicalIncident.CHANGE), WORDS)
                        .flatMap(List::stream)
                        .toList());
    }

    static ColumnDescriptor descriptor(Column column) {
        return SCHEMA_WITH_REFERENCES.getColumnDescription(new String[] {column.name()});
    }

    static Map<String, String> metadata(String sourceCode, References references) {
        Map<String, String> metadata = new LinkedHashMap<>(ParquetTables.metadata(table(references)));
        metadata.put(FORM_KEY, FORM);
        metadata.put("vigil." + CanonicalIncident.SOURCE_CODE.name(), sourceCode);
        return metadata;
    }

    /** Whether a file has references. */
    static References referencesOf(MessageType file) {
        return file.containsField(CanonicalIncident.SHARED_REFERENCE.name()) ? References.KEPT : References.NONE;
    }

    /** The part of the schema that a reading needs. */
    static MessageType requested(LayerReading reading, References references) {
        List<Type> fields = new ArrayList<>();
        for (Column column : table(references).columns()) {
            boolean isPlace =
                    column.equals(CanonicalIncident.ROW_NUMBER) || column.equals(CanonicalIncident.PART_NUMBER);
            boolean isWord = WORDS.contains(column);
            if (!column.equals(CanonicalIncident.SOURCE_CODE)
                    && (reading.withPlaces() || !isPlace)
                    && (reading.withWords() || !isWord)
                    && (reading.withReferences() || !column.equals(CanonicalIncident.SHARED_REFERENCE))) {
                fields.add(schema(references).getType(column.name()));
            }
        }
        return new MessageType(schema(references).getName(), fields);
    }

    private static Type field(Column column) {
        Type.Repetition repetition = column.isNullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        if (column.equals(CanonicalIncident.INCIDENT_KEY) || column.equals(CanonicalIncident.SHARED_REFERENCE)) {
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
