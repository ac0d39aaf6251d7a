@NullMarked
package org.vigil.incident;

import org.jspecify.annotations.NullMarked;
