/** Rules with names: what is accepted, what is held out, and why. */
@NullMarked
package org.vigil.validate;

import org.jspecify.annotations.NullMarked;
