package trefas.simulation.waveform;

import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.Phasor;

/// The shape of a current as its Fourier series: per ampere of the load, the rms and angle of each order,
/// seen from a voltage that rises through zero at angle 0. Band-limited by nature: what the series leaves
/// out is nowhere else either, so a waveform made of it and a sum over it agree to the last digit.
public final class HarmonicSignature {

    /// Highest order.
    public static final int ORDERS = HarmonicSpectrum.ORDERS_MAX;

    /// Nothing but the fundamental.
    public static final HarmonicSignature SINE = new HarmonicSignature();

    private final double[] real = new double[ORDERS + 1];
    private final double[] imaginary = new double[ORDERS + 1];

    private HarmonicSignature() {
        real[1] = 1;
    }

    /// Adds harmonics to the fundamental.
    ///
    /// @param table triples of order, percent of the fundamental and degrees at the fundamental's rising
    ///     zero crossing
    static HarmonicSignature ofTable(double... table) {
        var signature = new HarmonicSignature();
        for (int i = 0; i < table.length; i += 3) {
            signature.set((int) table[i], table[i + 1] / 100, Math.toRadians(table[i + 2]));
        }
        return signature;
    }

    /// A sine of which only the positive half flows (a heater behind one diode). Per ampere of the whole
    /// sine: P is U I / 2, with a direct component of `sqrt(2) / pi` and even harmonics.
    public static HarmonicSignature halfWave() {
        var signature = new HarmonicSignature();
        signature.real[0] = Math.sqrt(2) / Math.PI;
        signature.real[1] = 0.5;
        for (int order = 2; order <= ORDERS; order += 2) {
            signature.imaginary[order] = -2 / (Math.PI * (((double) order * order) - 1));
        }
        return signature;
    }

    /// A sine that begins only at the firing angle of each half cycle (a dimmer with a resistive load). Per
    /// ampere of the whole sine; at 90 degrees P is U I / 2 and Q1 is U I / pi, inductive.
    ///
    /// @param firingDegrees 0 (all of it) to 180 (nothing)
    public static HarmonicSignature phaseFired(double firingDegrees) {
        if (!(firingDegrees >= 0 && firingDegrees <= 180)) {
            throw new IllegalArgumentException("a firing angle is 0 to 180 degrees: " + firingDegrees);
        }
        var signature = new HarmonicSignature();
        double angle = Math.toRadians(firingDegrees);
        double sine = StrictMath.sin(angle);
        signature.real[1] = (Math.PI - angle + (StrictMath.sin(2 * angle) / 2)) / Math.PI;
        signature.imaginary[1] = -sine * sine / Math.PI;
        for (int order = 3; order <= ORDERS; order += 2) {
            double below = order - 1;
            double above = order + 1;
            signature.real[order] =
                    ((StrictMath.sin(above * angle) / above) - (StrictMath.sin(below * angle) / below)) / Math.PI;
            signature.imaginary[order] = (((1 - StrictMath.cos(below * angle)) / below)
                            - ((1 - StrictMath.cos(above * angle)) / above))
                    / Math.PI;
        }
        return signature;
    }

    /// Pulses around the peak of the voltage, as a rectifier draws them that charges a capacitor. Each has
    /// the shape of the top half of a cosine. Per ampere of the fundamental.
    ///
    /// @param widthDegrees of a pulse, above 0 to 180
    /// @param leadDegrees how far the middle of the pulse lies before the peak of the voltage
    public static HarmonicSignature capacitorInput(double widthDegrees, double leadDegrees) {
        if (!(widthDegrees > 0 && widthDegrees <= 180)) {
            throw new IllegalArgumentException("a pulse is up to 180 degrees wide: " + widthDegrees);
        }
        var signature = new HarmonicSignature();
        double width = Math.toRadians(widthDegrees);
        double fundamental = pulse(width, 1);
        for (int order = 1; order <= ORDERS; order += 2) {
            double radians = (Math.PI / 2) - (order * Math.toRadians(90 - leadDegrees));
            signature.set(order, pulse(width, order) / fundamental, radians);
        }
        return signature;
    }

    /// The cosine transform of a half-cosine pulse, centred.
    private static double pulse(double width, int order) {
        double own = Math.PI / width;
        double distance = (own * own) - ((double) order * order);
        return Math.abs(distance) < 1e-9 ? width / 2 : 2 * own * StrictMath.cos(order * width / 2) / distance;
    }

    /// Rms and angle of an order, 0 to [#ORDERS], per ampere of the load; order 0 has its value as real part.
    public Phasor order(int order) {
        return new Phasor(real[order], imaginary[order]);
    }

    double real(int order) {
        return real[order];
    }

    double imaginary(int order) {
        return imaginary[order];
    }

    private void set(int order, double magnitude, double radians) {
        real[order] = magnitude * StrictMath.cos(radians);
        imaginary[order] = magnitude * StrictMath.sin(radians);
    }
}
