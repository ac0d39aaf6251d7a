package org.vigil.layer;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.PageReader;

/** The data pages of one column of a row group, decompressed. */
final class Pages {
    /**
     * One page.
     *
     * @param firstRow its first row in the row group
     */
    record Page(int firstRow, int rows, PageBytes bytes, boolean isDictionaryEncoded) {}

    private Pages() {}

    static List<Page> of(PageReader reader) {
        List<Page> pages = new ArrayList<>();
        int firstRow = 0;
        for (DataPage page = reader.readPage(); page != null; page = reader.readPage()) {
            if (!(page instanceof DataPageV1 first)) {
                throw new DamagedPageException("a page of another version of Parquet");
            }
            Encoding encoding = first.getValueEncoding();
            if (encoding != Encoding.PLAIN && !encoding.usesDictionary()) {
                throw new DamagedPageException("a page in the encoding " + encoding);
            }
            pages.add(new Page(
                    firstRow, page.getValueCount(), PageBytes.of(first.getBytes()), encoding.usesDictionary()));
            firstRow += page.getValueCount();
        }
        return pages;
    }

    /** The only page of a column that is written plainly and in one piece, with so many bytes at least. */
    static PageBytes onlyPlain(PageReader reader, int rows, long bytes) {
        List<Page> pages = of(reader);
        if (pages.size() != 1
                || pages.get(0).isDictionaryEncoded()
                || pages.get(0).rows() != rows) {
            throw new DamagedPageException("a column in pages of another kind");
        }
        pages.get(0).bytes().require(bytes);
        return pages.get(0).bytes();
    }
}
