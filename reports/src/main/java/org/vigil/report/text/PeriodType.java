package org.vigil.report.text;

import java.util.Optional;

/** Periods that a release counts by. */
public enum PeriodType {
    ISO_WEEK("iso_week", "week", "weeks", "weekly"),
    MONTH("month", "month", "months", "monthly"),
    QUARTER("quarter", "quarter", "quarters", "quarterly"),
    ROLLING_12_MONTHS("rolling_12_months", "12 months", "12-month periods", "yearly"),
    FINANCIAL_YEAR("financial_year", "financial year", "financial years", "yearly");

    private final String code;
    private final String singular;
    private final String plural;
    private final String adjective;

    PeriodType(String code, String singular, String plural, String adjective) {
        this.code = code;
        this.singular = singular;
        this.plural = plural;
        this.adjective = adjective;
    }

    /** The code in the column {@code period_type}. */
    public String code() {
        return code;
    }

    public String singular() {
        return singular;
    }

    public String plural() {
        return plural;
    }

    /** {@code weekly}, {@code monthly}. */
    public String adjective() {
        return adjective;
    }

    /** The type with this code, if reports use it. */
    public static Optional<PeriodType> find(String code) {
        for (PeriodType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
