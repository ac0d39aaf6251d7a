package org.vigil.report.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigil.report.spreadsheet.Sheet.Header;
import org.vigil.report.spreadsheet.Sheet.Kind;
import org.vigil.report.spreadsheet.Sheet.Line;

/**
 * A sheet with its measures in millimetres.
 *
 * @param widths of the columns
 * @param heights of the rows, those of the lines first
 */
record MeasuredSheet(Sheet sheet, List<Integer> widths, List<Integer> heights) {
    private static final Map<Kind, Lettering> LETTERING = Map.of(
            Kind.TITLE, OdsStyles.TITLE_LETTERS,
            Kind.HEADING, OdsStyles.HEADING_LETTERS,
            Kind.TEXT, Lettering.PLAIN,
            Kind.LINK, Lettering.PLAIN);
    private static final int WHOLE = 100;

    MeasuredSheet {
        widths = List.copyOf(widths);
        heights = List.copyOf(heights);
    }

    static MeasuredSheet of(Sheet sheet) {
        List<Integer> widths = ColumnWidths.of(sheet);
        List<Integer> heights = new ArrayList<>();
        for (Line line : sheet.lines()) {
            heights.add(LETTERING.getOrDefault(line.kind(), Lettering.PLAIN).height(line.text(), widths.get(0)));
        }
        sheet.grid().ifPresent(grid -> {
            heights.add(highest(
                    Lettering.BOLD, grid.headers().stream().map(Header::text).toList(), widths));
            grid.rows()
                    .forEach(row -> heights.add(highest(
                            Lettering.PLAIN, row.stream().map(OdsContent::shown).toList(), widths)));
        });
        return new MeasuredSheet(sheet, widths, heights);
    }

    private static int highest(Lettering lettering, List<String> texts, List<Integer> widths) {
        int highest = 0;
        for (int i = 0; i < texts.size(); i++) {
            highest = Math.max(highest, lettering.height(texts.get(i), widths.get(i)));
        }
        return highest;
    }

    /** The size in per cent at which all columns are printed on one page. */
    int printPercent() {
        int width = widths.stream().mapToInt(Integer::intValue).sum();
        return Math.min(WHOLE, OdsStyles.PRINTED_WIDTH * WHOLE / width);
    }
}
