@NullMarked
package org.vigil.event;

import org.jspecify.annotations.NullMarked;
