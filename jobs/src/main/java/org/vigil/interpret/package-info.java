/** Verbatim to codes: each distinct label is interpreted once, whatever the number of rows that hold it. */
@NullMarked
package org.vigil.interpret;

import org.jspecify.annotations.NullMarked;
