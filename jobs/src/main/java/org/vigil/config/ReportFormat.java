package org.vigil.config;

import java.util.Locale;

/** A form that reports are written in. */
public enum ReportFormat {
    PDF,
    HTML;

    /** The name in a configuration: {@code pdf}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
