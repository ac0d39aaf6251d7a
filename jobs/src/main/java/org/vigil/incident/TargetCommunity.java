package org.vigil.incident;

import java.util.List;
import java.util.Optional;

/**
 * The community that a target was perceived to belong to; finer than a strand, and no claim about the person.
 *
 * @param code lower-case word with hyphens
 * @param label the community's own name
 * @param definition who is meant
 * @param kind what the code stands for
 * @param strands monitored strands that a record may carry; none where none is monitored
 * @param partOf code of the wider community that holds every record of this one; a part is never added to its whole
 */
public record TargetCommunity(
        String code,
        String label,
        String definition,
        CommunityKind kind,
        List<Strand> strands,
        Optional<String> partOf) {
    /** Copies the strands; refuses malformed codes, blank texts, repeated strands and strands on what is not monitored. */
    public TargetCommunity {
        new Code(code, label, definition);
        strands = List.copyOf(strands);
        if (strands.size() != strands.stream().distinct().count()) {
            throw new IllegalArgumentException(
                    "Cannot make the community '" + code + "': found a strand twice; expected each once");
        }
        boolean isMonitored = kind != CommunityKind.NOT_MONITORED && kind != CommunityKind.UNKNOWN;
        if (isMonitored == strands.isEmpty()) {
            throw new IllegalArgumentException("Cannot make the community '" + code + "': found kind " + kind.code()
                    + " with " + strands.size() + " strands; expected strands exactly where they are monitored");
        }
    }
}
