package trefas.device.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.load.LoadRelay;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.RegisterBank;
import trefas.device.tariff.TariffControl;

/// Inputs and outputs of a module (dossier 17).
class ModulePortsTest {

    private static final List<PortSetup> SETUPS = List.of(PortSetup.values());
    private static final long AT = 1_800_000_000L;
    private static final long AT_MILLIS = AT * 1_000;

    private final List<PortEvent> events = new ArrayList<>();
    private final RegisterBank registers = new RegisterBank(EnergyFormat.F72);

    private static ModulePorts ports(PortSetup setup) {
        return new ModulePorts(ModuleSettings.DEFAULT.withPorts(setup));
    }

    private void set(ModulePorts ports, int port, boolean isHigh) {
        ports.portChanged(port, isHigh, AT_MILLIS, events::add);
        ports.secondElapsed(AT + 1, registers, events::add);
    }

    /// Pulses one after the other: high from 0 to `high`, low up to `period`.
    private void pulse(ModulePorts ports, int count, int highMillis, int periodMillis) {
        for (int pulse = 0; pulse < count; pulse++) {
            long begin = AT_MILLIS + (long) pulse * periodMillis;
            ports.portChanged(1, true, begin, events::add);
            ports.portChanged(1, false, begin + highMillis, events::add);
        }
        ports.secondElapsed(AT + count, registers, events::add);
    }

    @ParameterizedTest(name = "{0} {1} {2}: T{3}")
    @CsvSource(textBlock = """
        FOUR_TARIFFS,               0, 0, 1
        FOUR_TARIFFS,               1, 0, 2
        FOUR_TARIFFS,               0, 1, 3
        FOUR_TARIFFS,               1, 1, 4
        FOUR_TARIFFS_INVERTED_SYNC, 0, 0, 4
        FOUR_TARIFFS_INVERTED_SYNC, 1, 1, 1
        TWO_TARIFFS_ALARM,          0, 1, 1
        TWO_TARIFFS_ALARM,          1, 1, 2
        TWO_TARIFFS_INVERTED_ALARM, 1, 1, 1
        PULSE_TWO_TARIFFS,          1, 0, 1
        PULSE_TWO_TARIFFS,          0, 1, 2
        PULSE_SYNC,                 0, 1, 0
        PULSE_ALARM,                1, 1, 0
        """)
    void tariffInputsChooseATariff(PortSetup setup, int first, int second, int tariff) {
        ModulePorts ports = ports(setup);

        set(ports, 1, first == 1);
        set(ports, 2, second == 1);

        assertEquals(tariff, ports.tariff());
        assertEquals(0, TariffControl.NO_TARIFF);
    }

    @Test
    void voltageIsThereBeforeItCounts() {
        ModulePorts ports = ports(PortSetup.FOUR_TARIFFS);

        ports.portChanged(2, true, AT_MILLIS, events::add);
        assertTrue(ports.hasVoltage(2));
        assertFalse(ports.hasVoltage(1));
        assertEquals(1, ports.tariff());
    }

    @ParameterizedTest(name = "{0} {1}, input {2}: {3}")
    @CsvSource(textBlock = """
        PULSE_ALARM,          MILLIS_30,            true,  false
        PULSE_ALARM,          MILLIS_30_WITH_ALARM, true,  true
        PULSE_ALARM,          MILLIS_80_WITH_ALARM, false, false
        PULSE_ALARM_INVERTED, MILLIS_80_WITH_ALARM, false, true
        PULSE_ALARM_INVERTED, MILLIS_80_WITH_ALARM, true,  false
        PULSE_A_PLUS,         MILLIS_80_WITH_ALARM, true,  false
        """)
    void theAlarmInputIsEnabledByZ8AndInvertedByZ3(PortSetup setup, PulseWidth width, boolean isHigh, boolean isAlarm) {
        var ports = new ModulePorts(ModuleSettings.DEFAULT.withPorts(setup).withPulseWidth(width));

        set(ports, 2, isHigh);

        assertEquals(isAlarm, ports.isAlarm());
    }

