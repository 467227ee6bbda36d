package trefas.web;

/// Something people can move to drive the meter.
public sealed interface Control {

    /// Short name in the API: lower-case letters, digits and hyphens.
    String id();

    /// What people read.
    String title();

    /// The setting that moves it to where it is.
    Setting setting();

    /// A number in a range.
    ///
    /// @param unit as people write it, such as `kW`; may be empty
    /// @param unitBelowZero empty to show a minus; else the unit of negative values, which are then shown without
    ///     sign, as `ind` and `cap` for a power factor
    /// @param step distance of neighbouring values
    /// @param value what acts now
    /// @param automatic whether the value follows what drives the meter; false once a hand has moved it
    record Slider(
            String id,
            String title,
            String unit,
            String unitBelowZero,
            double min,
            double max,
            double step,
            double value,
            boolean automatic)
            implements Control {

        public Slider {
            if (!(min < max) || !(step > 0)) {
                throw new IllegalArgumentException(id + " from " + min + " to " + max + " by " + step);
            }
        }

        @Override
        public Setting setting() {
            return automatic ? new Setting.Automatic() : new Setting.Value(value);
        }
    }

    /// On or off.
    record Switch(String id, String title, boolean on) implements Control {
        @Override
        public Setting setting() {
            return new Setting.On(on);
        }
    }
}
