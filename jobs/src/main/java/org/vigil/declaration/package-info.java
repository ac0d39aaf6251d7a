/**
 * Declarations that people write by hand, profiles and configurations: YAML read with the line of everything in it, and every problem answered
 * at once.
 */
@NullMarked
package org.vigil.declaration;

import org.jspecify.annotations.NullMarked;
