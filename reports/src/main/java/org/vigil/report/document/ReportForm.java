package org.vigil.report.document;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A form that a pack is written in. */
public enum ReportForm {
    PDF,
    HTML,
    ODS,
    /** Every figure as PNG and SVG, with its values as CSV. */
    CHARTS;

    /** The forms that hold a whole report in one file. */
    public static Set<ReportForm> documents() {
        return Collections.unmodifiableSet(EnumSet.of(PDF, HTML, ODS));
    }

    /** The name in a configuration: {@code pdf}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Ending of its files, with the dot. */
    String ending() {
        return "." + code();
    }
}
