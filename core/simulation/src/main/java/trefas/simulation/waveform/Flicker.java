package trefas.simulation.waveform;

/// A modulation of the voltage, the same on all phases, as IEC 61000-4-15 tests flickermeters with it. The
/// voltage is multiplied by a value around 1.
///
/// @param shape how it goes up and down
/// @param hertz modulations per second; each has two changes
/// @param percent from the lowest to the highest voltage (dU/U), percent of the mean, 0 to [#PERCENT_MAX]
public record Flicker(Shape shape, double hertz, double percent) {

    /// How the voltage goes up and down.
    public enum Shape {
        SINE,
        RECTANGLE
    }

    /// The largest change, percent.
    public static final double PERCENT_MAX = 50;

    /// The fastest modulation, Hz.
    public static final double HERTZ_MAX = 100;

    /// The voltage stands still.
    public static final Flicker NONE = new Flicker(Shape.SINE, 1, 0);

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double CHANGES = 2;

    public Flicker {
        if (!(hertz > 0 && hertz <= HERTZ_MAX && percent >= 0 && percent <= PERCENT_MAX)) {
            throw new IllegalArgumentException("flicker is up to " + HERTZ_MAX + " Hz and 0 to " + PERCENT_MAX + " %: "
                    + hertz + " Hz, " + percent + " %");
        }
    }

    /// Sudden changes, as the tables of Pst give them.
    public static Flicker changesPerMinute(double changes, double percent) {
        return new Flicker(Shape.RECTANGLE, changes / (CHANGES * SECONDS_PER_MINUTE), percent);
    }

    /// Whether the voltage is modulated at all.
    public boolean isModulating() {
        return percent > 0;
    }

    /// Fills the factors of samples at equal distances.
    void fill(double[] factors, int length, double startSeconds, double stepSeconds) {
        double amplitude = amplitude();
        switch (shape) {
            case SINE -> sine(factors, length, startSeconds, stepSeconds, amplitude);
            case RECTANGLE -> {
                for (int i = 0; i < length; i++) {
                    double turns = hertz * (startSeconds + (i * stepSeconds));
                    // A hair early: a sample on the edge belongs to what follows.
                    double place = turns + 1e-9 - Math.floor(turns + 1e-9);
                    factors[i] = place < 0.5 ? 1 + amplitude : 1 - amplitude;
                }
            }
        }
    }

    private void sine(double[] factors, int length, double startSeconds, double stepSeconds, double amplitude) {
        double angle = radians(startSeconds);
        double step = 2 * Math.PI * hertz * stepSeconds;
        double stepCosine = StrictMath.cos(step);
        double stepSine = StrictMath.sin(step);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (int i = 0; i < length; i++) {
            factors[i] = 1 + (amplitude * sine);
            double next = (cosine * stepCosine) - (sine * stepSine);
            sine = (sine * stepCosine) + (cosine * stepSine);
            cosine = next;
        }
    }

    /// The integral of the factor, s.
    double integral(double from, double to) {
        double amplitude = amplitude();
        return switch (shape) {
            case SINE -> to - from + (amplitude * sineIntegral(from, to));
            case RECTANGLE -> to - from + (amplitude * (excess(to) - excess(from)));
        };
    }

    /// The integral of the factor's square, s.
    double squareIntegral(double from, double to) {
        double amplitude = amplitude();
        double length = to - from;
        return switch (shape) {
            case SINE -> {
                double w = 2 * Math.PI * hertz;
                double square = (length / 2)
                        - ((StrictMath.sin(2 * radians(to)) - StrictMath.sin(2 * radians(from))) / (4 * w));
                yield length + (2 * amplitude * sineIntegral(from, to)) + (amplitude * amplitude * square);
            }
            case RECTANGLE -> (length * (1 + (amplitude * amplitude))) + (2 * amplitude * (excess(to) - excess(from)));
        };
    }

    private double amplitude() {
        return percent / 200;
    }

    private double sineIntegral(double from, double to) {
        return (StrictMath.cos(radians(from)) - StrictMath.cos(radians(to))) / (2 * Math.PI * hertz);
    }

    /// Time up less time down since the beginning, s.
    private double excess(double seconds) {
        double turns = hertz * seconds;
        double place = turns - Math.floor(turns);
        return (place < 0.5 ? place : 1 - place) / hertz;
    }

    /// Angle of the modulation, reduced to one turn so that a week is as exact as a second.
    private double radians(double seconds) {
        double turns = hertz * seconds;
        return 2 * Math.PI * (turns - Math.floor(turns));
    }
}
