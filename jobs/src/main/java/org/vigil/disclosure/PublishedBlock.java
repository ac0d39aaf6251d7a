package org.vigil.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigil.cellkey.Leaf;
import org.vigil.suppression.Frame;
import org.vigil.suppression.Relation;
import org.vigil.suppression.Vintage;
import org.vigil.suppression.VintageChain;
import org.vigil.tabulate.Period;

/**
 * What has been published of all communities of a source, record class and financial year. Holds exact counts; no message shows one.
 *
 * <p>Rows are the areas, then one for records of no area that is published, which nobody sees, then the whole area; periods are twelve months from April, four quarters and the year.
 *
 * @param name what it holds
 * @param frame of each community
 * @param areas codes of the areas, none where only the whole area is published
 * @param communities codes, that of all incidents first where there is one
 * @param relations between these, by their places
 * @param offered of each community, the cells that are hidden if they are not shown; of others there is no count
 * @param vintages oldest first
 */
record PublishedBlock(
        BlockName name,
        Frame frame,
        List<String> areas,
        List<String> communities,
        List<Relation> relations,
        boolean[][] offered,
        List<Dated> vintages) {
    private static final int MONTHS = 12;
    private static final int QUARTER_MONTHS = 3;
    private static final int QUARTERS = 4;
    private static final int MARCH = 3;

    PublishedBlock {
        areas = List.copyOf(areas);
        communities = List.copyOf(communities);
        relations = List.copyOf(relations);
        vintages = List.copyOf(vintages);
    }

    /**
     * One vintage.
     *
     * @param number which of the schedule, from 1
     * @param asOf as-of date of the release that published it first
     * @param kept what was published
     */
    record Dated(int number, LocalDate asOf, Vintage.Kept kept) {}

    /** The frame of so many areas. */
    static Frame frame(int areas) {
        return Frame.ofYear(areas + 1);
    }

    /** Number of the row of records of no area that is published. */
    int elsewhere() {
        return areas.size();
    }

    /** Number of a period within the year. */
    static int number(Period period) {
        int month = (period.start().getMonthValue() - MARCH - 1 + MONTHS) % MONTHS;
        return switch (period.type()) {
            case MONTH -> month;
            case QUARTER -> MONTHS + month / QUARTER_MONTHS;
            case FINANCIAL_YEAR -> MONTHS + QUARTERS;
            case ISO_WEEK, ROLLING_12_MONTHS -> throw new IllegalArgumentException("No block has such periods");
        };
    }

    /** The period of a number. */
    Period period(int number) {
        if (number < MONTHS) {
            return Period.startingOn(
                    Period.Type.MONTH, Leaf.startOfYear(name.year()).plusMonths(number));
        }
        return number < MONTHS + QUARTERS
                ? Period.startingOn(
                        Period.Type.QUARTER,
                        Leaf.startOfYear(name.year()).plusMonths((long) QUARTER_MONTHS * (number - MONTHS)))
                : Period.startingOn(Period.Type.FINANCIAL_YEAR, Leaf.startOfYear(name.year()));
    }

    /** All vintages as what they tell together. */
    VintageChain chain() {
        return VintageChain.of(
                frame, relations, vintages.stream().map(Dated::kept).toList());
    }

    /** The vintage that stands when one is due. */
    Optional<Dated> standing(int due) {
        return vintages.stream().filter(vintage -> vintage.number() <= due).reduce((earlier, later) -> later);
    }

    /** The one vintage of this block, as what follows those of another. */
    Dated newest(PublishedBlock before) {
        Dated newest = vintages.get(vintages.size() - 1);
        boolean isNext = newest.number()
                > before.vintages().get(before.vintages().size() - 1).number();
        if (!isNext
                || !areas.equals(before.areas())
                || !communities.equals(before.communities())
                || !relations.equals(before.relations())) {
            throw new IllegalArgumentException("Found a vintage of " + name + " that does not follow those before it");
        }
        return newest;
    }

    PublishedBlock with(Dated vintage) {
        List<Dated> more = new ArrayList<>(vintages);
        more.add(vintage);
        return with(more);
    }

    /** Its newest vintage alone. */
    PublishedBlock newestOnly() {
        return with(vintages.subList(vintages.size() - 1, vintages.size()));
    }

    private PublishedBlock with(List<Dated> others) {
        return new PublishedBlock(name, frame, areas, communities, relations, offered, others);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return name.toString();
    }
}
