package org.vigil.identifier;

/**
 * What a column of values looks like.
 *
 * @param kind the identifier that it seems to hold
 * @param isRefused whether an extract with such a column is refused; otherwise the column is remarked on
 */
public record ColumnSign(IdentifierKind kind, boolean isRefused) {}
