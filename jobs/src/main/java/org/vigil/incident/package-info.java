/** The canonical incident: its columns, the code lists it is coded by, and the batches it travels in. */
@NullMarked
package org.vigil.incident;

import org.jspecify.annotations.NullMarked;
