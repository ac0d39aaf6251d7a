/** Declared cell sets folded in one scan: how many incidents each combination of area, target community and date holds. */
@NullMarked
package org.vigil.cube;

import org.jspecify.annotations.NullMarked;
