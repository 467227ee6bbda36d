package trefas.simulation.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.SampleBlock;
import trefas.metrology.accuracy.LoadAngle;
import trefas.metrology.accuracy.Loading;
import trefas.metrology.accuracy.TestCondition;
import trefas.quantity.AccuracyClass;
import trefas.simulation.frontend.ChannelErrors;
import trefas.simulation.frontend.Converter;
import trefas.simulation.frontend.FrontEndErrors;

/// The whole chain on the bench: exact waveforms, front end, kernel, registers, pulses.
class AccuracyRunTest {

    private static final TestCondition REFERENCE =
            TestCondition.reference(AccuracyRun.VOLTS, AccuracyRun.HERTZ, 5, LoadAngle.UNITY, Loading.BALANCED);

    private static MeterUnderTest withBits(int bits) {
        return MeterUnderTest.uncalibrated(FrontEndErrors.ideal(Converter.ofBits(bits)));
    }

    @ParameterizedTest(name = "class {0}, {1} bits: every point within {2} %")
    @CsvSource({"A, 0, 0.000001", "C, 0, 0.000001", "B, 24, 0.0001", "C, 24, 0.0001", "B, 16, 0.01"})
    void everyPointIsFarInsideItsLimit(AccuracyClass accuracyClass, int bits, double percent) {
        List<PointResult> points = new AccuracyRun(accuracyClass, withBits(bits)).points();
        assertTrue(points.size() > 100);
        for (PointResult point : points) {
            assertTrue(point.isInside());
            assertEquals(0, point.errorPercent(), percent, point.point().toString());
        }
    }

    @Test
    void withTwentyFourBitsTheMeterStartsStaysStillAndKeepsEveryLimit() {
        AccuracyResult result = new AccuracyRun(AccuracyClass.B, withBits(24)).result();
        assertTrue(result.isInside());
        assertTrue(result.largestErrorPercent() <= 0.01);
        assertEquals(
                List.of(1L, 1L, 1L, 0L, 0L),
                result.registrations().stream().map(RegistrationResult::pulses).toList());
        for (RegistrationResult start : result.registrations().subList(0, 3)) {
            assertEquals(start.dueSeconds(), start.firstSeconds(), 1e-4 * start.dueSeconds());
        }
        // Balanced: Imin at one power factor, three currents at three; each single phase: three at three. Four bands.
        assertEquals(4 * (10 + 27), result.composites().size());
    }

    /// A gain of +0.6 % in the voltages and +0.8 % in the currents makes 1.4 % more energy at any load.
    @Test
    void aGainErrorShowsAtEveryLoadAndFailsClassB() {
        List<ChannelErrors> channels = new ArrayList<>(Collections.nCopies(3, gain(0.6)));
        channels.addAll(Collections.nCopies(3, gain(0.8)));
        var run = new AccuracyRun(
                AccuracyClass.B, MeterUnderTest.uncalibrated(new FrontEndErrors(channels, Converter.IDEAL, 23, 1)));
        double expected = 100 * ((1.006 * 1.008) - 1);
        assertEquals(expected, run.errorPercent(REFERENCE), 1e-6);
        assertEquals(expected, run.errorPercent(REFERENCE.withVolts(207)), 1e-6);
        List<PointResult> points = run.points();
        assertFalse(points.stream().allMatch(PointResult::isInside));
        // An additional error is not touched by a gain.
        points.stream()
                .filter(point -> point.point().group().equals("voltage"))
                .forEach(point -> assertEquals(0, point.errorPercent(), 1e-6));
    }

    /// A current that is late by delta has the error cos(phi + delta) / cos(phi) - 1: nothing at PF 1, -sqrt(3) delta
    /// at PF 0.5 inductive, +0.75 delta at PF 0.8 capacitive.
    @ParameterizedTest
    @CsvSource({"UNITY", "HALF_INDUCTIVE", "EIGHT_TENTHS_CAPACITIVE"})
    void aLateCurrentShowsByThePowerFactor(LoadAngle angle) {
        List<ChannelErrors> channels = new ArrayList<>(Collections.nCopies(3, ChannelErrors.NONE));
        channels.addAll(Collections.nCopies(3, new ChannelErrors(0, 0, 20, 0, 0, 0, 0)));
        var run = new AccuracyRun(
                AccuracyClass.B, MeterUnderTest.uncalibrated(new FrontEndErrors(channels, Converter.IDEAL, 23, 1)));
        double phi = Math.toRadians(angle.degrees());
        double delta = 2 * Math.PI * 50 * 20e-6;
        TestCondition condition = TestCondition.reference(230, 50, 5, angle, Loading.BALANCED);
        assertEquals(100 * ((Math.cos(phi + delta) / Math.cos(phi)) - 1), run.errorPercent(condition), 5e-4);
    }

    /// A drift of 30 ppm/K in each channel makes 60 ppm/K of energy.
    @Test
    void aDriftShowsWithTemperature() {
        var drifting = new ChannelErrors(0, 0, 0, 30, 0, 0, 0);
        var frontEnd = new FrontEndErrors(Collections.nCopies(SampleBlock.CHANNELS, drifting), Converter.IDEAL, 23, 1);
        var run = new AccuracyRun(AccuracyClass.B, MeterUnderTest.uncalibrated(frontEnd));
        double factor = 1 + (30e-6 * (55 - 23));
        assertEquals(0, run.errorPercent(REFERENCE), 1e-6);
        assertEquals(100 * ((factor * factor) - 1), run.errorPercent(REFERENCE.withCelsius(55)), 1e-6);
    }

    /// 2 uA/V of coupling adds 0.46 mA in step with the voltage: 0.184 % at 0.25 A, a twentieth of that at 5 A.
    @Test
    void couplingShowsAtLowCurrents() {
        List<ChannelErrors> channels = new ArrayList<>(Collections.nCopies(3, ChannelErrors.NONE));
        channels.addAll(Collections.nCopies(3, new ChannelErrors(0, 0, 0, 0, 0, 0, 2e-6)));
        var run = new AccuracyRun(
                AccuracyClass.B, MeterUnderTest.uncalibrated(new FrontEndErrors(channels, Converter.IDEAL, 23, 1)));
        TestCondition low = TestCondition.reference(230, 50, 0.25, LoadAngle.UNITY, Loading.BALANCED);
        assertEquals(0.184, run.errorPercent(low), 1e-6);
        assertEquals(0.0092, run.errorPercent(REFERENCE), 1e-6);
    }

    private static ChannelErrors gain(double percent) {
        return new ChannelErrors(percent, 0, 0, 0, 0, 0, 0);
    }
}
