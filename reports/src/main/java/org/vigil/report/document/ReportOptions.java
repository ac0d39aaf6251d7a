package org.vigil.report.document;

import java.util.Optional;
import java.util.Set;

/**
 * What is written of a release.
 *
 * @param packs packs wanted
 * @param forms forms that each is written in
 * @param watermark text across every page, for copies that must be told apart; empty for none
 * @param threads packs that are made at the same time
 * @param progress told of every pack that is finished
 */
public record ReportOptions(
        PackSelection packs, Set<ReportForm> forms, Optional<String> watermark, int threads, PackProgress progress) {
    public ReportOptions {
        forms = Set.copyOf(forms);
        if (threads < 1) {
            throw new IllegalArgumentException("Reports need at least one thread, not " + threads);
        }
    }

    /** Told of packs as they are finished, by one thread at a time. */
    @FunctionalInterface
    public interface PackProgress {
        /** Says nothing of finished packs. */
        PackProgress SILENT = (done, all, label) -> {};

        /**
         * One more pack is finished.
         *
         * @param done how many are
         * @param all how many will be
         * @param label name of the one that was finished last
         */
        void finished(int done, int all, String label);

        /**
         * Packs are wanted that the release has not. Nothing is written unless this returns.
         *
         * @param sentence which, and what it has instead
         */
        default void missing(String sentence) {
            throw new ReportException(sentence);
        }
    }

    /** Every pack as PDF, web page and spreadsheet, as many packs at a time as the machine has processors. */
    public static ReportOptions everything() {
        return new ReportOptions(
                PackSelection.all(),
                ReportForm.documents(),
                Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                PackProgress.SILENT);
    }

    public ReportOptions withPacks(PackSelection wanted) {
        return new ReportOptions(wanted, forms, watermark, threads, progress);
    }

    public ReportOptions withForms(Set<ReportForm> wanted) {
        return new ReportOptions(packs, wanted, watermark, threads, progress);
    }

    public ReportOptions withWatermark(Optional<String> text) {
        return new ReportOptions(packs, forms, text, threads, progress);
    }

    public ReportOptions withProgress(PackProgress told) {
        return new ReportOptions(packs, forms, watermark, threads, told);
    }
}
