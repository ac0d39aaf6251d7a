/**
 * What a run leaves for its operator: a record for machines and a log for people.
 *
 * <p>{@link org.vigil.record.RunRecording} listens to a run and writes both as it goes on, so that a run that was killed leaves what it had
 * reached. Durations, host and memory stand here and never in a release. Counts are exact, so the files are for their owner only; no value of
 * any record of an extract is in them.
 */
@NullMarked
package org.vigil.record;

import org.jspecify.annotations.NullMarked;
