/**
 * Why figures moved between two releases: the states of the store that they were counted from are read side by side, and the change of each cell is
 * added up by cause.
 */
@NullMarked
package org.vigil.attribution;

import org.jspecify.annotations.NullMarked;
