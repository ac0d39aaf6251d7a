package org.vigil.profile;

import java.util.List;
import java.util.Map;

/** The keys of a profile, by the place they may stand in; the reader and the published schema agree on them. */
final class ProfileKeys {
    static final List<String> PROFILE = List.of(
            "profile",
            "version",
            "title",
            "publisher",
            "licence",
            "address",
            "already-public",
            "synthetic",
            "counting-unit",
            "target-basis",
            "whole-area",
            "coverage-note",
            "area-basis",
            "has-total",
            "geography",
            "format",
            "identity",
            "shared-reference",
            "extracts",
            "series",
            "missing",
            "fields",
            "out-of-scope",
            "covered-communities",
            "covered-from",
            "not-covered-areas",
            "absence",
            "break-scopes");
    static final List<String> FORMAT = List.of("encoding", "delimiter", "layout", "value-columns");
    static final List<String> IDENTITY = List.of("kind", "columns");
    static final List<String> SHARED_REFERENCE = List.of("column", "source");
    static final List<String> SERIES = List.of("date", "precision", "provisional-weeks");
    static final List<String> CODED_FIELD =
            List.of("constant", "column", "columns", "separator", "vocabulary", "labels", "missing", "ignore-case");
    static final List<String> DATE_FIELD =
            List.of("column", "patterns", "locale", "pivot-year", "year-column", "month-column", "not-after");
    static final List<String> YES_NO_FIELD = List.of("column", "yes", "no");
    static final List<String> COUNT_FIELD = List.of("column");
    static final List<String> OUT_OF_SCOPE = List.of("column", "labels", "reason");

    private ProfileKeys() {}

    /** The keys that describe the reading of a field. */
    static List<String> of(Field field) {
        return switch (field) {
            case OCCURRED_DATE, RECORDED_DATE -> DATE_FIELD;
            case WITHDRAWN -> YES_NO_FIELD;
            case INCIDENT_COUNT -> COUNT_FIELD;
            default -> CODED_FIELD;
        };
    }

    /** Every place with its keys, by the name that the schema gives the place. */
    static Map<String, List<String>> byPlace() {
        return Map.ofEntries(
                Map.entry("profile", PROFILE),
                Map.entry("format", FORMAT),
                Map.entry("identity", IDENTITY),
                Map.entry("shared-reference", SHARED_REFERENCE),
                Map.entry("series", SERIES),
                Map.entry("coded-field", CODED_FIELD),
                Map.entry("mark-field", CODED_FIELD),
                Map.entry("date-field", DATE_FIELD),
                Map.entry("yes-no-field", YES_NO_FIELD),
                Map.entry("count-field", COUNT_FIELD),
                Map.entry("out-of-scope", OUT_OF_SCOPE));
    }
}
