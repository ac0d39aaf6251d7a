package org.vigil.declaration;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while a declaration is read to its end. Not safe for use by several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem; see {@link Problem} for the parts. */
    public void add(String file, int line, String found, String expected, String remedy) {
        this.found.add(new Problem(file, line, found, expected, remedy));
    }

    /** Adds problems that were found elsewhere, as those of a profile that a configuration names. */
    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All problems by file and line, each once. */
    public List<Problem> list() {
        return found.stream().sorted(Problem.ORDER).distinct().toList();
    }
}
