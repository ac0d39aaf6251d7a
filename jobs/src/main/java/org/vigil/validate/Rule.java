package org.vigil.validate;

import java.util.Locale;

/** A check on one record. The order is the order in which reasons are listed. */
public enum Rule {
    HEADER_REPEATED(Severity.OUT_OF_SCOPE, "a record, not the header again"),
    EXCLUDED_BY_PROFILE(Severity.OUT_OF_SCOPE, "a label that the profile counts"),
    TOO_FEW_FIELDS(Severity.REJECT, "as many fields as the header"),
    TOO_MANY_FIELDS(Severity.REJECT, "as many fields as the header"),
    BROKEN_QUOTES(Severity.REJECT, "quoted fields that are closed, with quotes inside them doubled"),
    WRONG_ENCODING(Severity.REJECT, "text in the encoding that the profile declares"),
    MISSING_IDENTITY(Severity.REJECT, "the publisher's identifier of the record"),
    DAMAGED_IDENTITY(Severity.STOP, "identifiers as the publisher wrote them, not rounded by a spreadsheet"),
    INVALID_DATE(Severity.REJECT, "a date in a format that the profile declares, from 1900 to 2099"),
    MISSING_DATE(Severity.REJECT, "the date that places the record in the main series"),
    DATE_AFTER_EXTRACT(Severity.REJECT, "a date up to the date of the extract"),
    UNKNOWN_RECORD_CLASS(Severity.REJECT, "crime, non-crime-incident or terrorism-related"),
    UNKNOWN_AREA(Severity.REJECT, "a name, code or alias of the geography"),
    UNKNOWN_COMMUNITY(Severity.REJECT, "a label that the profile maps to a target community"),
    UNKNOWN_STRAND(Severity.REJECT, "a label that the profile maps to strands or to none"),
    UNKNOWN_OFFENCE_GROUP(Severity.REJECT, "a label that the profile maps to an offence group"),
    UNKNOWN_LOCATION_TYPE(Severity.REJECT, "a label that the profile maps to a location type"),
    UNKNOWN_CONTEXT(Severity.REJECT, "a label that the profile maps to a context"),
    UNKNOWN_REPORTING_SOURCE(Severity.REJECT, "a label that the profile maps to a reporting source"),
    UNKNOWN_OUTCOME(Severity.REJECT, "a label that the profile maps to an outcome"),
    INVALID_YES_NO(Severity.REJECT, "a word that the profile declares to mean yes or no"),
    INVALID_COUNT(Severity.REJECT, "a whole number from 0 to 999999999"),
    YEAR_CORRECTED(Severity.FINDING, "a month that is not after the month of record; the year before was taken"),
    RECORDED_BEFORE_OCCURRED(Severity.FINDING, "a recorded date on or after the occurred date"),
    CONFLICTING_RECORDS(Severity.FINDING, "rows of one incident that agree");

    /** What follows when a record breaks a rule. */
    public enum Severity {
        /** The record is read, counted and left out. */
        OUT_OF_SCOPE,
        /** The record is held out in quarantine. */
        REJECT,
        /** Nothing of the extract can be trusted: the run stops. */
        STOP,
        /** The record is accepted with a remark. */
        FINDING
    }

    private final Severity severity;
    private final String expected;

    Rule(Severity severity, String expected) {
        this.severity = severity;
        this.expected = expected;
    }

    public Severity severity() {
        return severity;
    }

    /** What the rule allows, in words that hold no value of any record. */
    public String expected() {
        return expected;
    }

    /** The published code: {@code unknown-area}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    long bit() {
        return 1L << ordinal();
    }
}
