package org.vigil.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How one field of the incident is read from the columns of a file. */
public sealed interface FieldReading {

    /** Name under which a wide file's column header is read: the header itself is the cell. */
    String HEADER_COLUMN = "<column header>";

    /** Name under which the cell below a wide file's value column is read. */
    String VALUE_COLUMN = "<value>";

    /** The columns it needs, by name. */
    List<String> columns();

    /** The same codes for every record. */
    record Constant(List<String> codes) implements FieldReading {
        public Constant {
            codes = List.copyOf(codes);
        }

        @Override
        public List<String> columns() {
            return List.of();
        }
    }

    /**
     * Words that mean codes.
     *
     * @param columns where the words stand; the codes of all columns unite
     * @param separator what separates several words in one cell; none where a cell is one word even if it holds commas
     * @param vocabulary what a word can mean
     * @param labels word to codes, none of which stands for a word that is known and marks nothing; matched whole, case as declared, outer white space ignored, inner white space kept
     * @param ignoresCase whether case is ignored in matching
     */
    record Labels(
            List<String> columns,
            Optional<String> separator,
            Vocabulary vocabulary,
            Map<String, List<String>> labels,
            boolean ignoresCase)
            implements FieldReading {
        public Labels {
            columns = List.copyOf(columns);
            labels = Map.copyOf(labels);
        }
    }

    /** What the words of a {@link Labels} reading are resolved against. */
    enum Vocabulary {
        /** The declared labels only. */
        DECLARED,
        /** Our own codes, beside declared labels. */
        CODES,
        /** Names, codes and aliases of the geography, beside declared labels. */
        GEOGRAPHY
    }

    /**
     * A date in one column.
     *
     * @param column where it stands
     * @param patterns tried in order; {@code java.time} pattern letters; a pattern without a day gives a date known to the month
     * @param locale language of month names
     * @param pivotYear first year that a two-digit year can mean; 1990 makes 91 mean 1991 and 20 mean 2020
     */
    record Date(String column, List<String> patterns, Locale locale, int pivotYear) implements FieldReading {
        public Date {
            patterns = List.copyOf(patterns);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /**
     * A month given as year and month in two columns.
     *
     * @param yearColumn four-digit year
     * @param monthColumn 1 to 12
     * @param notAfter a date field that the month cannot be after: where it would be, the year before is meant and the record carries a finding
     */
    record YearAndMonth(String yearColumn, String monthColumn, Optional<Field> notAfter) implements FieldReading {
        @Override
        public List<String> columns() {
            return List.of(yearColumn, monthColumn);
        }
    }

    /** A whole number of at least 0. */
    record Count(String column) implements FieldReading {
        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }

    /** Yes or no, by declared words. */
    record YesNo(String column, List<String> yes, List<String> no) implements FieldReading {
        public YesNo {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }
    }
}
