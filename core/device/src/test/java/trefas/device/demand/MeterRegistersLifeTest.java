package trefas.device.demand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.log.CapturePeriod;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;
import trefas.device.register.RegisterBank;
import trefas.device.register.TariffRegisters;

/// A seeded life of loads, outages, clocks set, tariffs and debiting stops, of a meter that is killed again and again
/// and of its twin that never is.
class MeterRegistersLifeTest {

    private static final int MAX_WATTS = 40_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aRestartAtAnyMomentChangesNothingAndTheSumsHold(long seed) {
        var random = new Random(seed);
        MeasuredEnergies measured = List.of(MeasuredEnergies.values()).get((int) (seed % 3));
        var killed = new RegistersOnBench(measured, 1);
        var twin = new RegistersOnBench(measured, 1);
        for (int step = 0; step < 1_500; step++) {
            befall(random.nextInt(12), random.nextLong(), killed);
            byte[] before = killed.record();
            killed.restart();
            assertArrayEquals(before, killed.record(), "step " + step);
        }
        random = new Random(seed);
        for (int step = 0; step < 1_500; step++) {
            befall(random.nextInt(12), random.nextLong(), twin);
            assertRules(twin, measured);
        }

        assertArrayEquals(twin.record(), killed.record());
        assertEquals(
                twin.registers().hours().seconds(), killed.registers().hours().seconds());
        assertTrue(twin.registers().hours().hours() > 100);
    }

    private static void befall(int kind, long chance, RegistersOnBench bench) {
        var random = new Random(chance);
        switch (kind) {
            case 0, 1, 2 -> bench.load(random.nextInt(2 * MAX_WATTS) - MAX_WATTS, random.nextInt(20_000) - 10_000);
            case 3 -> bench.registers().activateTariff(1 + random.nextInt(TariffRegisters.TARIFF_MAX));
            case 4 -> bench.outage(random.nextInt(random.nextBoolean() ? 100 : 5_000));
            case 5 -> bench.setClock(bench.now() + random.nextInt(4_000) - 2_000);
            case 6 -> {
                if (random.nextInt(10) == 0) {
                    bench.registers().debitingStop();
                }
            }
            case 7 -> bench.registers().resetTrip(Quantity.ALL.get(random.nextInt(Quantity.ALL.size())));
            case 8 -> {
                CapturePeriod[] periods = CapturePeriod.values();
                bench.demand().change(bench.demand().settings().withPeriod(periods[random.nextInt(periods.length)]));
            }
            default -> bench.run(1 + random.nextInt(2_500));
        }
    }

    private static void assertRules(RegistersOnBench bench, MeasuredEnergies measured) {
        MeterRegisters registers = bench.registers();
        RegisterBank energies = registers.energies();
        for (Quantity quantity : Quantity.ALL) {
            long sum = 0;
            for (int tariff = 1; tariff <= TariffRegisters.TARIFF_MAX; tariff++) {
                sum += registers.tariffs().milliwattSeconds(quantity, tariff);
            }
            assertEquals(energies.milliwattSeconds(quantity.energy()), sum, quantity::powerTitle);
            assertTrue(measured.has(quantity) || sum == 0);
            Peaks peaks = registers.demand().peaks();
            for (int tariff = 1; tariff < quantity.peakCount(); tariff++) {
                assertTrue(peaks.milliwatts(quantity, tariff) <= peaks.milliwatts(quantity, 0), "a part is no more");
            }
            assertTrue(peaks.milliwatts(quantity, 0) <= 1_000 * (MAX_WATTS + 10_000), "nor more than flowed");
        }
        if (measured.hasExport()) {
            long phases = energies.milliwattSeconds(EnergyRegister.A_PLUS_L1)
                    - energies.milliwattSeconds(EnergyRegister.A_MINUS_L1);
            assertEquals(phases, energies.netMilliwattSeconds());
        }
    }

    // Peaks and means counted once more, second by second and without registers, in periods nothing befalls.
    @Test
    void peaksAreTheGreatestMeansOfTheirTariffs() {
        var random = new Random(11);
        var bench = new RegistersOnBench();
        long[] greatest = new long[TariffRegisters.TARIFF_MAX + 1];
        for (int period = 0; period < 400; period++) {
            long[] energy = new long[greatest.length];
            for (int seconds = 0; seconds < 900; ) {
                int stretch = Math.min(900 - seconds, 1 + random.nextInt(random.nextBoolean() ? 900 : 100));
                int watts = random.nextInt(3, MAX_WATTS);
                int tariff = 1 + random.nextInt(TariffRegisters.TARIFF_MAX);
                bench.registers().activateTariff(tariff);
                bench.load(watts, 0).run(stretch);
                energy[0] += 1_000L * watts * stretch;
                energy[tariff] += 1_000L * watts * stretch;
                seconds += stretch;
            }
            for (int tariff = 0; tariff < greatest.length; tariff++) {
                greatest[tariff] = Math.max(greatest[tariff], energy[tariff] / 900);
                assertEquals(greatest[tariff], bench.demand().peaks().milliwatts(Quantity.A_PLUS, tariff));
            }
            assertEquals(energy[0] / 900, bench.demand().means().milliwatts(Quantity.A_PLUS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationOfARecordIsRefused(MeasuredEnergies measured) {
        var bench = new RegistersOnBench(measured, 0);
        bench.load(3_000, 0).run(1_000);
        bench.registers().activateTariff(2);
        bench.run(100);
        byte[] record = new byte[bench.registers().recordLength()];
        bench.registers().write(ByteBuffer.wrap(record));
        for (int length = 0; length < record.length; length++) {
            assertFalse(bench.registers().read(ByteBuffer.wrap(record, 0, length)), "length " + length);
        }
        assertTrue(bench.registers().read(ByteBuffer.wrap(record)));
    }

    @Test
    void octetsFromElsewhereNeverThrow() {
        var random = new Random(12);
        var bench = new RegistersOnBench();
        bench.load(3_000, 1_000).run(1_000);
        bench.registers().activateTariff(2);
        bench.run(10);
        byte[] record = bench.record();
        for (int i = 0; i < 50_000; i++) {
            byte[] other = record.clone();
            int at = RegisterBank.recordLength() + random.nextInt(other.length - RegisterBank.recordLength());
            other[at] = (byte) random.nextInt();
            var registers =
                    new MeterRegisters(EnergyFormat.F63, MeasuredEnergies.FOUR_QUADRANTS, DemandSettings.DEFAULT, 0);
            var from = ByteBuffer.wrap(other);
            assertTrue(registers.energies().read(from));
            if (registers.read(from) && i % 100 == 0) {
                new RegistersOnBench(registers).load(3_000, -1_000).run(1_000);
            }
        }
    }

    // A meter that was updated: its record knows energies only.
    @Test
    void aRecordOfEnergiesAloneGoesOn() {
        var old = new RegistersOnBench();
        old.load(3_000, 0).run(10_000);
        var record = ByteBuffer.allocate(RegisterBank.recordLength());
        old.registers().energies().write(record);
        var updated = new RegistersOnBench();
        assertTrue(updated.registers().energies().read(record.flip()));

        updated.load(1_000, 0).run(900);

        long counted = 1_000_000L * (3_000 * 10 + 900);
        assertEquals(counted, updated.registers().tariffs().milliwattSeconds(Quantity.A_PLUS, 1));
        assertEquals(counted, updated.registers().trips().milliwattSeconds(Quantity.A_PLUS));
        assertEquals(1_000_000, updated.demand().peaks().milliwatts(Quantity.A_PLUS, 0));
    }
}