    // 25 Hz with as little as 10 ms of a level, all counted; 9 ms are bounces.
    @ParameterizedTest(name = "{0} ms of {1} ms: {2} of 50")
    @CsvSource(textBlock = """
        20, 40,  50
        10, 40,  50
        30, 40,  50
        9,  40,  0
        31, 40,  1
        20, 500, 50
        """)
    void pulsesOfUpTo25HzAreCountedOneByOne(int highMillis, int periodMillis, int counted) {
        ModulePorts ports = ports(PortSetup.PULSE_ALARM);

        pulse(ports, 50, highMillis, periodMillis);

        assertEquals(counted, ports.pulseInput());
    }

    @Test
    void contactsBounceAndCountOnce() {
        ModulePorts ports = ports(PortSetup.PULSE_ALARM);
        boolean level = false;
        for (int millis : new int[] {0, 1, 2, 5, 7, 40, 41, 44, 60, 61, 62}) {
            level = !level;
            ports.portChanged(1, level, AT_MILLIS + millis, events::add);
        }
        ports.secondElapsed(AT + 1, registers, events::add);

        assertEquals(2, ports.pulseInput());
        assertEquals(1, ports.pulseInputLevel());
    }

    @ParameterizedTest(name = "factor {0}/1000, {1} pulses: {2}")
    @CsvSource(textBlock = """
        40000,   39, 0
        40000,   40, 1
        40000,   80, 2
        100,     1,  10
        100,     7,  70
        1500,    2,  1
        1500,    3,  2
        1000,    50, 50
        1000000, 999, 0
        1000000, 1000, 1
        """)
    void pulsesAreDividedByTheFactorExactly(int factorThousandths, int pulses, long steps) {
        var ports = new ModulePorts(
                ModuleSettings.DEFAULT.withPorts(PortSetup.PULSE_ALARM).withPulseFactorThousandths(factorThousandths));

        pulse(ports, pulses, 20, 40);

        assertEquals(steps, ports.pulseInput());
    }

    @Test
    void thePulseRegisterCanBeWrittenAndGoesRound() {
        ModulePorts ports = ports(PortSetup.PULSE_ALARM);

        ports.writePulseInput(0xFFFF_FFFFL);
        pulse(ports, 2, 20, 40);

        assertEquals(1, ports.pulseInput());
        assertThrows(IllegalArgumentException.class, () -> ports.writePulseInput(0x1_0000_0000L));
        assertThrows(IllegalArgumentException.class, () -> ports.writePulseInput(-1));
    }

    @Test
    void aPulseOnTheDebitingInputAsksForADebitingStop() {
        pulse(ports(PortSetup.DEBITING_PULSE), 2, 30, 1_000);

        assertEquals(List.of(new PortEvent.DebitingPulse(), new PortEvent.DebitingPulse()), events);
    }

    /// The contact rests closed: its opening counts.
    @Test
    void anInvertedPulseInputCountsWhenTheVoltageGoes() {
        ModulePorts ports = ports(PortSetup.PULSE_INVERTED_SYNC);

        set(ports, 1, true);
        assertEquals(0, ports.pulseInput());
        set(ports, 1, false);
        assertEquals(1, ports.pulseInput());
        set(ports, 1, true);
        assertEquals(1, ports.pulseInput());
    }

    @Test
    void theLoadAnswersAndRelaysHaveTheirPorts() {
        ModulePorts ports = ports(PortSetup.LOAD_STATUS_LOAD);
        set(ports, 1, true);

        assertTrue(ports.isLoadOn());
        assertEquals(2, ports.portOf(LoadRelay.LOAD_1));
        assertEquals(0, ports.portOf(LoadRelay.LOAD_2));
        assertEquals(1, ports(PortSetup.LOAD_1_LOAD_2).portOf(LoadRelay.LOAD_1));
        assertEquals(2, ports(PortSetup.LOAD_1_LOAD_2).portOf(LoadRelay.LOAD_2));
        assertEquals(2, ports(PortSetup.PULSE_SYNC).portOf(LoadRelay.LOAD_1));
        assertEquals(2, ports(PortSetup.PULSE_LOAD_CHANGE).portOf(LoadRelay.LOAD_1));
    }

