@NullMarked
package org.vigil.record;

import org.jspecify.annotations.NullMarked;
