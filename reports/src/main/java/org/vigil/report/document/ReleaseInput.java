package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.release.Audience;
import org.vigil.release.Column;
import org.vigil.release.Explanation;
import org.vigil.release.Protection;
import org.vigil.release.ReleaseReader;
import org.vigil.release.Table;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;

/** A published release as the input of a report. A table that the release leaves out reads as empty, and so does a column that may point at a person in a release for everybody. */
record ReleaseInput(ReleaseReader reader) implements ReportInput {

    @Override
    public tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter) {
        if (!reader.has(table)) {
            return tech.tablesaw.api.Table.create(table.name(), columns.stream().map(column -> empty(column, 0)));
        }
        boolean isPublic = reader.manifest().audience() == Audience.PUBLIC;
        tech.tablesaw.api.Table found = reader.table(
                table,
                columns.stream()
                        .filter(column -> !isPublic || !column.isDisclosive())
                        .toList(),
                filter);
        columns.stream()
                .filter(column -> !found.containsColumn(column.name()))
                .forEach(column -> found.addColumns(empty(column, found.rowCount())));
        return found;
    }

    private static tech.tablesaw.columns.Column<?> empty(Column column, int size) {
        String name = column.name();
        return switch (column.type()) {
            case TEXT -> StringColumn.create(name, size);
            case INTEGER -> LongColumn.create(name, size);
            case DECIMAL -> DoubleColumn.create(name, size);
            case DATE -> DateColumn.create(name, size);
            case BOOLEAN -> BooleanColumn.create(name, size);
        };
    }

    @Override
    public LocalDate asOf() {
        return reader.manifest().asOfDate();
    }

    @Override
    public String releaseName() {
        return reader.manifest().releaseId();
    }

    @Override
    public String marking() {
        return reader.manifest().marking();
    }

    @Override
    public Protection policy() {
        return reader.manifest().policy();
    }

    @Override
    public Optional<Explanation> explanation(String fileName) {
        return reader.findExplanation(fileName);
    }
}
