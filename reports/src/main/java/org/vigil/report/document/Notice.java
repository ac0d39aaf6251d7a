package org.vigil.report.document;

/**
 * A box that every reader must see first.
 *
 * @param cssClass how it looks: restricted, synthetic or licence
 * @param lead first words, in bold
 * @param text the rest
 */
public record Notice(String cssClass, String lead, String text) {}
