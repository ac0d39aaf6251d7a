/**
 * The files of the store. A layer is what one extract added: rows in the order of their keys, written once, never changed, read by key.
 */
@NullMarked
package org.vigil.layer;

import org.jspecify.annotations.NullMarked;
