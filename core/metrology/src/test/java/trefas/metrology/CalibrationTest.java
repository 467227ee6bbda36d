package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final double RATE = 10_000;
    private static final int LENGTH = 1_000;

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

    private static double wave(int channel, double n) {
        return (channel + 1) * Math.sin(2 * Math.PI * 50 * n / RATE);
    }

    @Test
    void noConstantsLeaveEveryBit() {
        SampleBlock block = block();
        new Calibration(CalibrationConstants.NONE).apply(block);
        SampleBlock untouched = block();
        assertEquals(LENGTH, block.length());
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            assertArrayEquals(untouched.channel(channel), block.channel(channel));
        }
    }

    @Test
    void eachChannelIsCorrectedByItsOwnConstants() {
        List<ChannelCalibration> channels =
                new ArrayList<>(Collections.nCopies(SampleBlock.CHANNELS, ChannelCalibration.NONE));
        channels.set(4, new ChannelCalibration(0.25, 1.5, 30e-6));
        SampleBlock block = block();
        new Calibration(new CalibrationConstants(channels)).apply(block);

        assertEquals(LENGTH - (2 * DelayLine.MARGIN), block.length());
        for (int n = 0; n < block.length(); n++) {
            int input = n + DelayLine.MARGIN;
            assertEquals(wave(0, input), block.channel(0)[n]);
            // 30 us late at 10 kHz is 0.3 samples: the value wanted stands that much later among the samples.
            assertEquals((wave(4, input + 0.3) - 0.25) * 1.5, block.channel(4)[n], 2e-5);
        }
    }

    @Test
    void constantsThatCannotBeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ChannelCalibration(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new CalibrationConstants(List.of(ChannelCalibration.NONE)));
    }
}
