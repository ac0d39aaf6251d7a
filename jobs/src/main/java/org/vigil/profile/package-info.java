/** The declared reading of one publisher's files, checked whole without opening any of them. */
@NullMarked
package org.vigil.profile;

import org.jspecify.annotations.NullMarked;
