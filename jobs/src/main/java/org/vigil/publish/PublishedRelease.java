package org.vigil.publish;

import java.nio.file.Path;
import org.vigil.release.Manifest;

/**
 * A release that exists.
 *
 * @param folder where it stands
 * @param manifest what it says about itself
 * @param alreadyPublished whether the very same release stood there before, so that nothing was written
 */
public record PublishedRelease(Path folder, Manifest manifest, boolean alreadyPublished) {}
