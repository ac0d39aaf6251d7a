package org.vigil.report.document;

/** A report could not be written; the message says what, why and what to do, for the person who asked for it. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReportException(String message) {
        super(message);
    }

    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
