package org.vigil.report.document;

import java.util.HashMap;
import java.util.Map;
import org.vigil.release.CodesTable;

/** Names and definitions of codes, from the release. A code without a row is shown with its hyphens as spaces. */
final class CodeLabels {
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> definitions = new HashMap<>();

    CodeLabels(ReportInput input) {
        Rows rows = new Rows(input.rows(CodesTable.TABLE, CodesTable.TABLE.columns(), Map.of()));
        for (int i = 0; i < rows.size(); i++) {
            String key = rows.text(CodesTable.CODE_LIST, i) + "/" + rows.text(CodesTable.CODE, i);
            labels.put(key, rows.text(CodesTable.CODE_LABEL, i));
            definitions.put(key, rows.text(CodesTable.DEFINITION, i));
        }
    }

    String label(String list, String code) {
        return labels.getOrDefault(list + "/" + code, code.replace('-', ' ').replace('_', ' '));
    }

    /** The definition, or the empty text where the release has none. */
    String definition(String list, String code) {
        return definitions.getOrDefault(list + "/" + code, "");
    }
}
