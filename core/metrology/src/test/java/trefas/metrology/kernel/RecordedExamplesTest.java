package trefas.metrology.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.SampleBlock;
import trefas.metrology.SummationMethod;
import trefas.metrology.TenCycleValues;

/// The five computed recordings of 16 bits against their exact answers: the mean over the whole record.
class RecordedExamplesTest {

    private static final int OCTETS = 20;
    private static final double VOLTS = 0.0244148075808;
    private static final double AMPERES = 0.00366222113712;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ex_balanced,       10000, 50,    1, 2768.1450963,  899.4248638,   231,         400.1037365
                    ex_harmonics_49p8, 12800, 49.8,  2, 3481.3914693,  2282.4188040,  229.2746353, 397.0360765
                    ex_unbalanced,     10000, 50.05, 2, 3495.2202342,  -816.8521115,  236.5,       406.0335481
                    ex_export_QIII,    10000, 50,    1, -7504.2284767, -3499.2792072, 230,         398.3716857
                    """)
    void theTotalsAreThoseOfTheComponents(
            String name,
            double rate,
            double hertz,
            double seconds,
            double watts,
            double vars,
            double volts,
            double lineVolts)
            throws IOException {
        List<TenCycleValues> seen = new ArrayList<>();
        var energy = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER);
        measure(name, rate, seen, energy);

        for (TenCycleValues each : seen) {
            assertEquals(hertz, each.frequency(), 1e-3);
            assertEquals(volts, each.l1().voltage(), volts * 60e-6);
            assertEquals(lineVolts, each.voltage12(), lineVolts * 60e-6);
            assertEquals(watts, each.activePower(), each.arithmeticApparentPower() * 60e-6);
            assertEquals(vars, each.reactivePower(), each.arithmeticApparentPower() * 60e-6);
        }
        EnergyRegister register = watts < 0 ? EnergyRegister.ACTIVE_EXPORT : EnergyRegister.ACTIVE_IMPORT;
        double wattHours = Math.abs(watts) * seconds / 3_600;
        assertEquals(wattHours, energy.total().wattHours(register), wattHours * 60e-6);
    }

    @ParameterizedTest
    @CsvSource({"ex_dip_L2_55"})
    void aDipOfOnePhaseLeavesTheWindowsAlone(String name) throws IOException {
        List<TenCycleValues> seen = new ArrayList<>();
        measure(name, 10_000, seen, new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER));
        double hertz = seen.getFirst().frequency();

        for (TenCycleValues each : seen) {
            assertEquals(hertz, each.frequency(), 1e-3);
        }
    }

    private static void measure(String name, double rate, List<TenCycleValues> seen, FourQuadrantEnergy energy)
            throws IOException {
        var kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of((_, values) -> seen.add(values), energy));
        ByteBuffer octets;
        try (InputStream stream =
                Objects.requireNonNull(RecordedExamplesTest.class.getResourceAsStream("/synthetic/" + name + ".dat"))) {
            octets = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        var block = new SampleBlock(SampleBlock.CAPACITY);
        while (octets.remaining() >= OCTETS) {
            block.begin(rate, true);
            int length = Math.min(block.capacity(), octets.remaining() / OCTETS);
            for (int k = 0; k < length; k++) {
                octets.getLong();
                for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                    block.channel(channel)[k] = octets.getShort() * (channel < 3 ? VOLTS : AMPERES);
                }
            }
            block.length(length);
            kernel.accept(block);
        }
        kernel.finish();
    }
}
