package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a reader can work out of hidden counts who reads all communities together.
 *
 * <p>Audits from cheap to dear, each only of what the ones before left open. By the network with counts that are shown as limits: what is unsafe here is unsafe. By the
 * network with all other communities where they are, with a community moved together with those that it is part of, and with a community moved in a cell in which all that
 * hold it, however far above, were raised before, each along a way of its own: what is safe here is safe, since each of these moves leads to tables that show the same and
 * keep every relation. What is in between goes to a linear programme, in which the community and those it is related to are moved together, and then to one in which all are, as long as they have at most
 * {@value #MOST_CELLS} hidden cells; that decides. Beyond that a cell that nothing has shown to be safe counts as unsafe, which errs on the side of hiding. Ranges in a
 * linear programme are those of real numbers, which can be wider than those of counts, by less than one where it has been measured.
 */
public final class RelatedAudit {
    /** Hidden cells up to which a linear programme is quick. */
    static final int MOST_CELLS = 300;

    private final Leeway leeway;
    private final boolean[][] open;
    private final int[][] falls;
    private final int[][] rises;
    private final boolean[][] unsafe;
    private final boolean[][] unproven;
    private int asked;
    private int solved;

    private RelatedAudit(Leeway leeway) {
        this.leeway = leeway;
        int communities = leeway.rooms().length;
        int cells = leeway.frame().cells();
        open = new boolean[communities][];
        falls = new int[communities][cells];
        rises = new int[communities][cells];
        unsafe = new boolean[communities][cells];
        unproven = new boolean[communities][cells];
    }

    /** Audits every community for itself and against the others. */
    public static RelatedAudit of(RelatedBlocks related) {
        return of(Leeway.of(related));
    }

    static RelatedAudit of(Leeway leeway) {
        RelatedAudit audit = new RelatedAudit(leeway);
        int communities = audit.open.length;
        for (int community = 0; community < communities; community++) {
            audit.findUnsafe(community);
        }
        if (!leeway.relations().isEmpty()) {
            for (int community = 0; community < communities; community++) {
                audit.findSafe(community);
            }
            for (int community = 0; community < communities; community++) {
                audit.findSafeBelowRaised(community);
            }
            for (int community = 0; community < communities; community++) {
                audit.asked += cells(audit.open[community]).length;
            }
            for (int community = 0; community < communities; community++) {
                audit.solve(audit.related(community), List.of(community));
            }
            List<Integer> all = IntStream.range(0, communities).boxed().toList();
            boolean isSolved = audit.solve(all, all);
            for (int community = 0; community < communities; community++) {
                for (int cell : cells(audit.open[community])) {
                    audit.unsafe[community][cell] = true;
                    audit.unproven[community][cell] = !isSolved;
                }
            }
        }
        return audit;
    }

    /** Numbers of a community's cells that are unsafe or not shown to be safe, ascending. */
    public int[] unsafeCells(int community) {
        return cells(unsafe[community]);
    }

    /** Those of the unsafe cells of which it is not known, since the linear programme that would tell is too large. */
    public int[] unprovenCells(int community) {
        return cells(unproven[community]);
    }

    /** Whether no cell of any community is unsafe. */
    public boolean isSafe() {
        return IntStream.range(0, unsafe.length).allMatch(community -> unsafeCells(community).length == 0);
    }

    /** Cells that networks could not decide. */
    int asked() {
        return asked;
    }

    /** Linear programmes that had to be solved. */
    int solved() {
        return solved;
    }

    private void findUnsafe(int community) {
        open[community] = leeway.audited()[community].clone();
        BlockAudit audit = NetworkAudit.of(
                leeway.frame(), leeway.room(community, Leeway.Others.SHOWN), leeway.audited()[community]);
        for (int cell : audit.unsafeCells()) {
            unsafe[community][cell] = true;
            open[community][cell] = false;
        }
    }

    /** Moves a community by itself, and with every selection of the wider ones that it is part of. */
    private void findSafe(int community) {
        List<Integer> wider = Relation.wider(leeway.relations(), community);
        for (int selection = 0; selection < 1 << wider.size(); selection++) {
            boolean[] isMoved = new boolean[open.length];
            isMoved[community] = true;
            for (int i = 0; i < wider.size(); i++) {
                isMoved[wider.get(i)] |= (selection >> i & 1) == 1;
            }
            keepEvidence(isMoved, NetworkAudit.of(leeway.frame(), leeway.room(isMoved), anyOpen(isMoved)));
        }
    }

    /** Moves a community in one cell after another, with all that hold it raised there before, each along a way of its own. */
    private void findSafeBelowRaised(int community) {
        if (Relation.wider(leeway.relations(), community).isEmpty()) {
            return;
        }
        for (int cell : cells(open[community])) {
            Room room = leeway.raised(community, cell).room(community, Leeway.Others.ALL);
            boolean[] one = new boolean[leeway.frame().cells()];
            one[cell] = true;
            boolean[] isMoved = new boolean[open.length];
            isMoved[community] = true;
            keepEvidence(isMoved, NetworkAudit.of(leeway.frame(), room, one));
        }
    }

    private boolean[] anyOpen(boolean[] isMoved) {
        boolean[] any = new boolean[leeway.frame().cells()];
        for (int community = 0; community < isMoved.length; community++) {
            for (int cell = 0; isMoved[community] && cell < any.length; cell++) {
                any[cell] |= open[community][cell];
            }
        }
        return any;
    }

    private void keepEvidence(boolean[] isMoved, BlockAudit audit) {
        for (int community = 0; community < isMoved.length; community++) {
            for (int cell = 0; isMoved[community] && cell < leeway.frame().cells(); cell++) {
                falls[community][cell] = Math.max(falls[community][cell], audit.fall(cell));
                rises[community][cell] = Math.max(rises[community][cell], audit.rise(cell));
                open[community][cell] &= falls[community][cell] + rises[community][cell] < PrimarySuppression.THRESHOLD;
            }
        }
    }

    /** A community and those that a relation names with it. */
    private List<Integer> related(int community) {
        boolean[] isRelated = new boolean[open.length];
        isRelated[community] = true;
        for (Relation relation : leeway.relations()) {
            if (relation.whole() == community) {
                relation.parts().forEach(part -> isRelated[part] = true);
            } else if (relation.parts().contains(community)) {
                isRelated[relation.whole()] = true;
            }
        }
        return IntStream.range(0, isRelated.length)
                .filter(i -> isRelated[i])
                .boxed()
                .toList();
    }

    /**
     * Closes what is safe if some communities are moved together and the others are not.
     *
     * @param together communities that are moved
     * @param asked communities whose open cells are asked about
     * @return whether the linear programmes were small enough to be solved
     */
    private boolean solve(List<Integer> together, List<Integer> asked) {
        int cells = leeway.frame().cells();
        int[] firsts = new int[open.length];
        Arrays.fill(firsts, -1);
        int hidden = 0;
        for (int i = 0; i < together.size(); i++) {
            firsts[together.get(i)] = i * cells;
            Room room = leeway.rooms()[together.get(i)];
            hidden += Math.toIntExact(IntStream.range(0, cells)
                    .filter(cell -> !room.isFixed(cell))
                    .count());
        }
        int[] questions = asked.stream()
                .flatMapToInt(one -> Arrays.stream(cells(open[one])).map(cell -> firsts[one] + cell))
                .toArray();
        if (questions.length == 0 || hidden > MOST_CELLS) {
            return questions.length == 0;
        }
        LinearMoves moves = moves(together, firsts);
        int[] narrow = moves.narrow(questions, PrimarySuppression.THRESHOLD);
        solved += moves.solved();
        for (int one : asked) {
            Arrays.fill(open[one], false);
        }
        for (int variable : narrow) {
            open[together.get(variable / cells)][variable % cells] = true;
        }
        return true;
    }

    private static int[] cells(boolean[] marked) {
        return IntStream.range(0, marked.length).filter(cell -> marked[cell]).toArray();
    }

    private LinearMoves moves(List<Integer> together, int[] firsts) {
        int cells = leeway.frame().cells();
        double[] falls = new double[together.size() * cells];
        double[] rises = new double[falls.length];
        for (int one : together) {
            Room room = leeway.room(one, Leeway.Others.SHOWN);
            for (int cell = 0; cell < cells; cell++) {
                falls[firsts[one] + cell] = room.fall()[cell];
                rises[firsts[one] + cell] = room.rise()[cell];
            }
        }
        LinearMoves moves = new LinearMoves(falls, rises);
        for (int one : together) {
            addSums(moves, firsts[one]);
        }
        for (int i = 0; i < leeway.relations().size(); i++) {
            addRelation(moves, i, firsts);
        }
        return moves;
    }

    /** The balance of each node of the network, which is each sum. */
    private void addSums(LinearMoves moves, int first) {
        Frame frame = leeway.frame();
        for (int node = 0; node < frame.nodes(); node++) {
            int at = node;
            int[] in = Arrays.stream(frame.incident(node))
                    .filter(cell -> frame.head(cell) == at)
                    .map(cell -> first + cell)
                    .toArray();
            int[] out = Arrays.stream(frame.incident(node))
                    .filter(cell -> frame.tail(cell) == at)
                    .map(cell -> first + cell)
                    .toArray();
            moves.keep(in, out);
        }
    }

    /** A relation in every smallest cell, from which it follows in sums. */
    private void addRelation(LinearMoves moves, int i, int[] firsts) {
        Frame frame = leeway.frame();
        Relation relation = leeway.relations().get(i);
        for (int cell = 0; cell < frame.cells(); cell++) {
            if (frame.row(cell) == frame.whole() || !frame.isLeaf(frame.period(cell))) {
                continue;
            }
            int[] whole = variables(List.of(relation.whole()), firsts, cell);
            for (int part = 0; part < relation.parts().size(); part++) {
                moves.limit(
                        variables(List.of(relation.parts().get(part)), firsts, cell),
                        whole,
                        leeway.partSlack()[i][part][cell]);
            }
            moves.limit(whole, variables(relation.parts(), firsts, cell), leeway.sumSlack()[i][cell]);
        }
    }

    private int[] variables(List<Integer> communities, int[] firsts, int cell) {
        List<Integer> variables = new ArrayList<>();
        for (int community : communities) {
            if (firsts[community] >= 0) {
                variables.add(firsts[community] + cell);
            }
        }
        return variables.stream().mapToInt(Integer::intValue).toArray();
    }
}
