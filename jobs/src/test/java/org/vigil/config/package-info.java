@NullMarked
package org.vigil.config;

import org.jspecify.annotations.NullMarked;
