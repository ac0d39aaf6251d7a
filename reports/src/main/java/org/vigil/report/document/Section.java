package org.vigil.report.document;

import java.util.List;

/**
 * A section of a report.
 *
 * @param id anchor
 * @param title with its number
 * @param blocks what it holds, in order
 */
public record Section(String id, String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }
}
