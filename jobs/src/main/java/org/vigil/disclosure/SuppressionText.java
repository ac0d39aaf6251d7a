package org.vigil.disclosure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigil.suppression.Frame;
import org.vigil.suppression.Publication;
import org.vigil.suppression.Relation;
import org.vigil.suppression.Vintage;
import org.vigil.suppression.VintageChain;

/**
 * What one release adds to the ledger of suppressed counts. A block is a line that names it, one with its areas, one for each relation, and four for each community: which cells are
 * offered, how they are published, and the smallest counts of what shows and of what is true.
 */
final class SuppressionText {
    private static final String FORM = "vigil-suppression-ledger 1";
    private static final String SHOWN = "s";
    private static final String HIDDEN = "h";
    private static final String WITHHELD = "w";
    private static final int MOST_ROWS = 1000;

    private SuppressionText() {}

    static byte[] write(List<PublishedBlock> blocks) {
        List<String> lines = new ArrayList<>();
        for (PublishedBlock block : blocks) {
            BlockName name = block.name();
            PublishedBlock.Dated vintage = block.vintages().get(0);
            lines.add(String.join(
                    ",",
                    "block",
                    name.sourceCode(),
                    name.dateBasis(),
                    name.recordClass(),
                    Integer.toString(name.year()),
                    Integer.toString(vintage.number()),
                    vintage.asOf().toString(),
                    Integer.toString(block.relations().size()),
                    Integer.toString(block.communities().size())));
            lines.add("areas," + String.join(",", block.areas()));
            block.relations()
                    .forEach(relation -> lines.add("relation," + relation.cover() + "," + relation.whole() + ","
                            + relation.parts().stream().map(String::valueOf).collect(Collectors.joining(","))));
            for (int community = 0; community < block.communities().size(); community++) {
                boolean[] offered = block.offered()[community];
                lines.add("community," + block.communities().get(community));
                lines.add(letters(offered.length, cell -> offered[cell] ? SHOWN : WITHHELD));
                Publication[] publications = vintage.kept().publications()[community];
                lines.add(letters(offered.length, cell -> letter(publications[cell])));
                lines.add(smallest(block.frame(), vintage.kept().table()[community]));
                lines.add(smallest(block.frame(), vintage.kept().exact()[community]));
            }
        }
        return LedgerLines.write(FORM, lines);
    }

    /**
     * Reads what was written.
     *
     * @param file name for messages
     * @throws DisclosureException if it is not whole
     */
    static List<PublishedBlock> read(String file, byte[] bytes) {
        List<PublishedBlock> blocks = new ArrayList<>();
        try {
            Iterator<String> lines =
                    LedgerLines.read(List.of(FORM), file, bytes).lines().iterator();
            while (lines.hasNext()) {
                PublishedBlock block = block(lines);
                VintageChain chain = block.chain();
                require(chain.vintages().size() == 1);
                blocks.add(block);
            }
        } catch (DateTimeException
                | IllegalArgumentException
                | ArithmeticException
                | NoSuchElementException
                | IndexOutOfBoundsException e) {
            throw LedgerLines.damaged(file);
        }
        return blocks;
    }

    private static PublishedBlock block(Iterator<String> lines) {
        List<String> named = parts(lines.next(), "block");
        BlockName name = new BlockName(named.get(0), named.get(1), named.get(2), Integer.parseInt(named.get(3)));
        List<String> areas = parts(lines.next(), "areas").stream()
                .filter(code -> !code.isEmpty())
                .toList();
        require(areas.size() < MOST_ROWS);
        Frame frame = PublishedBlock.frame(areas.size());
        List<Relation> relations = new ArrayList<>();
        for (int i = Integer.parseInt(named.get(6)); i > 0; i--) {
            List<String> related = parts(lines.next(), "relation");
            relations.add(new Relation(
                    Integer.parseInt(related.get(1)),
                    related.subList(2, related.size()).stream()
                            .map(Integer::valueOf)
                            .toList(),
                    Relation.Cover.valueOf(related.get(0))));
        }
        int size = Integer.parseInt(named.get(7));
        require(size >= 1 && size < MOST_ROWS);
        List<String> communities = new ArrayList<>();
        boolean[][] offered = new boolean[size][];
        Publication[][] publications = new Publication[size][];
        int[][] table = new int[size][];
        int[][] exact = new int[size][];
        for (int community = 0; community < size; community++) {
            communities.add(parts(lines.next(), "community").get(0));
            Publication[] cells = publications(frame, lines.next());
            offered[community] = new boolean[cells.length];
            for (int cell = 0; cell < cells.length; cell++) {
                offered[community][cell] = cells[cell] == Publication.SHOWN;
            }
            publications[community] = publications(frame, lines.next());
            table[community] = counts(frame, lines.next());
            exact[community] = counts(frame, lines.next());
        }
        return new PublishedBlock(
                name,
                frame,
                areas,
                communities,
                relations,
                offered,
                List.of(new PublishedBlock.Dated(
                        Integer.parseInt(named.get(4)),
                        LocalDate.parse(named.get(5)),
                        new Vintage.Kept(publications, table, exact))));
    }

    private static List<String> parts(String line, String kind) {
        List<String> parts = List.of(line.split(",", -1));
        require(parts.get(0).equals(kind));
        return parts.subList(1, parts.size());
    }

    private static String letters(int cells, IntFunction<String> letter) {
        return IntStream.range(0, cells).mapToObj(letter).collect(Collectors.joining());
    }

    private static String letter(Publication publication) {
        return switch (publication) {
            case SHOWN -> SHOWN;
            case HIDDEN -> HIDDEN;
            case WITHHELD -> WITHHELD;
        };
    }

    private static Publication[] publications(Frame frame, String letters) {
        require(letters.length() == frame.cells());
        return letters.chars()
                .mapToObj(letter -> switch (Character.toString(letter)) {
                    case SHOWN -> Publication.SHOWN;
                    case HIDDEN -> Publication.HIDDEN;
                    case WITHHELD -> Publication.WITHHELD;
                    default -> throw new IllegalArgumentException("Found another letter");
                })
                .toArray(Publication[]::new);
    }

    private static boolean isSmallest(Frame frame, int cell) {
        return frame.row(cell) < frame.whole() && frame.isLeaf(frame.period(cell));
    }

    private static String smallest(Frame frame, int[] counts) {
        return IntStream.range(0, counts.length)
                .filter(cell -> isSmallest(frame, cell))
                .mapToObj(cell -> Integer.toString(counts[cell]))
                .collect(Collectors.joining(" "));
    }

    private static int[] counts(Frame frame, String line) {
        int[] smallest =
                Arrays.stream(line.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        int[] counts = new int[frame.cells()];
        int next = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (isSmallest(frame, cell)) {
                counts[cell] = smallest[next++];
            }
        }
        require(next == smallest.length);
        return frame.added(counts);
    }

    private static void require(boolean isRight) {
        if (!isRight) {
            throw new IllegalArgumentException("Found another line");
        }
    }
}
