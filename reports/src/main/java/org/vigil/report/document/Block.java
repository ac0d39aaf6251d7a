package org.vigil.report.document;

/** A piece of a section. */
public sealed interface Block permits Figure, NumberedTable, Paragraph, Points {}
