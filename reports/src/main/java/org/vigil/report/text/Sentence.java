package org.vigil.report.text;

/**
 * A finding with its detail.
 *
 * @param lead the finding, a whole sentence, set in bold
 * @param rest what else must be known, whole sentences, or the empty text
 */
public record Sentence(String lead, String rest) {}
