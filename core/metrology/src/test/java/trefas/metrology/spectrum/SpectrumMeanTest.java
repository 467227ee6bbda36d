package trefas.metrology.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;

class SpectrumMeanTest {

    private static final int ORDERS = 40;
    private static final int U1 = SampleBlock.voltage(0);
    private static final int U2 = SampleBlock.voltage(1);
    private static final int I1 = SampleBlock.current(0);
    private static final int I2 = SampleBlock.current(1);

    private final SpectrumMean mean = new SpectrumMean(ORDERS);

    /// A spectrum with one order of one phase beside its fundamental, seen from a window that starts late.
    private static HarmonicSpectrum seen(double lateDegrees, int order, double volts, double amperes, double lag) {
        HarmonicSpectrum spectrum = new HarmonicSpectrum(ORDERS);
        polar(spectrum, U1, 1, 230, lateDegrees);
        polar(spectrum, I1, 1, 10, lateDegrees - 30);
        polar(spectrum, U1, order, volts, order * lateDegrees);
        polar(spectrum, I1, order, amperes, order * lateDegrees - lag);
        return spectrum;
    }

    private static void polar(HarmonicSpectrum spectrum, int channel, int order, double rms, double degrees) {
        double radians = Math.toRadians(degrees);
        spectrum.set(channel, order, rms * Math.cos(radians), rms * Math.sin(radians), rms + 1, rms + 2, rms + 3);
    }

    @Test
    void nothingAddedIsNothing() {
        HarmonicSpectrum nothing = mean.mean();

        assertEquals(0, mean.spectra());
        assertEquals(0, nothing.rms(U1, 1), 0.0);
        assertEquals(0, nothing.budeanu(0), 0.0);
        assertEquals(0, nothing.thd(I1), 0.0);
    }

    @Test
    void rmsValuesAreRootMeanSquares() {
        mean.add(seen(0, 5, 3, 1, 0));
        mean.add(seen(0, 5, 4, 1, 0));

        HarmonicSpectrum both = mean.mean();

        assertEquals(2, mean.spectra());
        assertEquals(Math.sqrt(12.5), both.rms(U1, 5), 1e-12);
        assertEquals(Math.sqrt((16 + 25) / 2.0), both.subgroup(U1, 5), 1e-12);
        assertEquals(Math.sqrt((25 + 36) / 2.0), both.group(U1, 5), 1e-12);
        assertEquals(Math.sqrt((36 + 49) / 2.0), both.interharmonicSubgroup(U1, 5), 1e-12);
        assertEquals(230, both.rms(U1, 1), 1e-12);
        assertEquals(100 * Math.sqrt(12.5) / 230, both.thd(U1), 1e-12);
    }

    @Test
    void windowsMayStartWhereTheyLike() {
        for (int late = 0; late < 360; late += 7) {
            mean.add(seen(late, 7, 5, 2, 40));
        }

        HarmonicSpectrum all = mean.mean();

        assertEquals(0, all.harmonic(U1, 1).degrees(), 1e-9);
        assertEquals(-30, all.harmonic(I1, 1).degrees(), 1e-9);
        assertEquals(5, all.rms(U1, 7), 1e-12);
        assertEquals(-40, all.angleToFundamental(I1, 7), 1e-9);
        double vars = 230 * 10 * Math.sin(Math.toRadians(30)) + 5 * 2 * Math.sin(Math.toRadians(40));
        assertEquals(vars, all.budeanu(0), 1e-9);
        assertEquals(5 * 2 * Math.cos(Math.toRadians(40)), all.activePower(0, 7), 1e-12);
    }

    @Test
    void powersOfAnOrderAreMeansAndNotProductsOfMeans() {
        // The voltage is there in one half, the current in the other: together they never made power.
        mean.add(seen(0, 5, 8, 0, 0));
        mean.add(seen(0, 5, 0, 6, 90));

        HarmonicSpectrum both = mean.mean();

        assertEquals(Math.sqrt(32), both.rms(U1, 5), 1e-12);
        assertEquals(Math.sqrt(18), both.rms(I1, 5), 1e-12);
        assertEquals(0, both.reactivePower(0, 5), 1e-12);
        assertEquals(230 * 10 * 0.5, both.budeanu(0), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void aShorterWindowCountsLess(double weight) {
        mean.add(seen(0, 5, 3, 1, 0), 1);
        mean.add(seen(0, 5, 6, 1, 0), weight);

        assertEquals(Math.sqrt((9 + 36 * weight) / (1 + weight)), mean.mean().rms(U1, 5), 1e-12);
    }

    @Test
    void aMeanOfMeansIsTheMeanOfAll() {
        SpectrumMean first = new SpectrumMean(ORDERS);
        SpectrumMean second = new SpectrumMean(ORDERS);
        for (int i = 0; i < 6; i++) {
            HarmonicSpectrum spectrum = seen(31 * i, 11, i, 6 - i, 10 * i);
            mean.add(spectrum);
            (i < 3 ? first : second).add(spectrum);
        }
        SpectrumMean nested = new SpectrumMean(ORDERS);
        nested.add(first.mean());
        nested.add(second.mean());

        HarmonicSpectrum all = mean.mean();
        HarmonicSpectrum means = nested.mean();

        assertEquals(all.rms(I1, 11), means.rms(I1, 11), 1e-12);
        assertEquals(all.budeanu(0), means.budeanu(0), 1e-9);
        assertEquals(all.activePower(0, 11), means.activePower(0, 11), 1e-12);
    }

    @Test
    void withoutVoltageAChannelsOwnFundamentalIsTheReference() {
        for (int late = 0; late < 90; late += 10) {
            HarmonicSpectrum spectrum = new HarmonicSpectrum(ORDERS);
            polar(spectrum, I2, 1, 10, late);
            polar(spectrum, I2, 3, 4, 3 * late + 60);
            mean.add(spectrum);
        }

        HarmonicSpectrum all = mean.mean();

        assertEquals(60, all.angleToFundamental(I2, 3), 1e-9);
        assertEquals(0, all.rms(U2, 1), 0.0);
    }

    @Test
    void clearingForgetsAll() {
        mean.add(seen(0, 5, 3, 1, 0));
        mean.clear();
        mean.add(seen(0, 5, 4, 1, 0));

        assertEquals(1, mean.spectra());
        assertEquals(4, mean.mean().rms(U1, 5), 1e-12);
    }

    @Test
    void otherOrdersAndWeightlessSpectraAreRefused() {
        HarmonicSpectrum fifty = new HarmonicSpectrum(50);
        HarmonicSpectrum forty = new HarmonicSpectrum(ORDERS);
        assertThrows(IllegalArgumentException.class, () -> mean.add(fifty));
        assertThrows(IllegalArgumentException.class, () -> mean.add(forty, 0));
        assertThrows(IllegalArgumentException.class, () -> mean.add(forty, Double.NaN));
    }
}
