package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vigil.release.Column;
import org.vigil.release.ReleaseReader;
import org.vigil.release.Table;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;

/** A published release as the input of a report. A table that the release leaves out reads as empty. */
record ReleaseInput(ReleaseReader reader) implements ReportInput {

    @Override
    public tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter) {
        return reader.has(table)
                ? reader.table(table, columns, filter)
                : tech.tablesaw.api.Table.create(table.name(), columns.stream().flatMap(ReleaseInput::empty));
    }

    private static Stream<tech.tablesaw.columns.Column<?>> empty(Column column) {
        String name = column.name();
        return Stream.of(
                switch (column.type()) {
                    case TEXT -> StringColumn.create(name);
                    case INTEGER -> LongColumn.create(name);
                    case DECIMAL -> DoubleColumn.create(name);
                    case DATE -> DateColumn.create(name);
                    case BOOLEAN -> BooleanColumn.create(name);
                });
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
}
