package org.vigil.store;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigil.incident.ExtractKind;

/**
 * What a worker needs to know of one source of the store: its extracts in the order in which they speak, and the files that hold them.
 *
 * <p>An extract is known by its <em>ordinal</em>, its place in that order from 0; later is newer.
 *
 * @param sourceCode the source
 * @param extracts by ordinal
 * @param files every file of the layers that make the state
 */
public record SourcePlan(String sourceCode, List<ExtractPlan> extracts, List<FilePlan> files) implements Serializable {
    public SourcePlan {
        extracts = List.copyOf(extracts);
        files = List.copyOf(files);
    }

    /**
     * One extract.
     *
     * @param extractId its name
     * @param isNew whether it is being taken in now
     * @param kind what it says about incidents that are not in it
     * @param firstDay first day of the series that it speaks of
     * @param lastDay last day
     */
    public record ExtractPlan(String extractId, boolean isNew, ExtractKind kind, int firstDay, int lastDay)
            implements Serializable {
        /** Whether an incident of that day would have to be in it to be held on. */
        boolean replaces(int day) {
            return kind != ExtractKind.DELTA && day >= firstDay && day <= lastDay;
        }
    }

    /**
     * One file of a layer.
     *
     * @param layerId the layer, and its folder
     * @param name name of the file in that folder
     * @param isRestoration whether it speaks after the extract itself, at the same place in the order
     */
    public record FilePlan(String layerId, String name, boolean isRestoration) implements Serializable {}

    /** Ordinals by extract. */
    public Map<String, Integer> ordinals() {
        Map<String, Integer> ordinals = new HashMap<>();
        for (int e = 0; e < extracts.size(); e++) {
            ordinals.put(extracts.get(e).extractId(), e);
        }
        return ordinals;
    }

    /**
     * The extract that speaks for an incident: the one that stated it last, or a later one that covers its day and did not drop it.
     *
     * @param ordinal the extract whose row holds
     * @param day day of the series that the row stands on
     */
    public int speakerOf(int ordinal, int day) {
        for (int e = extracts.size() - 1; e > ordinal; e--) {
            if (extracts.get(e).replaces(day)) {
                return e;
            }
        }
        return ordinal;
    }

    /** Whether any extract being taken in replaces what it covers, so that every incident held has to be looked at. */
    public boolean looksAtEverything() {
        return extracts.stream().anyMatch(e -> e.isNew() && e.kind() != ExtractKind.DELTA);
    }

    /** Whether an extract being taken in is older than one held that replaces what it covers. */
    public boolean restores() {
        boolean isAfterNew = false;
        for (ExtractPlan extract : extracts) {
            isAfterNew |= extract.isNew();
            if (isAfterNew && !extract.isNew() && extract.kind() != ExtractKind.DELTA) {
                return true;
            }
        }
        return false;
    }
}
