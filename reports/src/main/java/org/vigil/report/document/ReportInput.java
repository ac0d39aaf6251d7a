package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigil.release.Column;
import org.vigil.release.Explanation;
import org.vigil.release.Protection;
import org.vigil.release.Table;

/** What a report may know: the tables of one release and its date. */
public interface ReportInput {
    /**
     * Rows of a table, in key order.
     *
     * @param table a declared table; one that the release leaves out reads as empty, and so does a column
     * @param columns the columns wanted
     * @param filter text columns with the texts to keep; no filter keeps all rows
     */
    tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter);

    /** State of knowledge that the release stands for. */
    LocalDate asOf();

    /** Name of the release, for readers who want to find it again. */
    String releaseName();

    /** The sentence of the release on how its figures may be used, or how they are protected. */
    String marking();

    /** By what people are protected in the release. */
    Protection policy();

    /** A text for readers that stands in the release, by the name of its file. */
    Optional<Explanation> explanation(String fileName);
}
