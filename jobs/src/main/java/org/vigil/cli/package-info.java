/** Commands: arguments in, sentences and exit codes out. */
@NullMarked
package org.vigil.cli;

import org.jspecify.annotations.NullMarked;
