package org.vigil.profile;

/**
 * A column in which a publisher notes under which id another source publishes the same incident. An empty cell is no reference.
 *
 * @param column the column
 * @param sourceCode the other source, by its code in the configuration
 */
public record SharedReference(String column, String sourceCode) {}
