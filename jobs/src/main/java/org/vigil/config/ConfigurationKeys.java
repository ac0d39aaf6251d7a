package org.vigil.config;

import java.util.List;
import java.util.Map;

/** The keys of a configuration, by the place they may stand in; the reader and the published schema agree on them. */
final class ConfigurationKeys {
    static final List<String> CONFIGURATION = List.of(
            "title",
            "sources",
            "as-of",
            "store",
            "releases",
            "public",
            "runs",
            "runs-kept",
            "retention",
            "events",
            "key",
            "tolerance",
            "reports",
            "spark");
    static final List<String> PUBLIC = List.of("releases", "policy");
    static final List<String> SOURCE =
            List.of("profile", "source", "extracts", "rejected-share", "vanished-share", "size-change", "unique-share");
    static final List<String> EXTRACT = List.of("path", "extract-date", "extract-date-pattern");
    static final List<String> KEY =
            List.of("file", "credential", "environment", "create-if-missing", "epoch", "earlier");
    static final List<String> EARLIER_KEY = List.of("epoch", "file", "credential");
    static final List<String> TOLERANCE = List.of("rejected-share", "vanished-share", "size-change", "unique-share");
    static final List<String> REPORTS = List.of("formats", "packs");
    static final List<String> RETENTION = List.of("restricted-release-days", "run-days");
    static final List<String> SPARK = List.of("partitions", "split-mib");

    private ConfigurationKeys() {}

    /** Every place with its keys, by the name that the schema gives the place. */
    static Map<String, List<String>> byPlace() {
        return Map.of(
                "configuration", CONFIGURATION,
                "public", PUBLIC,
                "source", SOURCE,
                "extract", EXTRACT,
                "key", KEY,
                "earlierKey", EARLIER_KEY,
                "tolerance", TOLERANCE,
                "reports", REPORTS,
                "retention", RETENTION,
                "spark", SPARK);
    }
}
