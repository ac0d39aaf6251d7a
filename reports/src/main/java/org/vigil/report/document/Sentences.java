package org.vigil.report.document;

import java.util.List;
import org.vigil.report.text.Sentence;

/**
 * Findings under a heading, the most important first.
 *
 * @param title heading above
 * @param sentences each with its lead in bold
 */
public record Sentences(String title, List<Sentence> sentences) implements Block {
    public Sentences {
        sentences = List.copyOf(sentences);
    }
}
