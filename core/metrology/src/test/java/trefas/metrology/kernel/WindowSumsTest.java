package trefas.metrology.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.SampleBlock;

/// Plain loops and Vector API give the same sums. The module of the latter is on in this module's tests.
class WindowSumsTest {

    private static final int SAMPLES = 700;
    private static final double[] WEIGHTS = {0.1, -0.2, 0.3, 0, 1, 0.5, -0.7, 0.9};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 31, 100, 255, 256})
    void bothImplementationsAgree(int length) {
        assertSame(VectorSums.INSTANCE, WindowSums.fastest());
        double[][] channels = new double[SampleBlock.CHANNELS][SAMPLES];
        for (int channel = 0; channel < channels.length; channel++) {
            for (int k = 0; k < SAMPLES; k++) {
                channels[channel][k] = 300 * Math.sin(0.0317 * k * (channel + 1) + channel) + 3;
            }
        }
        var table = new SineTable();
        table.tune(0.0314, PlainSums.INSTANCE);
        double[] plain = new double[WindowSums.COUNT];
        double[] vector = new double[WindowSums.COUNT];
        for (int from : new int[] {0, 3, 64, 101}) {
            PlainSums.INSTANCE.sum(channels, from, length, table.sine(), table.cosine(), plain);
            VectorSums.INSTANCE.sum(channels, from, length, table.sine(), table.cosine(), vector);
            for (int i = 0; i < WindowSums.COUNT; i++) {
                assertEquals(plain[i], vector[i], 1e-12 * 300 * 300 * Math.max(1, length));
            }
            PlainSums.INSTANCE.sumWeighted(channels, from, WEIGHTS, table.sine(), table.cosine(), plain);
            VectorSums.INSTANCE.sumWeighted(channels, from, WEIGHTS, table.sine(), table.cosine(), vector);
            for (int i = 0; i < WindowSums.COUNT; i++) {
                assertEquals(plain[i], vector[i], 1e-12 * 300 * 300);
            }
            double[] plainSix = new double[6];
            double[] vectorSix = new double[6];
            PlainSums.INSTANCE.demodulateVoltages(channels, from, length, table.sine(), table.cosine(), plainSix);
            VectorSums.INSTANCE.demodulateVoltages(channels, from, length, table.sine(), table.cosine(), vectorSix);
            assertArrayEquals(plainSix, vectorSix, 1e-12 * 300 * Math.max(1, length));
            double[] plainPair = new double[2];
            double[] vectorPair = new double[2];
            PlainSums.INSTANCE.demodulate(channels[1], from, length, table.sine(), table.cosine(), plainPair);
            VectorSums.INSTANCE.demodulate(channels[1], from, length, table.sine(), table.cosine(), vectorPair);
            assertEquals(plainPair[0], vectorPair[0], 1e-12 * 300 * Math.max(1, length));
            assertEquals(plainPair[1], vectorPair[1], 1e-12 * 300 * Math.max(1, length));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.0314, 0.3, 0.7})
    void theTableOfSinesIsRightToTheLastDigits(double radiansPerSample) {
        var table = new SineTable();
        table.tune(radiansPerSample, VectorSums.INSTANCE);
        for (int k = 0; k < SineTable.LENGTH; k++) {
            assertEquals(Math.sin(radiansPerSample * k), table.sine()[k], 1e-13);
            assertEquals(Math.cos(radiansPerSample * k), table.cosine()[k], 1e-13);
        }
    }
}
