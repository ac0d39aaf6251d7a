package org.vigil.event;

import java.time.LocalDate;
import java.util.Random;
import org.vigil.series.Grain;
import org.vigil.series.TimeSeries;

/**
 * Counts drawn at random without any event.
 *
 * @param mean of a day
 * @param dispersion variance over mean of a day, at least 1
 * @param persistence of the latent level from day to day, 0 for none
 * @param spread standard deviation of the logarithm of that level
 * @param growth share a year
 */
public record SimulatedSeries(double mean, double dispersion, double persistence, double spread, double growth) {
    private static final double[] DAYS_OF_WEEK = {1, 1, 1, 1, 1.1, 1.2, 0.9};
    private static final double SEASON = 0.15;
    private static final double YEAR = 365.25;
    private static final double LARGEST_MEAN = 20;

    /** Days from a date on. */
    public TimeSeries days(LocalDate start, int size, Random random) {
        int[] counts = new int[size];
        double level = spread * random.nextGaussian();
        for (int day = 0; day < size; day++) {
            LocalDate date = start.plusDays(day);
            double season = SEASON * Math.sin(2 * Math.PI * date.getDayOfYear() / YEAR);
            double usual = mean
                    * DAYS_OF_WEEK[date.getDayOfWeek().getValue() - 1]
                    * StrictMath.exp(season + StrictMath.log(1 + growth) * day / YEAR + level);
            counts[day] = count(usual, random);
            level = persistence * level + spread * Math.sqrt(1 - persistence * persistence) * random.nextGaussian();
        }
        return new TimeSeries(Grain.DAY, start, counts);
    }

    private int count(double usual, Random random) {
        return poisson(dispersion > 1 ? (dispersion - 1) * gamma(usual / (dispersion - 1), random) : usual, random);
    }

    /** Counts arrivals until their times add up to more than 1, in parts so that no product underflows. */
    private static int poisson(double mean, Random random) {
        int count = 0;
        double left = mean;
        while (left > 0) {
            double limit = StrictMath.exp(-Math.min(left, LARGEST_MEAN));
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
            left -= LARGEST_MEAN;
        }
        return count;
    }

    /** Marsaglia, G. and Tsang, W. W. (2000), ACM Transactions on Mathematical Software 26, 363–372. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0
                    && StrictMath.log(random.nextDouble())
                            < x * x / 2 + d - d * v * v * v + 3 * d * StrictMath.log(v)) {
                return d * v * v * v;
            }
        }
    }
}
