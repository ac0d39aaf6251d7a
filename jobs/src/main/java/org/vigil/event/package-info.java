/** Reference events and series breaks: the dates beside which counts are read, and the ones at which they must not be compared. */
@NullMarked
package org.vigil.event;

import org.jspecify.annotations.NullMarked;
