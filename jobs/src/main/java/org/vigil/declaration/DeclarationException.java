package org.vigil.declaration;

import java.util.List;
import java.util.stream.Collectors;

/** A declaration cannot be used; the message lists every problem, one a line. A mistake of a person, never of the program. */
public class DeclarationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * An exception that names all problems.
     *
     * @param subject what cannot be used, for example {@code The profile nypd.yaml}
     * @param problems at least one
     */
    protected DeclarationException(String subject, List<Problem> problems) {
        super(message(subject, problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, by file and line. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String subject, List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> "\n- " + problem.sentence())
                .collect(Collectors.joining("", subject + " cannot be used: " + count + ".", ""));
    }
}
