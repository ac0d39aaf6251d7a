package org.vigil.layer;

import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * One column of the row group at hand, as ints. Its pages are opened when the first value is asked for; values of a dictionary are translated by
 * their ids, others each.
 */
final class IntColumn {
    private final ColumnDescriptor descriptor;
    private final IntMeaning meaning;
    /** What an empty cell means. */
    private final int missing;

    private @Nullable PageReader unopened;
    private Page[] pages = {};
    /** Meaning of each dictionary id. */
    private int[] entries = {};

    IntColumn(ColumnDescriptor descriptor, IntMeaning meaning, int missing) {
        this.descriptor = descriptor;
        this.meaning = meaning;
        this.missing = missing;
    }

    /** Turns to another row group. */
    void open(PageReadStore rowGroup) {
        unopened = rowGroup.getPageReader(descriptor);
        pages = new Page[0];
        entries = new int[0];
    }

    /** Whether any cell of the row group is filled. */
    boolean hasValues() {
        return Arrays.stream(pages()).anyMatch(page -> !page.presence.isEmpty());
    }

    /** Whether every value that the row group can hold means the same; empty cells aside. */
    boolean meansOnly(int value) {
        return Arrays.stream(pages()).allMatch(page -> page.ids != null || page.presence.isEmpty())
                && Arrays.stream(entries).allMatch(entry -> entry == value);
    }

    /** The value of one row of the row group. */
    int at(int row) {
        return pageOf(row).at(row);
    }

    /** Copies the values of rows {@code from} (inclusive) to {@code to} (exclusive) to {@code into}, from {@code offset} on. */
    void read(int from, int to, int[] into, int offset) {
        int row = from;
        while (row < to) {
            Page page = pageOf(row);
            int stop = Math.min(to, page.firstRow + page.rows);
            page.read(row, stop, into, offset + row - from);
            row = stop;
        }
    }

    private Page pageOf(int row) {
        for (Page page : pages()) {
            if (row < page.firstRow + page.rows) {
                return page;
            }
        }
        throw new DamagedPageException("column " + descriptor.getPath()[0] + " has too few rows");
    }

    private Page[] pages() {
        PageReader reader = unopened;
        if (reader != null) {
            DictionaryPage dictionary = reader.readDictionaryPage();
            entries = dictionary == null ? new int[0] : entries(dictionary);
            pages = Pages.of(reader).stream().map(this::page).toArray(Page[]::new);
            unopened = null;
        }
        return pages;
    }

    private int[] entries(DictionaryPage dictionary) {
        PageBytes bytes = PageBytes.of(dictionary.getBytes());
        int[] meanings = new int[dictionary.getDictionarySize()];
        for (int id = 0; id < meanings.length; id++) {
            meanings[id] = meaning.readFrom(bytes);
        }
        return meanings;
    }

    private Page page(Pages.Page found) {
        PageBytes bytes = found.bytes();
        Presence presence =
                descriptor.getMaxDefinitionLevel() > 0 ? Presence.readFrom(bytes, found.rows()) : Presence.ALL;
        int filled = presence.filledBefore(found.rows());
        if (found.isDictionaryEncoded()) {
            HybridRuns ids = new HybridRuns(bytes, bytes.readByte(), filled);
            return new Page(found.firstRow(), found.rows(), presence, ids, new int[0]);
        }
        int[] values = new int[filled];
        for (int i = 0; i < filled; i++) {
            values[i] = meaning.readFrom(bytes);
        }
        return new Page(found.firstRow(), found.rows(), presence, null, values);
    }

    private final class Page {
        private final int firstRow;
        private final int rows;
        private final Presence presence;
        /** Ids of the dictionary, of filled cells only; null in a plain page. */
        private final @Nullable HybridRuns ids;
        /** Meanings of filled cells in a plain page. */
        private final int[] values;

        Page(int firstRow, int rows, Presence presence, @Nullable HybridRuns ids, int[] values) {
            this.firstRow = firstRow;
            this.rows = rows;
            this.presence = presence;
            this.ids = ids;
            this.values = values;
        }

        int at(int row) {
            int place = row - firstRow;
            if (!presence.isFilled(place)) {
                return missing;
            }
            int index = presence.filledBefore(place);
            return ids == null ? values[index] : entries[ids.at(index)];
        }

        void read(int from, int to, int[] into, int offset) {
            int first = presence.filledBefore(from - firstRow);
            int last = presence.filledBefore(to - firstRow);
            if (ids == null) {
                System.arraycopy(values, first, into, offset, last - first);
            } else {
                ids.read(first, last, into, offset);
                translate(into, offset, offset + last - first);
            }
            if (!presence.isComplete()) {
                spread(from - firstRow, to - firstRow, into, offset, last - first);
            }
        }

        private void translate(int[] into, int from, int to) {
            int[] meanings = entries;
            for (int i = from; i < to; i++) {
                into[i] = meanings[into[i]];
            }
        }

        /** Moves the values of filled cells, which stand together, to their rows; from the end, so that none is overwritten. */
        private void spread(int from, int to, int[] into, int offset, int filled) {
            int source = offset + filled;
            for (int row = to - 1; row >= from; row--) {
                into[offset + row - from] = presence.isFilled(row) ? into[--source] : missing;
            }
        }
    }
}
