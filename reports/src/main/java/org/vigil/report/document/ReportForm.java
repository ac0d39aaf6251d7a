package org.vigil.report.document;

import java.util.Locale;

/** A form that a pack is written in. */
public enum ReportForm {
    PDF,
    HTML,
    ODS;

    /** The name in a configuration: {@code pdf}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Ending of its files, with the dot. */
    String ending() {
        return "." + code();
    }
}
