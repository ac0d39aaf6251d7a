package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.VintageSchedule;
import org.vigil.geography.AreaKind;
import org.vigil.incident.RecordClass;
import org.vigil.suppression.Frame;
import org.vigil.suppression.Publication;
import org.vigil.suppression.VintageChain;
import org.vigil.tabulate.Period;
import org.vigil.tabulate.Places;

/**
 * The blocks of a source as they stand on a day: one for each record class and financial year whose time has come. A vintage that is due is made, and is in the ledger's additions then;
 * everything else is what was published before.
 *
 * <p>What cannot be protected in a first vintage is published coarser ({@link FirstVintage}). What cannot be protected later, or no longer has the areas, communities and relations of
 * before, stays as it was.
 */
final class SuppressedBlocks {
    private static final VintageSchedule SCHEDULE = VintageSchedule.MONTHS;

    private final PublicSource source;
    private final SuppressionLedger ledger;
    private final LocalDate asOf;
    private final Map<BlockName, Standing> standing = new LinkedHashMap<>();

    private SuppressedBlocks(PublicSource source, SuppressionLedger ledger, LocalDate asOf) {
        this.source = source;
        this.ledger = ledger;
        this.asOf = asOf;
    }

    /**
     * A block on a day.
     *
     * @param block the block
     * @param vintage its vintage that stands
     * @param isShown whether it may be shown; otherwise all of it is hidden
     * @param isFinal whether that is its last vintage
     */
    record Standing(PublishedBlock block, PublishedBlock.Dated vintage, boolean isShown, boolean isFinal) {
        Publication publication(int community, int cell) {
            return vintage.kept().publications()[community][cell];
        }

        int count(int community, int cell) {
            return vintage.kept().table()[community][cell];
        }
    }

    static SuppressedBlocks of(PublicSource source, SuppressionLedger ledger, LocalDate asOf) {
        SuppressedBlocks blocks = new SuppressedBlocks(source, ledger, asOf);
        for (RecordClass recordClass : source.recordClasses()) {
            List<Places> areas = source.places().stream()
                    .filter(place -> !place.isWhole()
                            && place.isCovered()
                            && place.area().kind() != AreaKind.NOT_A_BOROUGH
                            && source.isShown(recordClass, place))
                    .toList();
            ExactYears exact = new ExactYears(source, recordClass, disjoint(areas));
            for (int year = Leaf.yearOf(source.coverage().start());
                    year <= Leaf.yearOf(source.coverage().end());
                    year++) {
                blocks.publish(recordClass, year, exact);
            }
        }
        return blocks;
    }

    /** All blocks that stand. */
    List<Standing> all() {
        return List.copyOf(standing.values());
    }

    Optional<Standing> find(BlockName name) {
        return Optional.ofNullable(standing.get(name));
    }

    /** The widest areas, none of which holds anything of another. */
    private static List<Places> disjoint(List<Places> areas) {
        List<Places> widestFirst = new ArrayList<>(areas);
        widestFirst.sort(Comparator.comparingInt((Places place) -> -place.members().length));
        List<Places> chosen = new ArrayList<>();
        for (Places place : widestFirst) {
            if (chosen.stream().noneMatch(one -> overlap(one, place))) {
                chosen.add(place);
            }
        }
        return areas.stream().filter(chosen::contains).toList();
    }

    private static boolean overlap(Places one, Places other) {
        return Arrays.stream(one.members())
                .anyMatch(member -> Arrays.stream(other.members()).anyMatch(m -> m == member));
    }

    private void publish(RecordClass recordClass, int year, ExactYears exact) {
        BlockName name =
                new BlockName(source.facts().sourceCode(), source.facts().seriesBasis(), recordClass.code(), year);
        int due = SCHEDULE.due(name.end(), asOf);
        Optional<PublishedBlock> known = ledger.find(name);
        int last = known.map(block ->
                        block.vintages().get(block.vintages().size() - 1).number())
                .orElse(0);
        // What the first vintage does not offer is never shown: it waits for a publisher who is late, though not for
        // ever.
        boolean isWaiting = known.isEmpty()
                && due < SCHEDULE.vintages()
                && source.coverage().end().isBefore(name.end());
        if (due > last && !isWaiting) {
            PublishedBlock block =
                    known.map(before -> next(before, due, exact)).orElseGet(() -> first(name, due, exact));
            ledger.add(block);
            stand(block, due, isSafe(block.chain()));
        } else {
            known.ifPresent(block -> stand(block, due, isSafe(block.chain())));
        }
    }

    private void stand(PublishedBlock block, int due, boolean isShown) {
        block.standing(due)
                .ifPresent(vintage -> standing.put(
                        block.name(), new Standing(block, vintage, isShown, vintage.number() == SCHEDULE.vintages())));
    }

    /** Whether nothing hidden can be worked out; of what was never published nothing can. */
    static boolean isSafe(VintageChain chain) {
        boolean isAnyPublished = Arrays.stream(chain.newest().kept().publications())
                .flatMap(Arrays::stream)
                .anyMatch(publication -> publication != Publication.WITHHELD);
        return !isAnyPublished || chain.isSafe();
    }

    private PublishedBlock next(PublishedBlock before, int due, ExactYears exact) {
        VintageChain chain = before.chain();
        VintageChain next = chain.unchanged();
        if (before.areas().equals(exact.areaCodes()) && before.communities().equals(exact.communityCodes())) {
            int[][] counts = exact.counts(before.name().year());
            if (chain.isRelatedAlike(counts)) {
                VintageChain renewed = chain.next(counts);
                next = isSafe(renewed) ? renewed : next;
            }
        }
        return before.with(new PublishedBlock.Dated(due, asOf, next.newest().kept()));
    }

    private PublishedBlock first(BlockName name, int due, ExactYears exact) {
        int[][] counts = exact.counts(name.year());
        PublishedBlock block = new PublishedBlock(
                name,
                exact.frame(),
                exact.areaCodes(),
                exact.communityCodes(),
                exact.relations(counts),
                new boolean[0][],
                List.of());
        boolean[][] offered = offered(block);
        VintageChain chain = FirstVintage.of(block, counts, offered);
        return new PublishedBlock(
                name,
                block.frame(),
                block.areas(),
                block.communities(),
                block.relations(),
                offered,
                List.of(new PublishedBlock.Dated(due, asOf, chain.newest().kept())));
    }

    private boolean[][] offered(PublishedBlock block) {
        Frame frame = block.frame();
        boolean[][] offered = new boolean[block.communities().size()][frame.cells()];
        for (int community = 0; community < offered.length; community++) {
            for (int cell = 0; cell < frame.cells(); cell++) {
                Period period = block.period(frame.period(cell));
                offered[community][cell] = frame.row(cell) != block.elsewhere()
                        && source.coverage().coversWhole(period)
                        && source.facts().isTakenUp(source.communities().get(community), period);
            }
        }
        return offered;
    }
}
