package org.vigil.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A way in which a row of an extract is not as it should be, and what a reader has to make of it. */
enum Defect {
    UNKNOWN_AREA("unknown-area", Fate.QUARANTINED),
    UNKNOWN_COMMUNITY("unknown-community", Fate.QUARANTINED),
    INVALID_DATE("invalid-date", Fate.QUARANTINED),
    DATE_AFTER_EXTRACT("date-after-extract", Fate.QUARANTINED),
    MISSING_IDENTITY("missing-identity", Fate.QUARANTINED),
    TOO_FEW_FIELDS("too-few-fields", Fate.QUARANTINED),
    TOO_MANY_FIELDS("too-many-fields", Fate.QUARANTINED),
    WRONG_ENCODING("wrong-encoding", Fate.QUARANTINED),
    MISSING_DATE("missing-date", Fate.QUARANTINED),
    BROKEN_QUOTES("broken-quotes", Fate.QUARANTINED),
    HEADER_REPEATED("header-repeated", Fate.OUT_OF_SCOPE),
    BLANK_LINE("blank-line", Fate.NOT_A_RECORD),
    EMBEDDED_LINE_END("embedded-line-end", Fate.READ),
    DATE_KNOWN_TO_THE_MONTH("date-known-to-the-month", Fate.READ);

    /** What becomes of a line with a defect. */
    enum Fate {
        /** Held back under the rule of that name. */
        QUARANTINED,
        /** A record that is counted and left out. */
        OUT_OF_SCOPE,
        /** No record at all. */
        NOT_A_RECORD,
        /** Untidy but readable: the record counts like any other. */
        READ
    }

    private static final List<String> IMPOSSIBLE_DATES = List.of("2024-13-45", "2023-02-29", "0000-00-00");
    private static final List<String> AREAS_ELSEWHERE = List.of("Atlantis", "Borchester", "E09000099");
    private static final int LARGEST_LEAD_DAYS = 60;

    private final String code;
    private final Fate fate;

    Defect(String code, Fate fate) {
        this.code = code;
        this.fate = fate;
    }

    /** Name of the rule that holds such a row back, or of the untidiness. */
    String code() {
        return code;
    }

    Fate fate() {
        return fate;
    }

    /** Whether it is a line of its own beside a good row, not a change of one. */
    boolean isLineOfItsOwn() {
        return this == HEADER_REPEATED || this == BLANK_LINE;
    }

    /**
     * The bytes of a line that has this defect and no other, line end included.
     *
     * @param good fields of the row as it should be
     * @param extractDate date of the extract that the line goes into
     * @param draws where there is a choice
     */
    byte[] line(List<String> good, LocalDate extractDate, Draws draws) {
        List<String> fields = new ArrayList<>(good);
        switch (this) {
            case UNKNOWN_AREA -> set(fields, CanonicalColumn.AREA, AREAS_ELSEWHERE.get(draws.below(3)));
            case UNKNOWN_COMMUNITY -> set(fields, CanonicalColumn.TARGET_COMMUNITIES, "unlisted-community");
            case INVALID_DATE -> set(fields, CanonicalColumn.OCCURRED_DATE, IMPOSSIBLE_DATES.get(draws.below(3)));
            case DATE_AFTER_EXTRACT -> {
                LocalDate later = extractDate.plusDays(1 + draws.below(LARGEST_LEAD_DAYS));
                set(fields, CanonicalColumn.RECORDED_DATE, later.toString());
            }
            case MISSING_IDENTITY -> set(fields, CanonicalColumn.INCIDENT_ID, "");
            case TOO_FEW_FIELDS ->
                fields.subList(fields.size() - 2, fields.size()).clear();
            case TOO_MANY_FIELDS -> fields.add("x");
            case WRONG_ENCODING -> append(fields, "\u00e9");
            case MISSING_DATE -> set(fields, CanonicalColumn.OCCURRED_DATE, "");
            case BROKEN_QUOTES -> quote(fields, "", "x");
            case HEADER_REPEATED -> fields = List.of(CanonicalColumn.header());
            case BLANK_LINE -> fields = List.of();
            case EMBEDDED_LINE_END -> quote(fields, "\n", "");
            case DATE_KNOWN_TO_THE_MONTH -> {
                String day = fields.get(CanonicalColumn.OCCURRED_DATE.place());
                set(fields, CanonicalColumn.OCCURRED_DATE, day.substring(0, "yyyy-MM".length()));
            }
        }
        String text = String.join(",", fields) + '\n';
        return text.getBytes(this == WRONG_ENCODING ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private static void set(List<String> fields, CanonicalColumn column, String value) {
        fields.set(column.place(), value);
    }

    private static void append(List<String> fields, String end) {
        int place = CanonicalColumn.OUTCOME.place();
        fields.set(place, fields.get(place) + end);
    }

    private static void quote(List<String> fields, String inside, String outside) {
        int place = CanonicalColumn.OUTCOME.place();
        fields.set(place, '"' + fields.get(place) + inside + '"' + outside);
    }
}
