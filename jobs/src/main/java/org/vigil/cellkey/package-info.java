/** The cell key method: by how much a published count differs from the exact one, at which grain it is published, and when it may be drawn again. */
@NullMarked
package org.vigil.cellkey;

import org.jspecify.annotations.NullMarked;
