package org.vigil.report.spreadsheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigil.report.spreadsheet.Sheet.Grid;

/** How wide the columns of a sheet are, in millimetres: words of a header are never broken, long texts are wrapped. */
final class ColumnWidths {
    private static final int NARROWEST = 25;
    private static final int COVER = 180;

    /** The lines above a table stand in its first column, and are wrapped in it. */
    private static final int FIRST = 70;

    private static final int FIRST_WITH_LONG_LINES = 110;
    private static final int LONG_LINE = 85;
    private static final int WIDEST_TEXT = 80;
    private static final int WIDEST_LONG_TEXT = 150;
    private static final int LONG_TEXT = 200;
    private static final int HEADER_LINES = 2;

    private ColumnWidths() {}

    static List<Integer> of(Sheet sheet) {
        if (sheet.grid().isEmpty()) {
            return List.of(COVER);
        }
        Grid grid = sheet.grid().get();
        List<Integer> widths = new ArrayList<>(IntStream.range(0, grid.headers().size())
                .mapToObj(i -> column(grid, i))
                .toList());
        boolean hasLongLines =
                sheet.lines().stream().anyMatch(line -> line.text().length() > LONG_LINE);
        widths.set(0, Math.max(widths.get(0), hasLongLines ? FIRST_WITH_LONG_LINES : FIRST));
        return List.copyOf(widths);
    }

    private static int column(Grid grid, int column) {
        String header = grid.headers().get(column).text();
        double longestWord = Arrays.stream(header.split(" "))
                .mapToDouble(Lettering.BOLD::width)
                .max()
                .orElse(0);
        double wrapped = Lettering.BOLD.width(header) / HEADER_LINES;
        double longest = grid.rows().stream()
                .mapToDouble(row -> Lettering.PLAIN.width(OdsContent.shown(row.get(column))))
                .max()
                .orElse(0);
        double needed = Math.max(Math.max(longestWord, wrapped), longest) + 2 * Lettering.PADDING;
        int widest = longest > LONG_TEXT ? WIDEST_LONG_TEXT : WIDEST_TEXT;
        return (int) Math.ceil(Math.max(NARROWEST, Math.min(needed, widest)));
    }
}
