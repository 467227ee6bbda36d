package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import trefas.metrology.CalibrationConstants;
import trefas.metrology.ChannelCalibration;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.metrology.TenCycleValues;
import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.Loading;
import trefas.metrology.accuracy.TestCondition;
import trefas.quantity.Phase;

/// Finds the calibration constants of a meter as its factory does, on the bench at the reference temperature:
///
/// 1. nothing applied: the mean of each channel is its offset;
/// 2. Un and Iref at PF 1: the fundamentals give the gains, the angles between the voltages give their delays;
/// 3. Un and Iref at PF 0.5 inductive, where an angle counts most: active against reactive power gives the delay of
///    each current behind its voltage.
public final class FactoryCalibration {

    private static final double OFFSET_SECONDS = 2;

    private FactoryCalibration() {}

    /// The constants that correct a meter; those it has are not used.
    ///
    /// @param volts rated voltage
    /// @param hertz rated frequency
    /// @param amperes reference current
    public static CalibrationConstants calibrate(MeterUnderTest meter, double volts, double hertz, double amperes) {
        double[] offsets = offsets(meter.with(CalibrationConstants.NONE), hertz);
        MeterUnderTest centred = meter.with(constants(offsets, new double[0], new double[0]));
        TestCondition unity = TestCondition.reference(volts, hertz, amperes, LoadAngle.UNITY, Loading.BALANCED);
        List<TenCycleValues> windows = new TestBench(centred).windows(unity);
        double[] gains = gains(windows, volts, amperes);
        double[] delays = voltageDelays(windows, hertz);
        TestCondition half = TestCondition.reference(volts, hertz, amperes, LoadAngle.HALF_INDUCTIVE, Loading.BALANCED);
        addCurrentDelays(new TestBench(centred).windows(half), hertz, delays);
        return constants(offsets, gains, delays);
    }

    private static double[] offsets(MeterUnderTest meter, double hertz) {
        TestCondition nothing = TestCondition.reference(0, hertz, 0, LoadAngle.UNITY, Loading.BALANCED);
        double[] sums = new double[SampleBlock.CHANNELS];
        long[] count = new long[1];
        new TestBench(meter).samples(nothing, OFFSET_SECONDS, block -> {
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                for (int n = 0; n < block.length(); n++) {
                    sums[channel] += block.channel(channel)[n];
                }
            }
            count[0] += block.length();
        });
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            sums[channel] /= count[0];
        }
        return sums;
    }

    private static double[] gains(List<TenCycleValues> windows, double volts, double amperes) {
        double[] gains = new double[SampleBlock.CHANNELS];
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int index = phase;
            gains[SampleBlock.voltage(phase)] = volts
                    / mean(
                            windows,
                            values -> values.phase(index).fundamentalVoltage().magnitude());
            gains[SampleBlock.current(phase)] = amperes
                    / mean(
                            windows,
                            values -> values.phase(index).fundamentalCurrent().magnitude());
        }
        return gains;
    }

    /// How late each voltage is against that of L1, s.
    private static double[] voltageDelays(List<TenCycleValues> windows, double hertz) {
        double[] delays = new double[SampleBlock.CHANNELS];
        for (int phase = 1; phase < Phase.COUNT; phase++) {
            int index = phase;
            double late = mean(windows, values -> {
                Phasor first = values.l1().fundamentalVoltage();
                Phasor other = values.phase(index).fundamentalVoltage();
                Phasor expected = first.turned(-2 * Math.PI * index / Phase.COUNT);
                return -other.times(expected.conjugate()).radians();
            });
            delays[SampleBlock.voltage(phase)] = late / (2 * Math.PI * hertz);
        }
        return delays;
    }

    /// How late each current is: its lag beyond the angle of the load, and the delay of its voltage.
    private static void addCurrentDelays(List<TenCycleValues> windows, double hertz, double[] delays) {
        double expected = Math.toRadians(LoadAngle.HALF_INDUCTIVE.degrees());
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int index = phase;
            double late = mean(windows, values -> {
                PhaseValues measured = values.phase(index);
                return Math.atan2(measured.reactivePower(), measured.fundamentalActivePower()) - expected;
            });
            delays[SampleBlock.current(phase)] = delays[SampleBlock.voltage(phase)] + (late / (2 * Math.PI * hertz));
        }
    }

    private static double mean(List<TenCycleValues> windows, ToDoubleFunction<TenCycleValues> of) {
        return windows.stream().mapToDouble(of).average().orElseThrow();
    }

    private static CalibrationConstants constants(double[] offsets, double[] gains, double[] delays) {
        var channels = new ArrayList<ChannelCalibration>();
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            channels.add(new ChannelCalibration(
                    offsets[channel],
                    gains.length == 0 ? 1 : gains[channel],
                    delays.length == 0 ? 0 : delays[channel]));
        }
        return new CalibrationConstants(channels);
    }
}
