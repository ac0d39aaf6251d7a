package org.vigil.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a reader can work out of hidden counts who reads all communities together.
 *
 * <p>Three audits, each only of what the one before left open. By the network with counts that are shown as limits: what is unsafe here is unsafe. By the network
 * with all other communities where they are: what is safe here is safe. What is in between goes to a linear programme, in which the community and those it is related to
 * are moved together, and then, if it is unsafe still, to one in which all are. Ranges in a linear programme are those of real numbers, which can be wider than those of
 * counts, by less than one where it has been measured.
 */
public final class RelatedAudit {
    private final Leeway leeway;
    private final int[][] unsafe;
    private int asked;
    private int solved;

    private RelatedAudit(Leeway leeway) {
        this.leeway = leeway;
        unsafe = new int[leeway.rooms().length][];
    }

    /** Audits every community for itself and against the others. */
    public static RelatedAudit of(RelatedBlocks related) {
        return of(Leeway.of(related));
    }

    static RelatedAudit of(Leeway leeway) {
        RelatedAudit audit = new RelatedAudit(leeway);
        int[][] open = new int[audit.unsafe.length][];
        for (int community = 0; community < open.length; community++) {
            audit.unsafe[community] = audit.unsafe(community, Leeway.Others.SHOWN, leeway.audited()[community]);
            boolean[] left = leeway.audited()[community].clone();
            for (int cell : audit.unsafe[community]) {
                left[cell] = false;
            }
            open[community] = leeway.relations().isEmpty()
                    ? new int[0]
                    : audit.unsafe(community, Leeway.Others.ALL, left);
            audit.asked += open[community].length;
        }
        for (int community = 0; community < open.length; community++) {
            int[][] ofOne = new int[open.length][0];
            ofOne[community] = open[community];
            open[community] = audit.narrow(audit.related(community), ofOne)[community];
        }
        int[][] found = audit.narrow(IntStream.range(0, open.length).toArray(), open);
        for (int community = 0; community < open.length; community++) {
            audit.unsafe[community] = IntStream.concat(
                            Arrays.stream(audit.unsafe[community]), Arrays.stream(found[community]))
                    .sorted()
                    .toArray();
        }
        return audit;
    }

    /** Numbers of a community's cells that are unsafe, ascending. */
    public int[] unsafeCells(int community) {
        return unsafe[community].clone();
    }

    /** Whether no cell of any community is unsafe. */
    public boolean isSafe() {
        return Arrays.stream(unsafe).allMatch(cells -> cells.length == 0);
    }

    /** Cells that networks could not decide. */
    int asked() {
        return asked;
    }

    /** Linear programmes that had to be solved. */
    int solved() {
        return solved;
    }

    private int[] unsafe(int community, Leeway.Others others, boolean[] audited) {
        return NetworkAudit.of(leeway.frame(), leeway.room(community, others), audited)
                .unsafeCells();
    }

    /** A community and those that a relation names with it. */
    private int[] related(int community) {
        boolean[] isRelated = new boolean[unsafe.length];
        isRelated[community] = true;
        for (Relation relation : leeway.relations()) {
            if (relation.whole() == community) {
                relation.parts().forEach(part -> isRelated[part] = true);
            } else if (relation.parts().contains(community)) {
                isRelated[relation.whole()] = true;
            }
        }
        return IntStream.range(0, isRelated.length).filter(i -> isRelated[i]).toArray();
    }

    /** Of some cells of each community, those that stay unsafe if these communities are moved together and the others are not. */
    private int[][] narrow(int[] together, int[][] cells) {
        if (Arrays.stream(cells).allMatch(some -> some.length == 0)) {
            return cells;
        }
        int[] firsts = new int[unsafe.length];
        Arrays.fill(firsts, -1);
        for (int i = 0; i < together.length; i++) {
            firsts[together[i]] = i * leeway.frame().cells();
        }
        LinearMoves moves = moves(together, firsts);
        int[] all = IntStream.of(together)
                .flatMap(one -> Arrays.stream(cells[one]).map(cell -> firsts[one] + cell))
                .toArray();
        int[] narrow = moves.narrow(all, PrimarySuppression.THRESHOLD);
        solved += moves.solved();
        int[][] found = new int[cells.length][0];
        for (int one : together) {
            found[one] = Arrays.stream(narrow)
                    .map(cell -> cell - firsts[one])
                    .filter(cell -> cell >= 0 && cell < leeway.frame().cells())
                    .toArray();
        }
        return found;
    }

    private LinearMoves moves(int[] together, int[] firsts) {
        int cells = leeway.frame().cells();
        double[] falls = new double[together.length * cells];
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
