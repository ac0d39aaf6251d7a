/** Areas with their names and aliases, their places on the tile map, and the populations that rates divide by. */
@NullMarked
package org.vigil.geography;

import org.jspecify.annotations.NullMarked;
