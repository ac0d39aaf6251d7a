package org.vigil.report.chart;

import java.awt.RenderingHints;

/** How text reaches the paper: as letters, which stay selectable, or as outlines, which look the same everywhere. */
enum TextForm {
    LETTERS,
    OUTLINES;

    /** The hint with which paper asks for a form; without it text is letters. */
    static final RenderingHints.Key KEY = new Key();

    private static final class Key extends RenderingHints.Key {
        private static final int ONLY_ONE_OF_ITS_CLASS = 0;

        private Key() {
            super(ONLY_ONE_OF_ITS_CLASS);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof TextForm;
        }
    }
}
