package org.vigil.doctor;

import java.util.Locale;

/**
 * What one check has found.
 *
 * @param state how bad it is
 * @param check what was looked at, in a word or two
 * @param found what was found
 * @param expected what a run needs; empty where all is well
 * @param remedy what to do, a sentence; empty where all is well
 */
public record Diagnosis(State state, String check, String found, String expected, String remedy) {

    /** How bad a finding is, from harmless to fatal. */
    public enum State {
        OK("ok"),
        /** A run will do, but somebody should look. */
        WARNING("warn"),
        /** No run until machine, folders or files are put right. */
        BROKEN("fail"),
        /** No run until what was declared or given is put right. */
        MISTAKEN("fail");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word that is printed: {@code ok}, {@code warn} or {@code fail}. */
        public String word() {
            return word;
        }
    }

    public static Diagnosis ok(String check, String found) {
        return new Diagnosis(State.OK, check, found, "", "");
    }

    public static Diagnosis warning(String check, String found, String expected, String remedy) {
        return new Diagnosis(State.WARNING, check, found, expected, remedy);
    }

    public static Diagnosis broken(String check, String found, String expected, String remedy) {
        return new Diagnosis(State.BROKEN, check, found, expected, remedy);
    }

    public static Diagnosis mistaken(String check, String found, String expected, String remedy) {
        return new Diagnosis(State.MISTAKEN, check, found, expected, remedy);
    }

    /** The line for people. */
    public String line() {
        String wanted = expected.isEmpty() ? "" : "; expected " + expected;
        String advice = remedy.isEmpty() ? "" : ". " + remedy;
        return String.format(Locale.ROOT, "%-4s  %-15s %s%s%s", state.word(), check, found, wanted, advice);
    }
}
