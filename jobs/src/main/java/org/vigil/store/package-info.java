/** What is known of each incident: the newest record that speaks of it wins. */
@NullMarked
package org.vigil.store;

import org.jspecify.annotations.NullMarked;
