package org.vigil.declaration;

import java.util.Comparator;

/**
 * One thing that is wrong in a declaration.
 *
 * @param file name of the file for people
 * @param line line in the file, from 1; 0 where the file as a whole is meant
 * @param found what stands there, as the start of a sentence without its full stop
 * @param expected what may stand there, empty where {@code found} says it all
 * @param remedy what to do, a whole sentence
 */
public record Problem(String file, int line, String found, String expected, String remedy) {

    static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparing(Problem::sentence);

    /** Place, finding, expectation and remedy as one line of text. */
    public String sentence() {
        String place = line > 0 ? file + ", line " + line : file;
        String finding = expected.isEmpty() ? found + "." : found + "; expected " + expected + ".";
        return place + ": " + finding + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
