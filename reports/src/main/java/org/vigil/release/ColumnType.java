package org.vigil.release;

/** What a published column holds. */
public enum ColumnType {
    TEXT("string"),
    INTEGER("integer"),
    DECIMAL("number"),
    DATE("date"),
    BOOLEAN("boolean");

    private final String tableSchemaName;

    ColumnType(String tableSchemaName) {
        this.tableSchemaName = tableSchemaName;
    }

    /** The name of this type in the Table Schema standard, as {@code datapackage.json} writes it. */
    public String tableSchemaName() {
        return tableSchemaName;
    }
}
