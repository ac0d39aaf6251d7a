@NullMarked
package org.vigil.profile;

import org.jspecify.annotations.NullMarked;
