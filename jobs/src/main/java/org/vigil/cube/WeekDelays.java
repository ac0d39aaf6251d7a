package org.vigil.cube;

import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import org.vigil.incident.IncidentDate;

/**
 * How many incidents of the whole area each ISO week holds by the number of weeks until they were known: record class × community × week × delay.
 *
 * <p>Incidents whose days are not both known are in no cell. One that was known before its own week, which is a mistake of the source, counts as known in it.
 * Not safe for use by several threads.
 */
public final class WeekDelays implements Externalizable {
    /** The last cell of a week: this many weeks, or more. */
    public static final int LONGEST = 15;

    private static final long serialVersionUID = 1L;

    private static final int DELAY_BITS = 4;
    private static final int WEEK_DAYS = 7;
    private static final int WEEKS = (IncidentDate.LAST_DAY - IncidentDate.FIRST_DAY) / WEEK_DAYS + 1;

    /** A chunk holds 32 weeks. */
    private static final int CHUNK_BITS = 9;

    private int communities;
    private ChunkedSeries cells = new ChunkedSeries(0, 0, 1);

    /** For deserialisation only. */
    public WeekDelays() {}

    /** @param communities number of target communities */
    public WeekDelays(int communities) {
        this.communities = communities;
        allocate();
    }

    /**
     * Weeks since the Monday 1 January 1900 of a day since 1970-01-01.
     *
     * @param epochDay from {@link IncidentDate#FIRST_DAY} on
     */
    public static int weekOf(int epochDay) {
        return (epochDay - IncidentDate.FIRST_DAY) / WEEK_DAYS;
    }

    /**
     * Adds incidents, or takes them out if {@code count} is below 0.
     *
     * @param members indexes of their communities
     * @param day day of the series, in days since 1970-01-01
     * @param knownDay day on which they were known
     */
    public void add(int recordClass, int[] members, int day, int knownDay, int count) {
        int week = weekOf(day);
        int delay = Math.min(LONGEST, Math.max(0, weekOf(knownDay) - week));
        int step = week << DELAY_BITS | delay;
        int base = recordClass * (communities + 1);
        cells.add(base + communities, step, count);
        for (int community : members) {
            cells.add(base + community, step, count);
        }
    }

    /**
     * Incidents of a week with a delay.
     *
     * @param community index of the community, or the number of communities for the total that counts each incident once
     * @param week by {@link #weekOf}
     * @param delay in weeks, up to {@link #LONGEST}
     */
    public int get(int recordClass, int community, int week, int delay) {
        return cells.get(recordClass * (communities + 1) + community, week << DELAY_BITS | delay);
    }

    /** Adds all counts of another. */
    public void merge(WeekDelays other) {
        cells.merge(other.cells);
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        out.writeInt(communities);
        cells.writeTo(out);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException {
        communities = in.readInt();
        allocate();
        cells.readFrom(in);
    }

    private void allocate() {
        // Without areas there is little to keep: counting by place would cost more than it saves.
        cells = ChunkedSeries.inChunks(CountCube.RECORD_CLASSES * (communities + 1), WEEKS << DELAY_BITS, CHUNK_BITS);
    }
}
