package org.vigil.report.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A section of a report.
 *
 * @param id anchor
 * @param style CSS class: how it looks
 * @param title with its number
 * @param blocks what it holds, in order
 */
public record Section(String id, String style, String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    /** A section that has a look of its own. */
    public Section(String id, String title, List<Block> blocks) {
        this(id, id, title, blocks);
    }

    /** Whether nothing but paragraphs stands before its first figure, so that heading and figure belong on one page. */
    public boolean opensWithFigure() {
        return firstFigure()
                .map(figure ->
                        blocks.subList(0, blocks.indexOf(figure)).stream().allMatch(Paragraph.class::isInstance))
                .orElse(false);
    }

    /** The first figure, if it has any. */
    public Optional<Figure> firstFigure() {
        return blocks.stream()
                .flatMap(b -> b instanceof Figure figure ? Stream.of(figure) : Stream.empty())
                .findFirst();
    }

    /**
     * A place in the section that a reader may go to.
     *
     * @param name what it is
     * @param id its anchor
     */
    public record Mark(String name, String id) {}

    /** Its figures and tables, for the bookmarks of a PDF. */
    public List<Mark> marks() {
        return blocks.stream()
                .flatMap(Block::parts)
                .flatMap(block -> {
                    if (block instanceof Figure figure) {
                        return Stream.of(new Mark(figure.number() + ". " + figure.headline(), figure.id()));
                    }
                    return block instanceof NumberedTable table && !table.isAttached()
                            ? Stream.of(new Mark(
                                    table.number() + ". " + table.table().caption(), table.id()))
                            : Stream.<Mark>empty();
                })
                .toList();
    }
}
