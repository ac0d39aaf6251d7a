package org.vigil.report.document;

/**
 * Running text.
 *
 * @param text whole sentences
 */
public record Paragraph(String text) implements Block {}