    @ParameterizedTest(name = "{0} pulses/kWh, {1} W: {2} in an hour")
    @CsvSource(textBlock = """
        1,    1000,  1
        1,    999,   0
        7,    3000,  21
        1000, 43470, 43470
        100,  15000, 1500
        """)
    void asManyPulsesLeaveAsTheEnergyMakes(int pulsesPerKilowattHour, long watts, int pulses) {
        var ports = new ModulePorts(ModuleSettings.DEFAULT
                .withPorts(PortSetup.R_PLUS_A_PLUS)
                .withPulsesPerKilowattHour(pulsesPerKilowattHour));
        ports.secondElapsed(AT, registers, events::add);

        for (int second = 1; second <= 3_600; second++) {
            registers.addOneSecond(EnergyRegister.A_PLUS, watts * 1_000);
            ports.secondElapsed(AT + second, registers, events::add);
        }

        assertEquals(pulses, count(2));
        assertEquals(0, count(1));
    }

    @Test
    void eachOutputHasItsRegister() {
        assertOutput(PortSetup.A_MINUS_A_PLUS, EnergyRegister.A_MINUS, 1);
        assertOutput(PortSetup.A_MINUS_A_PLUS, EnergyRegister.A_PLUS, 2);
        assertOutput(PortSetup.R_PLUS_A_PLUS, EnergyRegister.R_PLUS, 1);
        assertOutput(PortSetup.TWO_TARIFFS_A_PLUS, EnergyRegister.A_PLUS, 2);
    }

    private void assertOutput(PortSetup setup, EnergyRegister register, int port) {
        ModulePorts ports = ports(setup);
        events.clear();
        ports.secondElapsed(AT, registers, events::add);
        registers.addOneSecond(register, 3_600_000_000L);
        ports.secondElapsed(AT + 1, registers, events::add);

        assertEquals(List.of(new PortEvent.OutputPulses(port, 1, 0, 1_000, 30)), events);
    }

    // 60 kW is the most 1 000 pulses/kWh of 30 ms can tell, 22.5 kW with 80 ms. Above that pulses wait or are lost.
    @ParameterizedTest(name = "{0}, {1} W: {2} wait for {3} s")
    @CsvSource(textBlock = """
        MILLIS_30, 60000, 0,     3600
        MILLIS_30, 66000, 6000,  3600
        MILLIS_80, 22500, 0,     3600
        MILLIS_80, 43470, 10000, 3600
        """)
    void pulsesKeepTheirDistance(PulseWidth width, long watts, int waiting, int seconds) {
        var ports = new ModulePorts(ModuleSettings.DEFAULT
                .withPorts(PortSetup.R_PLUS_A_PLUS)
                .withPulseWidth(width)
                .withPulsesPerKilowattHour(1_000));
        ports.secondElapsed(AT, registers, events::add);
        long free = Long.MIN_VALUE;
        int sent = 0;
        for (int second = 1; second <= seconds; second++) {
            events.clear();
            registers.addOneSecond(EnergyRegister.A_PLUS, watts * 1_000);
            ports.secondElapsed(AT + second, registers, events::add);
            for (PortEvent event : events) {
                if (event instanceof PortEvent.OutputPulses train) {
                    assertTrue(train.apartMillis() >= width.periodMillis());
                    long begins = second * 1_000L + train.firstMillis();
                    assertTrue(begins >= free, "too early in second " + second);
                    long last = begins + (long) (train.count() - 1) * train.apartMillis();
                    assertTrue(last < (second + 1) * 1_000L, "too late in second " + second);
                    free = last + width.periodMillis();
                    sent += train.count();
                }
            }
        }
        int made = (int) (watts * seconds / 3_600);
        int room = seconds * 1_000 / width.periodMillis();

        assertTrue(Math.abs(Math.min(made, room) - sent) <= 20, sent + " of " + made);
        // What waits is sent when the load is gone.
        events.clear();
        for (int second = seconds + 1; second <= 2 * seconds; second++) {
            ports.secondElapsed(AT + second, registers, events::add);
        }
        assertTrue(Math.abs(waiting - count(2)) <= 20, count(2) + " waited");
    }

