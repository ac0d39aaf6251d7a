package org.vigil.event;

/**
 * A community that an event is tested for.
 *
 * @param communityCode target community
 * @param basis why it is tested
 * @param source ground of the basis, or {@value ReferenceEvent#NOT_CHECKED}
 */
public record TestedCommunity(String communityCode, Basis basis, String source) {
    /** Refuses blank texts, and a reported rise without the source that reported it. */
    public TestedCommunity {
        if (communityCode.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("found community '" + communityCode + "' with source '" + source
                    + "'; expected a community and a source, or '" + ReferenceEvent.NOT_CHECKED + "'");
        }
        if (basis == Basis.RISE_REPORTED && source.equals(ReferenceEvent.NOT_CHECKED)) {
            throw new IllegalArgumentException("found basis '" + basis.code() + "' for '" + communityCode
                    + "' without a source; expected the source that reported the rise");
        }
    }
}
