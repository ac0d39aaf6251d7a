package org.vigil.event;

import java.io.Serializable;

/**
 * The headline window of an event, given the level of a series of the same source that the event is not listed for.
 *
 * @param communityCode the community of that series
 * @param window what was recorded in the studied series and what is usual there given the other
 */
public record Comparison(String communityCode, CountedWindow window) implements Serializable {}
