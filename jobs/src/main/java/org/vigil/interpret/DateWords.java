package org.vigil.interpret;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.function.ToIntFunction;
import org.vigil.incident.IncidentDate;
import org.vigil.profile.FieldReading;

/** Dates as publishers write them, by the declared patterns, language and pivot year. */
public final class DateWords implements ToIntFunction<String> {
    private final List<DateTimeFormatter> formatters;

    public DateWords(FieldReading.Date reading) {
        this.formatters = reading.patterns().stream()
                .map(pattern -> formatter(pattern, reading))
                .toList();
    }

    /** The date of a label: {@link IncidentDate#MISSING} for an empty one, {@link IncidentDate#INVALID} if no pattern fits it whole. */
    @Override
    public int applyAsInt(String label) {
        if (label.isEmpty()) {
            return IncidentDate.MISSING;
        }
        for (DateTimeFormatter formatter : formatters) {
            ParsePosition position = new ParsePosition(0);
            TemporalAccessor parsed = formatter.parseUnresolved(label, position);
            if (parsed == null || position.getErrorIndex() >= 0 || position.getIndex() < label.length()) {
                continue;
            }
            try {
                TemporalAccessor resolved = formatter.parse(label);
                if (resolved.isSupported(ChronoField.EPOCH_DAY)) {
                    return IncidentDate.ofDay(LocalDate.from(resolved));
                }
                return IncidentDate.ofMonth(resolved.get(ChronoField.YEAR), resolved.get(ChronoField.MONTH_OF_YEAR));
            } catch (DateTimeException e) {
                // The pattern fits but the day does not exist; another pattern may read it differently.
            }
        }
        return IncidentDate.INVALID;
    }

    private static DateTimeFormatter formatter(String pattern, FieldReading.Date reading) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        // With strict resolution y is the year of an era that no file states; u is the year itself.
        String proleptic = pattern.replace('y', 'u');
        int shortYear = shortYearAt(proleptic);
        if (shortYear < 0) {
            builder.appendPattern(proleptic);
        } else {
            if (shortYear > 0) {
                builder.appendPattern(proleptic.substring(0, shortYear));
            }
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, reading.pivotYear());
            if (shortYear + 2 < proleptic.length()) {
                builder.appendPattern(proleptic.substring(shortYear + 2));
            }
        }
        return builder.toFormatter(reading.locale()).withResolverStyle(ResolverStyle.STRICT);
    }

    private static int shortYearAt(String pattern) {
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '\'') {
                quoted = !quoted;
            } else if (letter == 'u' && !quoted) {
                int end = i;
                while (end < pattern.length() && pattern.charAt(end) == 'u') {
                    end++;
                }
                return end - i == 2 ? i : -1;
            }
        }
        return -1;
    }
}
