package org.vigil.event;

import java.io.Serializable;
import org.vigil.statistics.Prediction;

/**
 * What was recorded in some units beside what is usual in them, before calibration.
 *
 * @param observed incidents recorded
 * @param prediction what is usual
 */
public record CountedWindow(long observed, Prediction prediction) implements Serializable {}
