package org.vigil.release;

import java.util.List;

/** Codes with labels. */
public final class CodesTable {
    public static final Column CODE_LIST = Column.key("code_list", ColumnType.TEXT, "Name of the code list");

    public static final Column CODE = Column.key("code", ColumnType.TEXT, "Code");

    public static final Column CODE_LABEL = Column.label("code_label", "Name");

    public static final Column DEFINITION = Column.attribute("definition", ColumnType.TEXT, "Meaning");

    public static final Table TABLE = new Table(
            "codes",
            "Codes of the smaller code lists with labels and definitions",
            "code list, code",
            List.of(),
            List.of(CODE_LIST, CODE, CODE_LABEL, DEFINITION));

    private CodesTable() {}
}
