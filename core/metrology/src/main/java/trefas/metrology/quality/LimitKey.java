package trefas.metrology.quality;

import java.util.Optional;

/// A number of EN 50160 that can be set, with the name it has in the text form of [Limits]. Deviations are percent of
/// the declared voltage or the nominal frequency, from the nominal value; shares are percent of the intervals that
/// must lie inside.
public enum LimitKey {
    VOLTAGE_LOW("voltage.low", -100, 0),
    VOLTAGE_HIGH("voltage.high", 0, 100),
    VOLTAGE_SHARE("voltage.share", 0, 100),
    VOLTAGE_ALWAYS_LOW("voltage.always.low", -100, 0),
    VOLTAGE_ALWAYS_HIGH("voltage.always.high", 0, 100),
    FREQUENCY_LOW("frequency.low", -100, 0),
    FREQUENCY_HIGH("frequency.high", 0, 100),
    FREQUENCY_SHARE("frequency.share", 0, 100),
    FREQUENCY_ALWAYS_LOW("frequency.always.low", -100, 0),
    FREQUENCY_ALWAYS_HIGH("frequency.always.high", 0, 100),
    /// Long-term flicker severity Plt.
    FLICKER("flicker", 0, 100),
    FLICKER_SHARE("flicker.share", 0, 100),
    /// Unbalance u2, percent.
    UNBALANCE("unbalance", 0, 100),
    UNBALANCE_SHARE("unbalance.share", 0, 100),
    /// Total harmonic distortion of the voltage, percent.
    THD("thd", 0, 100),
    THD_SHARE("thd.share", 0, 100),
    /// Share for every single harmonic; the limits themselves are `harmonic.2` to `harmonic.50`.
    HARMONIC_SHARE("harmonic.share", 0, 100);

    private final String text;
    private final double minimum;
    private final double maximum;

    LimitKey(String text, double minimum, double maximum) {
        this.text = text;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /// The name in the text form.
    public String text() {
        return text;
    }

    /// Least value that makes sense.
    public double minimum() {
        return minimum;
    }

    /// Greatest value that makes sense.
    public double maximum() {
        return maximum;
    }

    /// The key of that name.
    static Optional<LimitKey> of(String text) {
        for (LimitKey key : values()) {
            if (key.text.equals(text)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
