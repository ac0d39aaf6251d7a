@NullMarked
package org.vigil.geography;

import org.jspecify.annotations.NullMarked;
