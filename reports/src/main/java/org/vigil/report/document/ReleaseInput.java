package org.vigil.report.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigil.release.Column;
import org.vigil.release.ReleaseReader;
import org.vigil.release.Table;

/** A release on disk, as a report sees it. */
public final class ReleaseInput implements ReportInput {
    private final ReleaseReader release;

    /** Reports on a release that was opened. */
    public ReleaseInput(ReleaseReader release) {
        this.release = release;
    }

    @Override
    public boolean has(Table table) {
        return release.has(table);
    }

    @Override
    public tech.tablesaw.api.Table rows(Table table, List<Column> columns, Map<Column, Set<String>> filter) {
        return release.table(table, columns, filter);
    }

    @Override
    public LocalDate asOf() {
        return release.manifest().asOfDate();
    }

    @Override
    public String releaseName() {
        return release.manifest().releaseId();
    }

    @Override
    public String marking() {
        return release.manifest().marking();
    }
}
