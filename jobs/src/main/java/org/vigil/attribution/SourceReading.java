package org.vigil.attribution;

import org.vigil.profile.SourceProfile;

/**
 * A source of a configuration.
 *
 * @param sourceCode its code
 * @param profile how its files are read today
 */
public record SourceReading(String sourceCode, SourceProfile profile) {}