    @Test
    void anOutputThatIsSetUpAnewDoesNotSendWhatWasCountedBefore() {
        ModulePorts ports = ports(PortSetup.UNUSED);
        registers.addOneSecond(EnergyRegister.A_PLUS, 3_600_000_000_000L);

        ports.change(ports.settings().withPorts(PortSetup.R_PLUS_A_PLUS));
        ports.secondElapsed(AT, registers, events::add);
        ports.secondElapsed(AT + 1, registers, events::add);

        assertEquals(List.of(), events);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        99,      1
        1000001, 1
        1000,    0
        1000,    1001
        """)
    void factorAndConstantHaveTheirRanges(int factorThousandths, int pulsesPerKilowattHour) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ModuleSettings(
                        PortSetup.UNUSED,
                        PulseWidth.MILLIS_30,
                        PulseUnit.NONE,
                        factorThousandths,
                        pulsesPerKilowattHour));
    }

    /// Two modules live the same life; one of them is written and read back at any moment.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void readingBackARecordChangesNothing(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        ModuleSettings settings = ModuleSettings.DEFAULT.withPulsesPerKilowattHour(1_000);
        var ports = new ModulePorts(settings);
        var restored = new ModulePorts(settings);
        var eventsRestored = new ArrayList<PortEvent>();
        for (int second = 0; second < 20_000; second++) {
            long at = AT + second;
            if (random.nextInt(200) == 0) {
                settings = settings.withPorts(SETUPS.get(random.nextInt(SETUPS.size())))
                        .withPulseWidth(PulseWidth.ofCode(1 + random.nextInt(4)).orElseThrow())
                        .withPulseFactorThousandths(100 + random.nextInt(5_000));
                ports.change(settings);
                restored.change(settings);
            }
            int millis = 0;
            while (true) {
                millis += 1 + random.nextInt(400);
                if (millis >= 1_000) {
                    break;
                }
                int port = 1 + random.nextInt(2);
                boolean isHigh = random.nextBoolean();
                boolean stepped = ports.portChanged(port, isHigh, at * 1_000 + millis, events::add);
                assertEquals(stepped, restored.portChanged(port, isHigh, at * 1_000 + millis, eventsRestored::add));
            }
            registers.addOneSecond(EnergyRegister.A_PLUS, random.nextInt(80_000_000));
            registers.addOneSecond(EnergyRegister.R_PLUS, random.nextInt(1_000_000));
            long before = ports.pulseInput();
            boolean stepped = ports.secondElapsed(at + 1, registers, events::add);

            assertEquals(stepped, restored.secondElapsed(at + 1, registers, eventsRestored::add));
            assertEquals(stepped, ports.pulseInput() != before);
            assertEquals(events, eventsRestored);
            assertEquals(ports.pulseInput(), restored.pulseInput());
            assertEquals(ports.tariff(), restored.tariff());
            assertEquals(ports.isAlarm(), restored.isAlarm());
            events.clear();
            eventsRestored.clear();
            if (random.nextInt(20) == 0) {
                var record = ByteBuffer.allocate(ModulePorts.recordLength());
                restored.write(record);
                restored = new ModulePorts(settings);
                assertTrue(restored.read(record.flip()));
            }
        }
    }

    // Offsets: pulse register 8, two levels of 9, two outputs of 20 octets.
    @ParameterizedTest(name = "octet {0} is {1}")
    @CsvSource(textBlock = """
        4,  -1
        8,  4
        9,  -1
        17, 4
        26, -2
        34, -1
        42, -1
        44, 127
        """)
    void aRecordOfNonsenseChangesNothing(int octet, int value) {
        ModulePorts ports = ports(PortSetup.PULSE_ALARM);
        ports.writePulseInput(42);
        var record = ByteBuffer.allocate(ModulePorts.recordLength());
        ports(PortSetup.UNUSED).write(record);
        record.put(octet, (byte) value).flip();

        assertFalse(ports.read(record));
        assertFalse(ports.read(ByteBuffer.allocate(ModulePorts.recordLength() - 1)));
        assertEquals(42, ports.pulseInput());
    }

    private long count(int port) {
        return events.stream()
                .mapToLong(event ->
                        event instanceof PortEvent.OutputPulses train && train.port() == port ? train.count() : 0)
                .sum();
    }
}
