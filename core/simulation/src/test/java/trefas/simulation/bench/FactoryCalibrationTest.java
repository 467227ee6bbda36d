package trefas.simulation.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import trefas.metrology.CalibrationConstants;
import trefas.quantity.AccuracyClass;
import trefas.simulation.frontend.ChannelErrors;
import trefas.simulation.frontend.Converter;
import trefas.simulation.frontend.FrontEndErrors;

/// A factory must find, from the outside, what was put inside.
class FactoryCalibrationTest {

    private static final List<ChannelErrors> CHANNELS = List.of(
            new ChannelErrors(0.8, 0.06, 1.5, 10, 0, 0.02, 0),
            new ChannelErrors(-0.5, -0.04, 4.5, -10, 0, 0.02, 0),
            new ChannelErrors(0.3, 0.02, -2, 10, 0, 0.02, 0),
            new ChannelErrors(1.2, 0.002, 12, 20, 1, 0.0005, 0),
            new ChannelErrors(-0.9, -0.003, 18, -20, 2, 0.0005, 0),
            new ChannelErrors(0.7, 0.001, -9, 15, -1, 0.0005, 0));

    private static MeterUnderTest meter() {
        return MeterUnderTest.uncalibrated(new FrontEndErrors(CHANNELS, Converter.ofBits(24), 23, 7));
    }

    @Test
    void theConstantsAreTheErrorsTurnedRound() {
        CalibrationConstants constants = FactoryCalibration.calibrate(meter(), AccuracyRun.VOLTS, AccuracyRun.HERTZ, 5);
        double first = CHANNELS.getFirst().delayMicroseconds();
        for (int channel = 0; channel < CHANNELS.size(); channel++) {
            ChannelErrors errors = CHANNELS.get(channel);
            boolean isVoltage = channel < 3;
            assertEquals(errors.offset(), constants.channel(channel).offset(), isVoltage ? 1e-3 : 3e-5);
            assertEquals(1, constants.channel(channel).gain() * (1 + (errors.gainPercent() / 100)), 2e-5);
            // Delays are told against the voltage of L1: a delay of everything is no error.
            double late = (errors.delayMicroseconds() - first) * 1e-6;
            assertEquals(late, constants.channel(channel).advanceSeconds(), 3e-8);
        }
    }

    @Test
    void aMeterThatFailsClassBIsInsideClassCOnceCalibrated() {
        MeterUnderTest raw = meter();
        assertFalse(new AccuracyRun(AccuracyClass.B, raw).points().stream().allMatch(PointResult::isInside));
        CalibrationConstants constants = FactoryCalibration.calibrate(raw, AccuracyRun.VOLTS, AccuracyRun.HERTZ, 5);
        List<PointResult> points = new AccuracyRun(AccuracyClass.C, raw.with(constants)).points();
        assertTrue(points.stream().allMatch(PointResult::isInside));
        points.stream()
                .filter(point -> point.point().reference().isEmpty())
                .forEach(point -> assertEquals(0, point.errorPercent(), 0.02, point.toString()));
    }
}
