package trefas.simulation.waveform;

import java.util.List;
import trefas.metrology.VoltageEvent;

/// A grid with loads, from which samples, phasors and exact means are made. All three see the same Fourier
/// series.
///
/// @param grid the voltages
/// @param loads the currents, at most [#LOADS_MAX]
/// @param seed of the grid: wandering and noise
/// @param orders highest order of voltages and currents, 1 to [HarmonicSignature#ORDERS]
public record WaveformModel(WaveformGrid grid, List<WaveformLoad> loads, long seed, int orders) {

    /// Most loads at one meter.
    public static final int LOADS_MAX = 64;

    /// Orders stay below this part of the sampling rate.
    public static final double BAND = 0.45;

    public WaveformModel {
        if (loads.size() > LOADS_MAX) {
            throw new IllegalArgumentException("a model has up to " + LOADS_MAX + " loads: " + loads.size());
        }
        if (orders < 1 || orders > HarmonicSignature.ORDERS) {
            throw new IllegalArgumentException("orders are 1 to " + HarmonicSignature.ORDERS + ": " + orders);
        }
        loads = List.copyOf(loads);
    }

    /// With every order that samples of this rate can hold.
    public static WaveformModel of(WaveformGrid grid, List<WaveformLoad> loads, long seed, double samplesPerSecond) {
        double highest = grid.hertz() + grid.wander().hertzMax();
        int orders = (int) Math.min(HarmonicSignature.ORDERS, BAND * samplesPerSecond / highest);
        return new WaveformModel(grid, loads, seed, orders);
    }

    /// The samples.
    ///
    /// @param samplesPerSecond rate, [WaveformSynthesis#RATE_MIN] to [WaveformSynthesis#RATE_MAX]
    /// @param seconds length
    public WaveformSource samples(double samplesPerSecond, double seconds) {
        return new WaveformSynthesis(this, samplesPerSecond, seconds);
    }

    /// The phasors, second by second.
    public PhasorTwin phasors() {
        return new PhasorTwin(this);
    }

    /// The exact means from the beginning.
    ///
    /// @param seconds how long
    /// @param events what the voltages do meanwhile
    public WaveformFacts facts(double seconds, List<VoltageEvent> events) {
        var walk = new SlotWalk(this);
        var means = new IntervalMeans(walk, true);
        while (walk.end() < seconds) {
            walk.next(seconds);
            means.add();
        }
        return means.facts(events);
    }
}
