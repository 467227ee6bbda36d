package trefas.simulation.waveform;

/// A load as its current: how much, in what shape, and what it does when the voltage moves.
///
/// @param name for people
/// @param profile how much and when
/// @param signature the shape; of no meaning for a linear load, whose shape is the voltage's
/// @param response what it does when the voltage moves
/// @param gate when it is switched in whole cycles
public record WaveformLoad(
        String name, LoadProfile profile, HarmonicSignature signature, Response response, BurstGate gate) {

    /// What the current does when the voltage moves.
    public enum Response {
        /// A resistance in series with an inductance or a capacitance: every order of the voltage drives
        /// its own current.
        LINEAR,
        /// Current of the signature's shape in proportion to the fundamental voltage, at once.
        FOLLOWS,
        /// Electronics: the current stays as it is, down to [#HOLDING_PART_MIN] of the declared voltage;
        /// below there is none.
        HOLDS
    }

    /// Below this part of the declared voltage electronics give up.
    public static final double HOLDING_PART_MIN = 0.4;

    /// The same load, switched in whole cycles.
    public WaveformLoad switchedBy(BurstGate burst) {
        return new WaveformLoad(name, profile, signature, response, burst);
    }
}
