package org.vigil.report.text;

import java.util.Locale;

/**
 * What is counted, in words.
 *
 * @param unit counting unit of the source: offence, incident, complaint or victim
 * @param flag name of the flag where the source has no total, otherwise the empty text
 * @param isRecorded whether the date of recording places an incident in its period, rather than the date on which it happened
 */
public record Measure(String unit, String flag, boolean isRecorded) {

    /** {@code offences}, {@code offences flagged “Any faith”}. */
    public String plural() {
        return unit + "s" + flagText();
    }

    /** {@code offence}, without the flag. */
    public String singular() {
        return unit;
    }

    /** With a capital: {@code Offences}. */
    public String capitalised() {
        return capital(plural());
    }

    /** How a number of them is put in a sentence: {@code 3 offences were recorded}, {@code 3 recorded offences took place}. */
    public String happened(long count) {
        String noun = (count == 1 ? unit : unit + "s") + flagText();
        String number = NumberText.count(count);
        return isRecorded
                ? number + " " + noun + (count == 1 ? " was recorded" : " were recorded")
                : number + " recorded " + noun + " took place";
    }

    /** {@code by date of recording} or {@code by date of occurrence}. */
    public String dateText() {
        return isRecorded ? "by date of recording" : "by date of occurrence";
    }

    private String flagText() {
        return flag.isEmpty() ? "" : " flagged \u201C" + flag + "\u201D";
    }

    /** The text with a capital first letter. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
