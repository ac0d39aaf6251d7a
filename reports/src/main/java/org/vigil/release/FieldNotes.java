package org.vigil.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column's declaration as the metadata of a table file states it; what does not apply is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "type", "role", "description", "unit", "null_meaning", "code_list", "decimals", "disclosive"
})
record FieldNotes(
        String name,
        String type,
        String role,
        String description,
        @Nullable String unit,
        @Nullable String nullMeaning,
        @Nullable String codeList,
        @Nullable Integer decimals,
        boolean disclosive) {

    static FieldNotes of(Column column) {
        return new FieldNotes(
                column.name(),
                column.type().tableSchemaName(),
                column.role().name().toLowerCase(Locale.ROOT),
                column.description(),
                column.unit().isEmpty() ? null : column.unit(),
                column.isNullable() ? column.nullMeaning() : null,
                column.codeList().orElse(null),
                column.type() == ColumnType.DECIMAL ? column.decimals() : null,
                column.isDisclosive());
    }
}
