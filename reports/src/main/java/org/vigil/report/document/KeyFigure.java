package org.vigil.report.document;

/**
 * One of the most important numbers.
 *
 * @param value the number
 * @param label what it counts
 * @param detail how it compares
 */
public record KeyFigure(String value, String label, String detail) {}
