/** Files to verbatim batches: bytes are cut into splits, rows and fields, and nothing is interpreted. */
@NullMarked
package org.vigil.extract;

import org.jspecify.annotations.NullMarked;
