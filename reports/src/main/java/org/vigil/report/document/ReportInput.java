package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigil.release.Column;
import org.vigil.release.Table;

/** What a report may know: the tables of one release and its date. */
public interface ReportInput {
    /**
     * Rows of a table, in key order.
     *
     * @param table a declared table; one that the release leaves out reads as empty
     * @param columns the columns wanted
     * @param filter text columns with the texts to keep; no filter keeps all rows
     */
    tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter);

    /** State of knowledge that the release stands for. */
    LocalDate asOf();

    /** Name of the release, for readers who want to find it again. */
    String releaseName();

    /** The sentence that the release puts on every page of a restricted report. */
    String marking();
}
