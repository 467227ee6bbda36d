package trefas.simulation.waveform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import trefas.metrology.Phasor;
import trefas.metrology.SymmetricalComponents;
import trefas.metrology.VoltageEvent;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// What a scenario is by construction: the exact means over its whole length, to compare a measurement
/// with. Means of powers are arithmetic, of voltages and currents the root of the mean square.
///
/// @param seconds length
/// @param frequency turns by seconds, Hz
/// @param l1 first phase
/// @param l2 second phase
/// @param l3 third phase
/// @param voltage12 rms of U1 - U2, V
/// @param voltage23 rms of U2 - U3, V
/// @param voltage31 rms of U3 - U1, V
/// @param neutralCurrent rms of I1 + I2 + I3, A
/// @param isSteady whether nothing changes but the frequency. Otherwise fundamentals, distortion and
///     unbalance of a whole record depend on how a meter averages them, and only rms values, powers and
///     events should be compared.
/// @param events what the voltages do, in order
public record WaveformFacts(
        double seconds,
        double frequency,
        PhaseFacts l1,
        PhaseFacts l2,
        PhaseFacts l3,
        double voltage12,
        double voltage23,
        double voltage31,
        double neutralCurrent,
        boolean isSteady,
        List<VoltageEvent> events) {

    public WaveformFacts {
        events = List.copyOf(events);
    }

    /// One phase.
    ///
    /// @param voltage rms of everything, V
    /// @param current rms of everything, A
    /// @param activePower of everything, W
    /// @param reactivePower of the fundamentals (Q1), var
    /// @param budeanu reactive power over all orders by Budeanu, var
    /// @param fundamentalVoltage mean phasor in the frame of L1's undisturbed voltage, V
    /// @param fundamentalCurrent mean phasor in the same frame, A
    /// @param voltageThd orders 2 to 40, percent of the fundamental
    /// @param currentThd orders 2 to 40, percent of the fundamental
    public record PhaseFacts(
            double voltage,
            double current,
            double activePower,
            double reactivePower,
            double budeanu,
            Phasor fundamentalVoltage,
            Phasor fundamentalCurrent,
            double voltageThd,
            double currentThd) {

        private void putInto(Map<String, Double> values, String prefix, boolean isSteady) {
            values.put(prefix + "U", voltage);
            values.put(prefix + "I", current);
            values.put(prefix + "P", activePower);
            values.put(prefix + "Q1", reactivePower);
            values.put(prefix + "Q_budeanu", budeanu);
            values.put(prefix + "S", apparentPower());
            values.put(prefix + "PF", powerFactor());
            if (isSteady) {
                values.put(prefix + "cosphi1", cosPhi1());
                values.put(prefix + "U1", fundamentalVoltage.magnitude());
                values.put(prefix + "I1", fundamentalCurrent.magnitude());
                values.put(prefix + "THD_U", voltageThd);
                values.put(prefix + "THD_I", currentThd);
            }
        }

        /// U times I, VA.
        public double apparentPower() {
            return voltage * current;
        }

        /// P by S; 1 without apparent power.
        public double powerFactor() {
            return apparentPower() == 0 ? 1 : activePower / apparentPower();
        }

        /// Cosine between the fundamentals with the sign of P1; 1 when one is missing.
        public double cosPhi1() {
            double apparent = fundamentalVoltage.magnitude() * fundamentalCurrent.magnitude();
            return apparent == 0 ? 1 : fundamentalVoltage.activePower(fundamentalCurrent) / apparent;
        }
    }

    /// A phase, 0 to 2.
    public PhaseFacts phase(int phase) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }

    /// Net active power, W.
    public double activePower() {
        return l1.activePower + l2.activePower + l3.activePower;
    }

    /// Net reactive power of the fundamentals, var.
    public double reactivePower() {
        return l1.reactivePower + l2.reactivePower + l3.reactivePower;
    }

    /// Sum of U times I, VA.
    public double arithmeticApparentPower() {
        return l1.apparentPower() + l2.apparentPower() + l3.apparentPower();
    }

    /// Root of net P squared and net Q1 squared, VA.
    public double vectorApparentPower() {
        return Math.hypot(activePower(), reactivePower());
    }

    /// Net active energy of the whole length, Wh.
    public double wattHours() {
        return activePower() * seconds / 3_600;
    }

    /// Every number by the key it has in reports (`L1.U`, `total.P`), V, A, in V, A, W, var, VA, Hz and
    /// percent. What should not be compared because the scenario is not steady is missing.
    public SequencedMap<String, Double> values() {
        var values = new LinkedHashMap<String, Double>();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phase(phase).putInto(values, "L" + (phase + 1) + ".", isSteady);
        }
        values.put("total.P", activePower());
        values.put("total.Q1", reactivePower());
        values.put("total.S_arith", arithmeticApparentPower());
        values.put("total.S_vector", vectorApparentPower());
        values.put("total.f", frequency);
        values.put("total.U12", voltage12);
        values.put("total.U23", voltage23);
        values.put("total.U31", voltage31);
        values.put("total.IN", neutralCurrent);
        if (isSteady) {
            values.put("total.u2_percent", voltageComponents().negativePercent());
            values.put("total.u0_percent", voltageComponents().zeroPercent());
        }
        return values;
    }

    /// Sequence components of the fundamental voltages.
    public SymmetricalComponents voltageComponents() {
        return SymmetricalComponents.of(l1.fundamentalVoltage, l2.fundamentalVoltage, l3.fundamentalVoltage);
    }

    /// Order of the voltages.
    public PhaseSequence sequence() {
        return voltageComponents().sequence();
    }
}
