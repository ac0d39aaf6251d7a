package org.vigil.bench;

import java.util.List;

/**
 * One way to do the job.
 *
 * @param name as the table prints it
 * @param mainClass the program; its arguments are the folder of the extracts and the folder to write to
 * @param flags of its Java
 */
record Competitor(String name, Class<?> mainClass, List<String> flags) {
    Competitor {
        flags = List.copyOf(flags);
    }
}
