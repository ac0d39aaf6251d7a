package org.vigil.tabulate;

import org.vigil.cube.CountCube;

/**
 * The incidents of one source that another source holds too, as far as the first notes the other's record numbers.
 *
 * @param sourceCode the source that notes them
 * @param referencedCode the source whose numbers they are
 * @param cube the shared incidents, placed where the source that notes the numbers places them
 */
public record SharedIncidents(String sourceCode, String referencedCode, CountCube cube) {}
