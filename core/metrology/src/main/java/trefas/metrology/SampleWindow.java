package trefas.metrology;

import trefas.quantity.Phase;

/// A stretch of whole cycles between two instants that need not fall on samples: the basic interval of
/// IEC 61000-4-30 (10 cycles at 50 Hz, 12 at 60 Hz), or fewer cycles at the end of a record. Windows follow each other
/// without gap or overlap: the end of one is the start of the next.
///
/// The arrays hold [#MARGIN] valid samples before and after, for interpolation. One mutable instance is placed again
/// for each window; a stage reads it and keeps nothing of it.
public final class SampleWindow {

    /// Valid samples on either side of the window, so that an interpolator of up to 32 taps needs no special case.
    public static final int MARGIN = 16;

    private final double[][] channels;
    private final double[] voltageRadians = new double[Phase.COUNT];
    private double start;
    private double end;
    private int cycles;
    private double samplesPerSecond;
    private double startSeconds;

    /// Wraps the arrays of the six channels, which the owner goes on filling.
    ///
    /// @param channels in the order of [SampleBlock], V and A
    public SampleWindow(double[][] channels) {
        this.channels = channels;
    }

    /// Puts the window somewhere in the arrays.
    ///
    /// @param start where it begins, as a fractional index
    /// @param end where it ends, as a fractional index, above start
    /// @param cycles whole cycles of the fundamental inside, 1 upwards
    /// @param samplesPerSecond of the samples
    /// @param startSeconds of the beginning, since the first sample of the record
    public void place(double start, double end, int cycles, double samplesPerSecond, double startSeconds) {
        this.start = start;
        this.end = end;
        this.cycles = cycles;
        this.samplesPerSecond = samplesPerSecond;
        this.startSeconds = startSeconds;
    }

    /// Sets the angle of a phase's fundamental voltage at the start; see [#voltageRadians].
    public void voltageRadians(int phase, double radians) {
        voltageRadians[phase] = radians;
    }

    /// The array of a channel, V or A. It must not be changed. Empty when no stage needs samples
    /// ([WindowStage#needsSamples]).
    public double[] channel(int channel) {
        return channels[channel];
    }

    /// Beginning, as a fractional index into the channels.
    public double start() {
        return start;
    }

    /// End, as a fractional index into the channels; the start of the next window.
    public double end() {
        return end;
    }

    /// Whole cycles inside.
    public int cycles() {
        return cycles;
    }

    public double samplesPerSecond() {
        return samplesPerSecond;
    }

    /// Beginning, in seconds since the first sample of the record.
    public double startSeconds() {
        return startSeconds;
    }

    /// Length in samples.
    public double samples() {
        return end - start;
    }

    /// Length in seconds.
    public double seconds() {
        return samples() / samplesPerSecond;
    }

    /// End, in seconds since the first sample of the record.
    public double endSeconds() {
        return startSeconds + seconds();
    }

    /// Mean frequency of the fundamental, Hz: cycles by seconds.
    public double hertz() {
        return cycles / seconds();
    }

    /// Angle of a phase's fundamental voltage at the start, radians, by the sine: at 0 the voltage rises through
    /// zero. For a phase without voltage the angle it would have, from the last seen or its neighbours.
    /// Like the channels only told when a stage needs samples.
    public double voltageRadians(int phase) {
        return voltageRadians[phase];
    }
}
