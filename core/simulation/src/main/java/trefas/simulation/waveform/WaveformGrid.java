package trefas.simulation.waveform;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.Phasor;

/// The three voltages of a grid and everything that may be wrong with them. Balanced sines of 230 V and 50
/// Hz to begin with; each `with` adds a fault. Fundamentals given as phasors make unbalance, a missing
/// phase ([Phasor#ZERO]) and the reversed sequence.
///
/// @param declaredVolts what percent of voltages refer to, and where loads draw what their profile says, V
/// @param hertz mean frequency
/// @param l1 fundamental of L1, V rms
/// @param l2 fundamental of L2
/// @param l3 fundamental of L3
/// @param harmonics harmonics and interharmonics on every phase that has voltage, at most [#HARMONICS_MAX].
///     Loads draw no current at interharmonics.
/// @param wander how the frequency moves
/// @param voltageWander how the voltages move
/// @param flicker how all voltages are modulated
/// @param disturbances phases that are something else for a while, at most [#DISTURBANCES_MAX]
/// @param neutralLoss when the neutral is broken
/// @param noiseVolts measured noise in each voltage, V rms
/// @param noiseAmperes measured noise in each current, A rms
public record WaveformGrid(
        double declaredVolts,
        double hertz,
        Phasor l1,
        Phasor l2,
        Phasor l3,
        List<GridHarmonic> harmonics,
        FrequencyWander wander,
        VoltageWander voltageWander,
        Flicker flicker,
        List<VoltageDisturbance> disturbances,
        NeutralLoss neutralLoss,
        double noiseVolts,
        double noiseAmperes) {

    /// The lowest and highest mean frequency, Hz.
    public static final double HERTZ_MIN = 40;

    public static final double HERTZ_MAX = 70;

    /// The highest fundamental voltage and the highest declared voltage, V rms.
    public static final double VOLTS_MAX = 500;

    public static final int HARMONICS_MAX = 100;
    public static final int DISTURBANCES_MAX = 1_000;

    private static final double THIRD_DEGREES = 120;

    public WaveformGrid {
        if (!(declaredVolts > 0 && declaredVolts <= VOLTS_MAX)
                || Math.max(l1.magnitude(), Math.max(l2.magnitude(), l3.magnitude())) > VOLTS_MAX) {
            throw new IllegalArgumentException("a voltage is up to " + VOLTS_MAX + " V");
        }
        if (!(hertz >= HERTZ_MIN && hertz <= HERTZ_MAX)) {
            throw new IllegalArgumentException("a frequency is " + HERTZ_MIN + " to " + HERTZ_MAX + " Hz: " + hertz);
        }
        if (harmonics.size() > HARMONICS_MAX || disturbances.size() > DISTURBANCES_MAX) {
            throw new IllegalArgumentException("a grid has up to " + HARMONICS_MAX + " harmonics and "
                    + DISTURBANCES_MAX + " disturbances: " + harmonics.size() + ", " + disturbances.size());
        }
        if (!(noiseVolts >= 0 && noiseAmperes >= 0)) {
            throw new IllegalArgumentException("noise is not negative: " + noiseVolts + " V, " + noiseAmperes + " A");
        }
        harmonics = List.copyOf(harmonics);
        disturbances = List.copyOf(disturbances);
    }

    /// Balanced sines in the order L1 L2 L3.
    public static WaveformGrid balanced(double volts, double hertz) {
        return new WaveformGrid(
                volts,
                hertz,
                Phasor.polar(volts, 0),
                Phasor.polar(volts, -THIRD_DEGREES),
                Phasor.polar(volts, THIRD_DEGREES),
                List.of(),
                FrequencyWander.NONE,
                VoltageWander.NONE,
                Flicker.NONE,
                List.of(),
                NeutralLoss.NEVER,
                0,
                0);
    }

    public WaveformGrid withDeclaredVolts(double volts) {
        return new WaveformGrid(
                volts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                wander,
                voltageWander,
                flicker,
                disturbances,
                neutralLoss,
                noiseVolts,
                noiseAmperes);
    }

    public WaveformGrid withFundamentals(Phasor first, Phasor second, Phasor third) {
        return new WaveformGrid(
                declaredVolts,
                hertz,
                first,
                second,
                third,
                harmonics,
                wander,
                voltageWander,
                flicker,
                disturbances,
                neutralLoss,
                noiseVolts,
                noiseAmperes);
    }

    /// L2 and L3 change places.
    public WaveformGrid reversed() {
        return withFundamentals(l1, l3, l2);
    }

    public WaveformGrid withHarmonics(List<GridHarmonic> added) {
        var all = new ArrayList<>(harmonics);
        all.addAll(added);
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                all,
                wander,
                voltageWander,
                flicker,
                disturbances,
                neutralLoss,
                noiseVolts,
                noiseAmperes);
    }

    public WaveformGrid withWander(FrequencyWander movement) {
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                movement,
                voltageWander,
                flicker,
                disturbances,
                neutralLoss,
                noiseVolts,
                noiseAmperes);
    }

    public WaveformGrid withVoltageWander(VoltageWander movement) {
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                wander,
                movement,
                flicker,
                disturbances,
                neutralLoss,
                noiseVolts,
                noiseAmperes);
    }

    public WaveformGrid withFlicker(Flicker modulation) {
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                wander,
                voltageWander,
                modulation,
                disturbances,
                neutralLoss,
                noiseVolts,
                noiseAmperes);
    }

    public WaveformGrid withDisturbances(List<VoltageDisturbance> added) {
        var all = new ArrayList<>(disturbances);
        all.addAll(added);
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                wander,
                voltageWander,
                flicker,
                all,
                neutralLoss,
                noiseVolts,
                noiseAmperes);
    }

    /// Without dips, swells, rapid changes, flicker, loss of neutral and slow movement of the voltage.
    WaveformGrid withoutDisturbances() {
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                wander,
                VoltageWander.NONE,
                Flicker.NONE,
                List.of(),
                NeutralLoss.NEVER,
                noiseVolts,
                noiseAmperes);
    }

    public WaveformGrid withNeutralLoss(NeutralLoss loss) {
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                wander,
                voltageWander,
                flicker,
                disturbances,
                loss,
                noiseVolts,
                noiseAmperes);
    }

    public WaveformGrid withNoise(double volts, double amperes) {
        return new WaveformGrid(
                declaredVolts,
                hertz,
                l1,
                l2,
                l3,
                harmonics,
                wander,
                voltageWander,
                flicker,
                disturbances,
                neutralLoss,
                volts,
                amperes);
    }

    /// The fundamental of a phase, V rms.
    public Phasor fundamental(int phase) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }
}
