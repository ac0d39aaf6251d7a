/** Readings of files written for the purpose, and of the real ones where they are there. */
@NullMarked
package org.vigil.extract;

import org.jspecify.annotations.NullMarked;
