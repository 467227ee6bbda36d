package trefas.simulation.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.Calibration;
import trefas.metrology.CalibrationConstants;
import trefas.metrology.ChannelCalibration;
import trefas.metrology.DelayLine;
import trefas.metrology.SampleBlock;

/// Each error alone has its analytic effect on a sine of 325 V and 10 A peak, and calibration removes it.
class AnalogueFrontEndTest {

    private static final double RATE = 10_000;
    private static final int LENGTH = 4_000;
    private static final int VOLTAGE = SampleBlock.voltage(1);
    private static final int CURRENT = SampleBlock.current(1);
    private static final double VOLTS_PEAK = 325;
    private static final double AMPERES_PEAK = 10;

    private static double wave(int channel, double n) {
        double peak = channel < SampleBlock.current(0) ? VOLTS_PEAK : AMPERES_PEAK;
        return peak * Math.sin((2 * Math.PI * 50 * n / RATE) - (channel * 0.4));
    }

    private static SampleBlock block() {
        var block = new SampleBlock(LENGTH);
        block.begin(RATE, false);
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            for (int n = 0; n < LENGTH; n++) {
                block.channel(channel)[n] = wave(channel, n);
            }
        }
        block.length(LENGTH);
        return block;
    }

    private static FrontEndErrors with(int channel, ChannelErrors errors) {
        List<ChannelErrors> channels = new ArrayList<>(Collections.nCopies(SampleBlock.CHANNELS, ChannelErrors.NONE));
        channels.set(channel, errors);
        return new FrontEndErrors(channels, Converter.IDEAL, 23, 1);
    }

    private static SampleBlock through(FrontEndErrors errors, double celsius) {
        SampleBlock block = block();
        new AnalogueFrontEnd(errors, celsius).apply(block);
        return block;
    }

    private static SampleBlock corrected(SampleBlock block, int channel, ChannelCalibration calibration) {
        List<ChannelCalibration> channels =
                new ArrayList<>(Collections.nCopies(SampleBlock.CHANNELS, ChannelCalibration.NONE));
        channels.set(channel, calibration);
        new Calibration(new CalibrationConstants(channels)).apply(block);
        return block;
    }

    @Test
    void theIdealFrontEndLeavesEveryBit() {
        SampleBlock block = through(FrontEndErrors.IDEAL, 55);
        SampleBlock untouched = block();
        assertEquals(LENGTH, block.length());
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            assertArrayEquals(untouched.channel(channel), block.channel(channel));
        }
    }

    @ParameterizedTest(name = "{0} % and {1} ppm/K at {2} C: factor {3}")
    @CsvSource({
        "0.8,   0, 55, 1.008",
        "-1.5,  0, 23, 0.985",
        "0,    50, 23, 1",
        "0,    50, 43, 1.001",
        "1,   -30, -40, 1.0119089"
    })
    void aGainErrorAndItsDriftScaleTheChannel(double percent, double drift, double celsius, double factor) {
        SampleBlock block = through(with(CURRENT, new ChannelErrors(percent, 0, 0, drift, 0, 0, 0)), celsius);
        for (int n = 0; n < LENGTH; n++) {
            assertEquals(factor * wave(CURRENT, n), block.channel(CURRENT)[n], 1e-9);
            assertEquals(wave(VOLTAGE, n), block.channel(VOLTAGE)[n]);
        }
        corrected(block, CURRENT, new ChannelCalibration(0, 1 / factor, 0));
        for (int n = 0; n < LENGTH; n++) {
            assertEquals(wave(CURRENT, n), block.channel(CURRENT)[n], 1e-9);
        }
    }

    @Test
    void anOffsetIsAdded() {
        SampleBlock block = through(with(VOLTAGE, new ChannelErrors(0, 0.25, 0, 0, 0, 0, 0)), 23);
        for (int n = 0; n < LENGTH; n++) {
            assertEquals(wave(VOLTAGE, n) + 0.25, block.channel(VOLTAGE)[n], 1e-12);
        }
        corrected(block, VOLTAGE, new ChannelCalibration(0.25, 1, 0));
        for (int n = 0; n < LENGTH; n++) {
            assertEquals(wave(VOLTAGE, n), block.channel(VOLTAGE)[n], 1e-12);
        }
    }

    @ParameterizedTest(name = "{0} us and {1} ns/K at {2} C: {3} us")
    @CsvSource({"30, 0, 55, 30", "-12.5, 0, 23, -12.5", "0, 100, 43, 2", "500, 0, 23, 500", "200, 0, 23, 200"})
    void aDelayedChannelIsLateAndTheOthersStayInStep(double microseconds, double drift, double celsius, double late) {
        SampleBlock block = through(with(CURRENT, new ChannelErrors(0, 0, microseconds, 0, drift, 0, 0)), celsius);
        assertEquals(LENGTH - (2 * DelayLine.MARGIN), block.length());
        for (int n = 0; n < block.length(); n++) {
            int input = n + DelayLine.MARGIN;
            assertEquals(wave(CURRENT, input - (late * 1e-6 * RATE)), block.channel(CURRENT)[n], 3e-5);
            assertEquals(wave(VOLTAGE, input), block.channel(VOLTAGE)[n]);
        }
        int length = block.length();
        corrected(block, CURRENT, new ChannelCalibration(0, 1, late * 1e-6));
        assertEquals(length - (2 * DelayLine.MARGIN), block.length());
        for (int n = 0; n < block.length(); n++) {
            assertEquals(wave(CURRENT, n + (2 * DelayLine.MARGIN)), block.channel(CURRENT)[n], 6e-5);
        }
    }

    @Test
    void theCurrentPicksUpItsOwnVoltage() {
        SampleBlock block = through(with(CURRENT, new ChannelErrors(0, 0, 0, 0, 0, 0, 2e-6)), 23);
        for (int n = 0; n < LENGTH; n++) {
            assertEquals(wave(CURRENT, n) + (2e-6 * wave(VOLTAGE, n)), block.channel(CURRENT)[n], 1e-12);
        }
    }

    @Test
    void noiseHasItsRmsNoMeanAndIsTheSameForTheSameSeed() {
        FrontEndErrors errors = with(VOLTAGE, new ChannelErrors(0, 0, 0, 0, 0, 0.5, 0));
        SampleBlock block = through(errors, 23);
        double sum = 0;
        double squares = 0;
        for (int n = 0; n < LENGTH; n++) {
            double noise = block.channel(VOLTAGE)[n] - wave(VOLTAGE, n);
            sum += noise;
            squares += noise * noise;
        }
        assertEquals(0.5, Math.sqrt(squares / LENGTH), 0.02);
        assertEquals(0, sum / LENGTH, 0.03);
        assertArrayEquals(block.channel(VOLTAGE), through(errors, 23).channel(VOLTAGE));
        FrontEndErrors otherwise = new FrontEndErrors(errors.channels(), errors.converter(), 23, 2);
        assertTrue(Math.abs(through(otherwise, 23).channel(VOLTAGE)[0] - block.channel(VOLTAGE)[0]) > 1e-6);
    }

    @ParameterizedTest(name = "{0} bits")
    @CsvSource({"16", "24"})
    void aConverterRoundsToItsSteps(int bits) {
        SampleBlock block = through(FrontEndErrors.ideal(Converter.ofBits(bits)), 23);
        double step = 120 / Math.pow(2, bits - 1);
        double largest = 0;
        for (int n = 0; n < LENGTH; n++) {
            double sample = block.channel(CURRENT)[n];
            assertEquals(0, Math.IEEEremainder(sample, step), 1e-12);
            largest = Math.max(largest, Math.abs(sample - wave(CURRENT, n)));
        }
        assertTrue(largest <= (step / 2) + 1e-12);
        assertTrue(largest > step / 4);
    }

    @Test
    void aConverterClipsAtTheEndsOfItsRange() {
        var converter = new Converter(16, 300, 120);
        SampleBlock block = through(FrontEndErrors.ideal(converter), 23);
        double highest = 0;
        double lowest = 0;
        for (int n = 0; n < LENGTH; n++) {
            highest = Math.max(highest, block.channel(VOLTAGE)[n]);
            lowest = Math.min(lowest, block.channel(VOLTAGE)[n]);
        }
        assertEquals(300 - (300.0 / 32_768), highest, 1e-9);
        assertEquals(-300, lowest, 1e-9);
    }

    @Test
    void whatNoFrontEndCanBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ChannelErrors(-100, 0, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ChannelErrors(0, 0, 501, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new ChannelErrors(0, 0, 0, 0, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> Converter.ofBits(1));
        assertThrows(IllegalArgumentException.class, () -> new Converter(24, 0, 120));
        assertThrows(IllegalArgumentException.class, () -> new FrontEndErrors(List.of(), Converter.IDEAL, 23, 1));
    }
}
