package org.vigil.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The descriptor of a release as a Tabular Data Package, version 1: what each CSV file holds, in the form that data portals and the
 * Frictionless tools read.
 */
public final class DataPackage {
    /** Name of the file in a release. */
    public static final String FILE_NAME = "datapackage.json";

    private DataPackage() {}

    /**
     * The descriptor as the bytes of its file.
     *
     * @param manifest the release
     * @param tables its tables, in order
     * @param files checksums and sizes of the CSV files by their path with slashes, {@code csv/<name>.csv}
     * @throws IllegalArgumentException if the CSV file of a table is not among {@code files}
     */
    public static byte[] json(Manifest manifest, List<Table> tables, Map<String, Manifest.FileEntry> files) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("profile", "tabular-data-package");
        descriptor.put("name", "vigil-" + manifest.audience().code());
        descriptor.put("title", "Hate-crime statistics as known on " + manifest.asOfDate());
        descriptor.put("description", manifest.marking());
        descriptor.put("version", manifest.releaseId());
        descriptor.put(
                "resources",
                tables.stream().map(table -> resource(table, files)).toList());
        return Json.file(descriptor);
    }

    private static Map<String, Object> resource(Table table, Map<String, Manifest.FileEntry> files) {
        String path = "csv/" + table.name() + ".csv";
        Manifest.FileEntry file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("Data package: no checksum of " + path + " among " + files.keySet());
        }
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", table.name());
        resource.put("title", table.title());
        resource.put("description", description(table));
        resource.put("path", path);
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.sha256());
        resource.put("dialect", Map.of("delimiter", ",", "lineTerminator", "\n", "doubleQuote", true));
        resource.put("schema", schema(table));
        return resource;
    }

    private static String description(Table table) {
        return "One row for each: " + table.grain() + "."
                + (table.notes().isEmpty() ? "" : " " + String.join(" ", table.notes()));
    }

    private static Map<String, Object> schema(Table table) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", table.columns().stream().map(DataPackage::field).toList());
        schema.put("primaryKey", table.keyColumns().stream().map(Column::name).toList());
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private static Map<String, Object> field(Column column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.type().tableSchemaName());
        field.put("format", "default");
        field.put("description", column.description());
        field.put("constraints", Map.of("required", !column.isNullable()));
        FieldNotes notes = FieldNotes.of(column);
        putIfPresent(field, "unit", notes.unit());
        putIfPresent(field, "nullMeaning", notes.nullMeaning());
        putIfPresent(field, "codeList", notes.codeList());
        putIfPresent(field, "decimals", notes.decimals());
        field.put("role", notes.role());
        return field;
    }

    private static void putIfPresent(Map<String, Object> field, String name, @Nullable Object value) {
        if (value != null) {
            field.put(name, value);
        }
    }
}
