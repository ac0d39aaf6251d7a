package org.vigil.event;

import java.time.LocalDate;
import java.util.List;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;
import org.vigil.statistics.ReferenceValues;
import org.vigil.statistics.ReferenceValues.Row;

/** The simulated daily series of the reference values. */
final class ReferenceSeries {
    private static final List<Row> ALL = ReferenceValues.of("event_daily_series.csv");

    private ReferenceSeries() {}

    static TimeSeries of(String name) {
        List<Row> rows =
                ALL.stream().filter(row -> row.text("series").equals(name)).toList();
        return new TimeSeries(
                Grain.DAY,
                LocalDate.parse(rows.get(0).text("date")),
                rows.stream().mapToInt(row -> row.integer("observed")).toArray());
    }
}
