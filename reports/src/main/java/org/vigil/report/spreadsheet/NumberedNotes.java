package org.vigil.report.spreadsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The notes of all tables, each numbered once in the order in which they are met. */
final class NumberedNotes {
    private final Map<String, Note> notes = new LinkedHashMap<>();

    private record Note(String name, Set<String> tables) {}

    /** The name of a note, {@code note 1}, above a table that it belongs to. */
    String name(String text, String table) {
        Note note = notes.get(text);
        if (note == null) {
            note = new Note("note " + (notes.size() + 1), new LinkedHashSet<>());
            notes.put(text, note);
        }
        note.tables().add(table);
        return note.name();
    }

    /** Rows for the sheet of notes: name, text, and the numbers of the tables that it belongs to. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        notes.forEach((text, note) -> rows.add(List.of(note.name(), text, String.join(", ", note.tables()))));
        return rows;
    }
}
