package org.vigil.report.document;

/** A form that a pack is written in. */
public enum ReportForm {
    PDF,
    HTML;

    /** Ending of its files, with the dot. */
    String ending() {
        return "." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
