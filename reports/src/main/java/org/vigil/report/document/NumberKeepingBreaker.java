package org.vigil.report.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/** Finds where a line may end: between words and inside long addresses, but never inside a number such as {@code −30.0%}. */
final class NumberKeepingBreaker implements FSTextBreaker {
    private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.UK));
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at > 0 && at < text.length() && isInsideNumber(at)) {
            at = breaks.next();
        }
        return at;
    }

    private boolean isInsideNumber(int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        boolean joins =
                before == '.' || before == ',' || before == '\u2212' || before == '+' || Character.isDigit(before);
        return joins && (Character.isDigit(after) || after == '%' || after == '.' || after == ',');
    }
}
