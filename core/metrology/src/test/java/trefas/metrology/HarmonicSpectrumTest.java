package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmonicSpectrumTest {

    private static final int U1 = SampleBlock.voltage(0);
    private static final int I1 = SampleBlock.current(0);

    private final HarmonicSpectrum spectrum = new HarmonicSpectrum(HarmonicSpectrum.ORDERS);

    private void polar(int channel, int order, double rms, double degrees) {
        Phasor phasor = Phasor.polar(rms, degrees);
        spectrum.set(channel, order, phasor.real(), phasor.imaginary(), rms, rms, 0);
    }

    // Angle of the fundamental voltage, order, its angle, what remains.
    @ParameterizedTest(name = "order {1} at {2} against {0}")
    @CsvSource({
        "0, 5, 30, 30",
        "10, 1, -20, -30",
        "10, 5, 30, -20",
        "100, 3, 0, 60",
        "-170, 2, 170, 150",
        "20, 3, -120, 180",
        "20, 3, 60.001, 0.001",
    })
    void anglesToTheFundamentalDoNotDependOnTheWindow(double fundamental, int order, double angle, double expected) {
        polar(U1, 1, 230, fundamental);
        polar(I1, order, 3, angle);

        assertEquals(expected, spectrum.angleToFundamental(I1, order), 1e-9);
    }

    @Test
    void nothingHasNoAngle() {
        polar(U1, 1, 230, 77);

        assertEquals(0, spectrum.angleToFundamental(I1, 5), 0.0);
        assertEquals(0, spectrum.angleToFundamental(U1, 0), 0.0);
    }

    @Test
    void powersOfAnOrderTellItsDirection() {
        polar(U1, 5, 10, 0);
        polar(I1, 5, 2, 180);

        assertEquals(-20, spectrum.activePower(0, 5), 1e-12);
        assertEquals(0, spectrum.reactivePower(0, 5), 1e-12);
    }

    @Test
    void budeanuAddsTheOrders() {
        polar(U1, 1, 230, 0);
        polar(I1, 1, 10, -30);
        polar(U1, 3, 10, 0);
        polar(I1, 3, 2, 90);

        assertEquals(1150 - 20, spectrum.budeanu(0), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 41})
    void otherOrdersAreRefused(int order) {
        assertThrows(IllegalArgumentException.class, () -> spectrum.rms(U1, order));
    }
}
