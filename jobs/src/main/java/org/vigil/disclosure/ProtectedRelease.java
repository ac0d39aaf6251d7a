package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.release.Explanation;
import org.vigil.release.Manifest;
import org.vigil.release.Marking;
import org.vigil.tabulate.MethodsText;

/** Everything that a public release says. Made in this package only; a public release cannot be published from anything else. */
public final class ProtectedRelease {
    private final Identity identity;
    private final Policy policy;
    private final List<ProtectedTable> tables;
    private final List<Manifest.ExtractEntry> extracts;
    private final List<Manifest.CheckEntry> checks;

    /**
     * What names a release.
     *
     * @param asOfDate the day whose state of knowledge the figures show
     * @param codeVersion version of the program
     * @param configurationHash SHA-256 of the configuration, hexadecimal
     * @param isSynthetic whether all records describe nobody
     */
    public record Identity(LocalDate asOfDate, String codeVersion, String configurationHash, boolean isSynthetic) {}

    ProtectedRelease(
            Identity identity,
            Policy policy,
            List<ProtectedTable> tables,
            List<Manifest.ExtractEntry> extracts,
            List<Manifest.CheckEntry> checks) {
        this.identity = identity;
        this.policy = policy;
        this.tables = List.copyOf(tables);
        this.extracts = List.copyOf(extracts);
        this.checks = List.copyOf(checks);
    }

    public Identity identity() {
        return identity;
    }

    public Policy policy() {
        return policy;
    }

    /** The sentence that stands in the manifest and on every page. */
    public String marking() {
        return Marking.FOR_EVERYBODY + " "
                + (identity.isSynthetic() ? Marking.SYNTHETIC + " " : "")
                + policy.explanation();
    }

    /** The texts for readers, by the names of their files: how people are protected, and what the figures are computed by. */
    public SortedMap<String, Explanation> explanations() {
        return new TreeMap<>(Map.of(
                Explanation.CONFIDENTIALITY,
                ConfidentialityText.of(policy),
                Explanation.METHODS,
                MethodsText.of(tables.stream().map(ProtectedTable::rows).toList())));
    }

    public List<ProtectedTable> tables() {
        return tables;
    }

    /** The files that were read, under names that say nothing of them. */
    public List<Manifest.ExtractEntry> extracts() {
        return extracts;
    }

    public List<Manifest.CheckEntry> checks() {
        return checks;
    }
}
