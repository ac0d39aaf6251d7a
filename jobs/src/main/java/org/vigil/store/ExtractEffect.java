package org.vigil.store;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigil.incident.IncidentDate;
import org.vigil.incident.PackedIncidents;

/** What one extract changes in the store, counted up while it is taken in. Not safe for use by several threads. */
public final class ExtractEffect implements Serializable {
    /** The last day that an extract without incidents shows: the one before all days. */
    public static final int NO_DAY = IncidentDate.FIRST_DAY - 1;

    private static final long serialVersionUID = 1L;

    private long added;
    private long changed;
    private long unchanged;
    private long withdrawn;
    private long vanished;
    private long restored;
    private int lastDayShown = NO_DAY;

    /** Added incidents by the first day whose showing makes them late. */
    private final DayCounts addedByDay = new DayCounts();

    private final long[] changedColumns = new long[PackedIncidents.COMPARED.size()];

    public void countAdded() {
        added++;
    }

    /** Notes where an added incident stands in the series. One known only to the month is late once a later month was shown. */
    public void noteAdded(int seriesDate) {
        int day = IncidentDate.epochDay(seriesDate);
        addedByDay.count(
                IncidentDate.isMonth(seriesDate)
                        ? day + LocalDate.ofEpochDay(day).lengthOfMonth()
                        : day);
    }

    /** Notes where an incident that the extract speaks of stands in the series. */
    public void noteShown(int seriesDate) {
        lastDayShown = Math.max(lastDayShown, IncidentDate.epochDay(seriesDate));
    }

    /** The last day of the series that the extract shows an incident on, in days since 1970-01-01. */
    public int lastDayShown() {
        return lastDayShown;
    }

    public void countChanged() {
        changed++;
    }

    /** Counts what a changed row says differently, as {@link PackedIncidents#differences} tells it. */
    public void countDifferences(int differences) {
        for (int rest = differences; rest != 0; rest &= rest - 1) {
            changedColumns[Integer.numberOfTrailingZeros(rest)]++;
        }
    }

    public void countUnchanged() {
        unchanged++;
    }

    public void countWithdrawn() {
        withdrawn++;
    }

    public void countVanished() {
        vanished++;
    }

    public void countRestored() {
        restored++;
    }

    public void add(ExtractEffect other) {
        added += other.added;
        changed += other.changed;
        unchanged += other.unchanged;
        withdrawn += other.withdrawn;
        vanished += other.vanished;
        restored += other.restored;
        lastDayShown = Math.max(lastDayShown, other.lastDayShown);
        addedByDay.add(other.addedByDay);
        for (int c = 0; c < changedColumns.length; c++) {
            changedColumns[c] += other.changedColumns[c];
        }
    }

    /**
     * The counts for the ledger.
     *
     * @param lastDayBefore last day that earlier extracts had shown, as {@link ShownDays#before} tells it
     */
    public LoadedExtract.Effect counted(int lastDayBefore) {
        SortedMap<String, Long> byColumn = new TreeMap<>();
        for (int c = 0; c < changedColumns.length; c++) {
            if (changedColumns[c] > 0) {
                byColumn.put(PackedIncidents.COMPARED.get(c).name(), changedColumns[c]);
            }
        }
        return new LoadedExtract.Effect(
                added + changed + unchanged,
                added,
                addedByDay.upTo(lastDayBefore),
                changed,
                unchanged,
                withdrawn,
                vanished,
                restored,
                lastDayShown,
                byColumn);
    }
}
