/**
 * How published figures changed from release to release.
 *
 * <p>A release is compared with its {@link org.vigil.revision.PredecessorRelease predecessor}; {@link org.vigil.revision.Revisions} takes the moves
 * over that the predecessor lists and adds those since, so that no run reads more than one earlier release.
 * {@link org.vigil.revision.ReleaseDifference} sets any two releases side by side.
 */
@NullMarked
package org.vigil.revision;

import org.jspecify.annotations.NullMarked;
