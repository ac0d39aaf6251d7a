package org.vigil.incident;

/**
 * The publisher's words behind the codes of a batch of incidents, by mapped column ({@link CanonicalIncident#MAPPED}) and row.
 *
 * <p>A word is known by an id that is local to its column and batch. Only words that the profile knows are ever kept: a record with any other is
 * held out before.
 */
public interface Wording {
    /** Stands between the words of several records of one file that were united into one incident; the first record's come first. */
    char RECORD_SEPARATOR = '\u001e';

    /** Keeps no words. */
    Wording NONE = new Wording() {
        @Override
        public boolean has(int column) {
            return false;
        }

        @Override
        public int idOf(int column, int row) {
            throw new IllegalArgumentException("No words are kept for column " + column);
        }

        @Override
        public String text(int column, int id) {
            throw new IllegalArgumentException("No words are kept for column " + column);
        }

        @Override
        public int generation(int column) {
            return 0;
        }
    };

    /** Whether the source has words for a column; otherwise its code is a constant of the profile or unknown. */
    boolean has(int column);

    /** Id of the words of a row. */
    int idOf(int column, int row);

    /** The words themselves, as the publisher wrote them. */
    String text(int column, int id);

    /** Changes when ids begin to mean other words. */
    int generation(int column);
}
