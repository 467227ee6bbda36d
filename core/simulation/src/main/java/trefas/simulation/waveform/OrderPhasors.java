package trefas.simulation.waveform;

import java.util.Arrays;
import trefas.quantity.Phase;

/// The orders of three phases as complex rms values.
final class OrderPhasors {

    private static final int PLACES = HarmonicSignature.ORDERS + 1;

    private final double[] real = new double[Phase.COUNT * PLACES];
    private final double[] imaginary = new double[Phase.COUNT * PLACES];

    void clear() {
        Arrays.fill(real, 0);
        Arrays.fill(imaginary, 0);
    }

    double real(int phase, int order) {
        return real[(phase * PLACES) + order];
    }

    double imaginary(int phase, int order) {
        return imaginary[(phase * PLACES) + order];
    }

    void set(int phase, int order, double real, double imaginary) {
        this.real[(phase * PLACES) + order] = real;
        this.imaginary[(phase * PLACES) + order] = imaginary;
    }

    void add(int phase, int order, double real, double imaginary) {
        this.real[(phase * PLACES) + order] += real;
        this.imaginary[(phase * PLACES) + order] += imaginary;
    }

    double square(int phase, int order) {
        int place = (phase * PLACES) + order;
        return (real[place] * real[place]) + (imaginary[place] * imaginary[place]);
    }

    /// The part of two in step: active power, or the middle term of a square.
    double inner(int phase, int order, OrderPhasors other) {
        int place = (phase * PLACES) + order;
        return (real[place] * other.real[place]) + (imaginary[place] * other.imaginary[place]);
    }

    /// The part a quarter turn apart: reactive power of this voltage and a current.
    double outer(int phase, int order, OrderPhasors current) {
        int place = (phase * PLACES) + order;
        return (imaginary[place] * current.real[place]) - (real[place] * current.imaginary[place]);
    }
}
