@NullMarked
package org.vigil.doctor;

import org.jspecify.annotations.NullMarked;
