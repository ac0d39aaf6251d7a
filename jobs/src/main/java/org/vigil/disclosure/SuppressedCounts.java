package org.vigil.disclosure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigil.cellkey.Leaf;
import org.vigil.cellkey.PublicGrain;
import org.vigil.suppression.Frame;
import org.vigil.suppression.Publication;
import org.vigil.tabulate.Period;

/** What everybody sees of the blocks of a source: counts as they stand, by series and period. */
final class SuppressedCounts implements PublicFigures {
    private final PublicSource source;
    private final Function<BlockName, Optional<SuppressedBlocks.Standing>> blocks;

    SuppressedCounts(PublicSource source, Function<BlockName, Optional<SuppressedBlocks.Standing>> blocks) {
        this.source = source;
        this.blocks = blocks;
    }

    /** Months, quarters and financial years. */
    @Override
    public boolean has(Period.Type type) {
        return type == Period.Type.MONTH || type == Period.Type.QUARTER || type == Period.Type.FINANCIAL_YEAR;
    }

    /** A period; nothing where no block holds it. Where no record does not mean that nothing happened, a 0 is no figure. */
    @Override
    public Optional<PublicSeries.PublicPeriod> find(SeriesName name, Period period) {
        BlockName block =
                new BlockName(name.sourceCode(), name.dateBasis(), name.recordClass(), Leaf.yearOf(period.start()));
        return blocks.apply(block).flatMap(standing -> find(standing, name, period));
    }

    private Optional<PublicSeries.PublicPeriod> find(
            SuppressedBlocks.Standing standing, SeriesName name, Period period) {
        PublishedBlock block = standing.block();
        Frame frame = block.frame();
        int community = block.communities().indexOf(name.communityCode());
        int area = isWhole(name) ? frame.whole() : block.areas().indexOf(name.areaCode());
        if (community < 0 || area < 0) {
            return Optional.empty();
        }
        int cell = frame.cell(area, PublishedBlock.number(period));
        if (standing.isShown() && standing.publication(community, cell) == Publication.SHOWN) {
            int count = standing.count(community, cell);
            return count == 0 && !source.facts().profile().isAbsenceZero()
                    ? Optional.empty()
                    : Optional.of(new PublicSeries.PublicPeriod(
                            PublicSeries.State.PUBLISHED,
                            Optional.of(ProtectedCount.exact(count, standing.isFinal())),
                            true));
        }
        return block.offered()[community][cell] ? Optional.of(PublicSeries.PublicPeriod.HIDDEN) : Optional.empty();
    }

    private boolean isWhole(SeriesName name) {
        return name.areaCode().equals(source.places().get(0).area().code());
    }

    /** The months of a series of the whole area; nothing of others. */
    Optional<PublicSeries> months(SeriesName name) {
        if (!isWhole(name)) {
            return Optional.empty();
        }
        List<PublicSeries.PublicLeaf> leaves = new ArrayList<>();
        YearMonth last = YearMonth.from(source.coverage().end());
        for (YearMonth month = YearMonth.from(source.coverage().start());
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            LocalDate start = month.atDay(1);
            PublicSeries.PublicPeriod period =
                    find(name, Period.startingOn(Period.Type.MONTH, start)).orElse(PublicSeries.PublicPeriod.NOT_YET);
            leaves.add(new PublicSeries.PublicLeaf(
                    new Leaf(PublicGrain.MONTH, start, start, month.atEndOfMonth()),
                    period.state(),
                    period.count(),
                    0));
        }
        return Optional.of(new PublicSeries(leaves));
    }
}
