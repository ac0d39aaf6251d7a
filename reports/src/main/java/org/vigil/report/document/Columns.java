package org.vigil.report.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * Pieces beside each other where the page is wide enough, and below each other where it is not. They are read left first.
 *
 * @param left pieces of the wide column
 * @param right pieces of the narrow column
 */
public record Columns(List<Block> left, List<Block> right) implements Block {
    public Columns {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    @Override
    public Stream<Block> parts() {
        return Stream.concat(left.stream(), right.stream()).flatMap(Block::parts);
    }
}
