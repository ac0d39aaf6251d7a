package org.vigil.report.chart;

import java.awt.Graphics2D;
import java.time.LocalDate;
import org.vigil.report.text.DateText;

/** Labels beneath a time axis counted in days since 1970: months with their year, or years alone where the axis is long; the first day where no month begins. */
final class TimeAxis {
    static final int HEIGHT = 38;
    private static final int LONGEST_WITH_MONTHS_DAYS = 365 * 3 + 31;
    private static final int SMALLEST_YEAR_WIDTH = 34;

    private TimeAxis() {}

    static void paint(Graphics2D g, XyFrame frame, LocalDate from, LocalDate to) {
        long days = to.toEpochDay() - from.toEpochDay();
        if (days <= LONGEST_WITH_MONTHS_DAYS) {
            paintMonths(g, frame, from, to, days > 400 ? 3 : days > 200 ? 2 : 1);
        } else {
            paintYears(g, frame, from, to);
        }
    }

    private static void paintMonths(Graphics2D g, XyFrame frame, LocalDate from, LocalDate to, int every) {
        Ink ink = new Ink(g);
        LocalDate month =
                from.withDayOfMonth(1).isBefore(from) ? from.withDayOfMonth(1).plusMonths(1) : from;
        int lastYear = 0;
        for (; !month.isAfter(to); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % every != 0) {
                continue;
            }
            double x = frame.x(month);
            ink.line(x, frame.bottom(), x, frame.bottom() + 5, Palette.AXIS, 1f);
            ink.centre(
                    DateText.shortMonth(month),
                    HouseFont.REGULAR,
                    Ink.TEXT_SIZE,
                    Palette.MUTED,
                    inside(x),
                    frame.bottom() + 18);
            if (month.getYear() != lastYear) {
                lastYear = month.getYear();
                ink.centre(
                        Integer.toString(lastYear),
                        HouseFont.SEMI_BOLD,
                        Ink.TEXT_SIZE,
                        Palette.MUTED,
                        inside(x),
                        frame.bottom() + 33);
            }
        }
        if (lastYear == 0) {
            String first = from.getDayOfMonth() + " " + DateText.shortMonth(from);
            ink.left(first, HouseFont.REGULAR, Ink.TEXT_SIZE, Palette.MUTED, frame.left(), frame.bottom() + 18);
            ink.left(
                    Integer.toString(from.getYear()),
                    HouseFont.SEMI_BOLD,
                    Ink.TEXT_SIZE,
                    Palette.MUTED,
                    frame.left(),
                    frame.bottom() + 33);
        }
    }

    private static void paintYears(Graphics2D g, XyFrame frame, LocalDate from, LocalDate to) {
        Ink ink = new Ink(g);
        LocalDate first =
                from.withDayOfYear(1).isBefore(from) ? from.withDayOfYear(1).plusYears(1) : from;
        double yearWidth = 365.25 / (to.toEpochDay() - from.toEpochDay()) * (frame.right() - frame.left());
        int every = yearWidth >= SMALLEST_YEAR_WIDTH ? 1 : yearWidth * 2 >= SMALLEST_YEAR_WIDTH ? 2 : 5;
        for (LocalDate year = first; !year.isAfter(to); year = year.plusYears(1)) {
            double x = frame.x(year);
            boolean isLabelled = every == 1 || year.getYear() % every == 0;
            ink.line(x, frame.bottom(), x, frame.bottom() + (isLabelled ? 6 : 3), Palette.AXIS, 1f);
            if (isLabelled) {
                ink.centre(
                        Integer.toString(year.getYear()),
                        HouseFont.REGULAR,
                        Ink.TEXT_SIZE,
                        Palette.MUTED,
                        inside(x),
                        frame.bottom() + 20);
            }
        }
    }

    /** A centre that keeps a year inside the picture. */
    private static double inside(double x) {
        return Math.min(x, Drawing.WIDTH - HouseFont.SEMI_BOLD.width("2000", Ink.TEXT_SIZE) / 2);
    }
}
