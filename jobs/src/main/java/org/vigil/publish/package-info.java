/**
 * Makes a release out of finished tables, all of it or nothing.
 *
 * <p>{@link org.vigil.publish.ReleasePublisher} builds a release beside the published ones, checks it by reading it again, and makes it
 * exist by one rename. A release is never changed afterwards; {@code latest.json} names the newest.
 */
@NullMarked
package org.vigil.publish;

import org.jspecify.annotations.NullMarked;
