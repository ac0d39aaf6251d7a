package org.vigil.publish;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.release.Audience;
import org.vigil.release.Explanation;
import org.vigil.release.Manifest;
import org.vigil.release.Protection;
import org.vigil.release.TableRows;

/**
 * Everything that a release says.
 *
 * @param audience for whom it is made
 * @param asOfDate the day whose state of knowledge the figures show
 * @param policy by what people are protected in it
 * @param explanations texts for readers, by the names of their files
 * @param marking the sentence that stands in the manifest and on every page
 * @param codeVersion version of the program
 * @param configurationHash SHA-256 of the configuration, hexadecimal
 * @param tables rows of each table, in the order of the data dictionary
 * @param extracts files that were read, in the order they were read
 * @param checks what was checked
 */
public record ReleaseContent(
        Audience audience,
        Protection policy,
        SortedMap<String, Explanation> explanations,
        LocalDate asOfDate,
        String marking,
        String codeVersion,
        String configurationHash,
        List<TableRows> tables,
        List<Manifest.ExtractEntry> extracts,
        List<Manifest.CheckEntry> checks) {
    public ReleaseContent {
        explanations = Collections.unmodifiableSortedMap(new TreeMap<>(explanations));
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

    /** Content that nothing was done to and that no text explains. */
    public ReleaseContent(
            Audience audience,
            LocalDate asOfDate,
            String marking,
            String codeVersion,
            String configurationHash,
            List<TableRows> tables,
            List<Manifest.ExtractEntry> extracts,
            List<Manifest.CheckEntry> checks) {
        this(
                audience,
                Protection.NONE,
                new TreeMap<>(),
                asOfDate,
                marking,
                codeVersion,
                configurationHash,
                tables,
                extracts,
                checks);
    }

    /** The same content with texts for readers. */
    public ReleaseContent with(SortedMap<String, Explanation> texts) {
        return new ReleaseContent(
                audience, policy, texts, asOfDate, marking, codeVersion, configurationHash, tables, extracts, checks);
    }
}
