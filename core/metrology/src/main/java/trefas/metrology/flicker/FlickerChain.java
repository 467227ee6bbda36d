package trefas.metrology.flicker;

import java.util.List;
import trefas.quantity.Phase;

/// From squared voltages, free of their slow mean, to the instantaneous flicker sensation P_inst of three phases:
/// high-pass, low-pass, weighting, square and the memory of the brain (blocks 2 to 4 of IEC 61000-4-15).
final class FlickerChain {

    private static final double HIGH_PASS_HERTZ = 0.05;
    private static final int LOW_PASS_ORDER = 6;
    private static final double MEMORY_SECONDS = 0.3;

    private final List<Section> eye;
    private final Section memory;
    private final double scale;

    FlickerChain(Lamp lamp, double samplesPerSecond) {
        double corner = lamp.lowPassHertz();
        eye = List.of(
                Section.highPass(HIGH_PASS_HERTZ, samplesPerSecond),
                Section.butterworth(LOW_PASS_ORDER, 0, corner, samplesPerSecond),
                Section.butterworth(LOW_PASS_ORDER, 1, corner, samplesPerSecond),
                Section.butterworth(LOW_PASS_ORDER, 2, corner, samplesPerSecond),
                lamp.resonance(samplesPerSecond),
                lamp.inertia(samplesPerSecond));
        memory = Section.lowPass(MEMORY_SECONDS, samplesPerSecond);
        scale = scale(lamp, samplesPerSecond);
    }

    /// Filters the first values of three phases in place.
    ///
    /// @param phases squared voltage by its slow mean, less 1; on return P_inst
    void run(double[][] phases, int count) {
        for (Section section : eye) {
            section.run(phases, count);
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double[] values = phases[phase];
            for (int i = 0; i < count; i++) {
                values[i] = scale * values[i] * values[i];
            }
        }
        memory.run(phases, count);
    }

    /// Forgets a phase.
    void clear(int phase) {
        for (Section section : eye) {
            section.clear(phase);
        }
        memory.clear(phase);
    }

    /// What makes the reference modulation of 8.8 Hz a peak of exactly 1. The square of a sine that is m from peak to
    /// peak carries m/2 twice; squared again it is half the square of that, and a ripple of twice the frequency.
    private double scale(Lamp lamp, double samplesPerSecond) {
        double amplitude = lamp.referencePercent() / 100;
        for (Section section : eye) {
            amplitude *= section.gain(Lamp.REFERENCE_HERTZ, samplesPerSecond);
        }
        double ripple = memory.gain(2 * Lamp.REFERENCE_HERTZ, samplesPerSecond);
        return 2 / (amplitude * amplitude * (1 + ripple));
    }
}
