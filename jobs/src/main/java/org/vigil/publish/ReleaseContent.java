package org.vigil.publish;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigil.release.Audience;
import org.vigil.release.Manifest;
import org.vigil.release.TableRows;

/**
 * Everything that a release says.
 *
 * @param audience for whom it is made
 * @param asOfDate the day whose state of knowledge the figures show
 * @param marking the sentence that stands in the manifest and on every page
 * @param codeVersion version of the program
 * @param configurationHash SHA-256 of the configuration, hexadecimal
 * @param tables rows of each table, in the order of the data dictionary
 * @param extracts files that were read, in the order they were read
 * @param checks what was checked
 */
public record ReleaseContent(
        Audience audience,
        LocalDate asOfDate,
        String marking,
        String codeVersion,
        String configurationHash,
        List<TableRows> tables,
        List<Manifest.ExtractEntry> extracts,
        List<Manifest.CheckEntry> checks) {
    public ReleaseContent {
        tables = List.copyOf(tables);
        extracts = List.copyOf(extracts);
        checks = List.copyOf(checks);
        Set<String> names = new HashSet<>();
        for (TableRows rows : tables) {
            if (!names.add(rows.table().name())) {
                throw new IllegalArgumentException(
                        "Release has table " + rows.table().name() + " twice");
            }
        }
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("Release has no table");
        }
    }
}
