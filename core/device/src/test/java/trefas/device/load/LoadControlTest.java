package trefas.device.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.MeterClock;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SamplePlans;
import trefas.device.tariff.WorkCalendar;

/// Two relays, what they follow, and when they do (dossier 9).
class LoadControlTest {

    private static final MeterClock CLOCK = new MeterClock(1, true);
    /// 13:30 in summer.
    private static final long NOON = Instant.parse("2027-07-07T11:30:00Z").getEpochSecond();
    private static final long SEED = 21_830_417;

    /// Active from 13:31 to 14:00.
    private static final PlanSet PLANS = new PlanSet(
            List.of(SamplePlans.everyDay(
                    "Afternoon", SamplePlans.day(PlanValue.RELAY_POSITION, "00:00 0, 13:31 1, 14:00 0"))),
            WorkCalendar.DEFAULT);

    private final List<RelaySwitched> switched = new ArrayList<>();
    private long now = NOON;

    private static LoadSettings settings(RelaySettings relay1, int delaySeconds) {
        return new LoadSettings(relay1, RelaySettings.DEFAULT, delaySeconds, PLANS);
    }

    private static RelaySettings mode(RelayMode mode) {
        return RelaySettings.DEFAULT.withMode(mode);
    }

    private void second(LoadControl control, int tariff) {
        second(control, tariff, TariffSync.NONE);
    }

    private void second(LoadControl control, int tariff, TariffSync sync) {
        control.secondElapsed(now++, CLOCK, true, tariff, sync, switched::add);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
        0, DISABLED
        1, TARIFF
        2, REGISTER
        3, PLAN
        """)
    void modesHaveTheCodesOfModeSelector(int code, RelayMode mode) {
        assertEquals(mode, RelayMode.ofCode(code).orElseThrow());
        assertEquals(code, new LoadControl(settings(mode(mode), 0), SEED).mode(LoadRelay.LOAD_1));
        assertTrue(RelayMode.ofCode(4).isEmpty());
    }

    @ParameterizedTest(name = "mask {0}: tariffs {1}")
    @CsvSource(textBlock = """
        0,   ''
        1,   1
        2,   2
        128, 8
        130, 28
        255, 12345678
        """)
    void bitNMinus1OfTheMaskIsTariffN(int mask, String activeIn) {
        var relay = RelaySettings.DEFAULT.withTariffMask(mask);
        var tariffs = new StringBuilder();
        var list = new ArrayList<Integer>();
        for (int tariff = 1; tariff <= 8; tariff++) {
            if (relay.isActiveIn(tariff)) {
                tariffs.append(tariff);
                list.add(tariff);
            }
        }

        assertEquals(activeIn, tariffs.toString());
        assertEquals(mask, RelaySettings.tariffMask(list));
    }

    @ParameterizedTest(name = "{0}, default active {1}, clock valid {2}, T{3}: {4}")
    @CsvSource(textBlock = """
        DISABLED, false, true,  2, false
        DISABLED, true,  true,  1, true
        TARIFF,   false, true,  1, false
        TARIFF,   false, true,  2, true
        TARIFF,   true,  false, 1, false
        REGISTER, false, true,  2, false
        REGISTER, true,  true,  2, true
        PLAN,     false, true,  2, false
        PLAN,     true,  true,  2, false
        PLAN,     true,  false, 2, true
        """)
    void aRelayIsWantedAsItsModeSays(
            RelayMode mode, boolean activeByDefault, boolean clockIsValid, int tariff, boolean isActive) {
        var control = new LoadControl(settings(new RelaySettings(mode, 0b10, activeByDefault, 1), 3_600), SEED);

        control.secondElapsed(NOON, CLOCK, clockIsValid, tariff, TariffSync.NONE, switched::add);

        assertEquals(isActive, control.isWanted(LoadRelay.LOAD_1));
        // The first second after a start puts the relays straight, without delay.
        assertEquals(
                List.of(new RelaySwitched(LoadRelay.LOAD_1, isActive), new RelaySwitched(LoadRelay.LOAD_2, false)),
                switched);
    }

    @Test
    void aPlanThatIsNotThereGivesTheDefaultState() {
        var relay = new RelaySettings(RelayMode.PLAN, 0, true, 2);
        var control = new LoadControl(settings(relay, 0), SEED);

        second(control, 1);

        assertTrue(control.isActive(LoadRelay.LOAD_1));
        assertEquals("", control.usageProfileInfo(LoadRelay.LOAD_1));
        assertEquals(0, control.seasonProfile(LoadRelay.LOAD_1));
    }

    @Test
    void aPlanSwitchesARelayAndTellsItsName() {
        var control = new LoadControl(settings(mode(RelayMode.PLAN), 0), SEED);
        var active = new ArrayList<Boolean>();
        for (long until = NOON + 31 * 60; now < until; ) {
            second(control, 1);
            active.add(control.isActive(LoadRelay.LOAD_1));
        }

        assertEquals(60, active.indexOf(true));
        assertEquals(30 * 60 - 1, active.lastIndexOf(true));
        assertEquals("Afternoon", control.usageProfileInfo(LoadRelay.LOAD_1));
        assertEquals(1, control.seasonProfile(LoadRelay.LOAD_1));
        assertEquals("", control.usageProfileInfo(LoadRelay.LOAD_2));
    }

    @Test
    void becomingActiveWaitsForTheRandomDelayAndBecomingInactiveDoesNot() {
        var relay = mode(RelayMode.TARIFF).withTariffMask(0b10);
        var control = new LoadControl(settings(relay, 600), SEED);
        second(control, 1);
        switched.clear();

        second(control, 2);
        int delay = control.remainingDelaySeconds(LoadRelay.LOAD_1);
        assertTrue(delay > 0 && delay <= 600, "a delay of " + delay);
        assertTrue(control.isWanted(LoadRelay.LOAD_1));
        for (int left = delay; left > 0; left--) {
            assertFalse(control.isActive(LoadRelay.LOAD_1));
            assertEquals(left, control.remainingDelaySeconds(LoadRelay.LOAD_1));
            second(control, 2);
        }
        assertTrue(control.isActive(LoadRelay.LOAD_1));
        assertEquals(0, control.remainingDelaySeconds(LoadRelay.LOAD_1));

        second(control, 1);
        assertFalse(control.isActive(LoadRelay.LOAD_1));
        assertEquals(
                List.of(new RelaySwitched(LoadRelay.LOAD_1, true), new RelaySwitched(LoadRelay.LOAD_1, false)),
                switched);
    }

    @Test
    void aRelayNotWantedAnyMoreStopsWaiting() {
        var relay = mode(RelayMode.TARIFF).withTariffMask(0b10);
        var control = new LoadControl(settings(relay, 10_800), SEED);
        second(control, 1);
        switched.clear();

        second(control, 2);
        second(control, 2);
        second(control, 1);

        assertEquals(0, control.remainingDelaySeconds(LoadRelay.LOAD_1));
        assertEquals(List.of(), switched);
    }

    // TD p57, note: a restart of the meter stops the delay and puts the relays straight.
    @Test
    void aRestartStopsTheDelayAndPutsTheRelaysStraight() {
        var relay = mode(RelayMode.TARIFF).withTariffMask(0b10);
        var control = new LoadControl(settings(relay, 10_800), SEED);
        second(control, 1);
        second(control, 2);
        assertNotEquals(0, control.remainingDelaySeconds(LoadRelay.LOAD_1));
        switched.clear();

        control.restart();
        second(control, 2);

        assertEquals(0, control.remainingDelaySeconds(LoadRelay.LOAD_1));
        assertEquals(
                List.of(new RelaySwitched(LoadRelay.LOAD_1, true), new RelaySwitched(LoadRelay.LOAD_2, false)),
                switched);
    }

    @Test
    void aShorterDelayHoldsForARelayThatWaits() {
        var control = new LoadControl(settings(mode(RelayMode.REGISTER), 10_800), SEED);
        second(control, 1);
        control.write(LoadRelay.LOAD_1, true);
        second(control, 1);

        control.change(control.settings().withDelaySeconds(5));
        second(control, 1);
        assertTrue(control.remainingDelaySeconds(LoadRelay.LOAD_1) <= 5);

        control.change(control.settings().withDelaySeconds(0));
        second(control, 1);
        assertTrue(control.isActive(LoadRelay.LOAD_1));
    }

    @ParameterizedTest(name = "{0}, T{1}: {2}")
    @CsvSource(textBlock = """
        AT_ONCE,          1, false
        AT_ONCE,          2, true
        AT_ONCE_INVERTED, 1, true
        AT_ONCE_INVERTED, 2, false
        """)
    void aSynchronisedRelayFollowsTheTariffAtOnce(TariffSync sync, int tariff, boolean isActive) {
        var relay = mode(RelayMode.TARIFF).withTariffMask(0b10);
        var control = new LoadControl(settings(relay, 10_800), SEED);
        second(control, 3 - tariff, sync);
        assertEquals(!isActive, control.isActive(LoadRelay.LOAD_1));

        second(control, tariff, sync);

        assertEquals(isActive, control.isActive(LoadRelay.LOAD_1));
    }

    @Test
    void registersAreWrittenInTheirModeOnly() {
        var control = new LoadControl(settings(mode(RelayMode.REGISTER), 0), SEED);
        second(control, 1);

        control.write(LoadRelay.LOAD_1, true);
        second(control, 1);

        assertTrue(control.isActive(LoadRelay.LOAD_1));
        assertFalse(control.isWritable(LoadRelay.LOAD_2));
        assertThrows(IllegalArgumentException.class, () -> control.write(LoadRelay.LOAD_2, true));
    }

    @Test
    void theDelayGoesFromZeroToThreeHours() {
        assertEquals(3_600, LoadSettings.DEFAULT.delaySeconds());
        assertTrue(LoadSettings.isDelay(0));
        assertTrue(LoadSettings.isDelay(10_800));
        assertFalse(LoadSettings.isDelay(-1));
        assertFalse(LoadSettings.isDelay(10_801));
        assertThrows(IllegalArgumentException.class, () -> LoadSettings.DEFAULT.withDelaySeconds(10_801));
    }

    // A grid of meters must not come back at once: delays spread evenly, and differ from meter to meter.
    @Test
    void delaysSpreadEvenlyFromZeroToLoadDelay() {
        int[] minutes = new int[11];
        for (int meter = 0; meter < 10_000; meter++) {
            int delay = DelayDice.draw(SEED + meter, 0, 600);
            assertTrue(delay >= 0 && delay <= 600);
            minutes[delay / 60]++;
        }
        for (int minute = 0; minute < 10; minute++) {
            assertTrue(minutes[minute] > 850 && minutes[minute] < 1_150, minutes[minute] + " in minute " + minute);
        }
        assertTrue(minutes[10] > 0, "the longest delay is drawn as well");
    }

    /// Two meters live the same life; one of them is written and read back at any moment.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void readingBackARecordChangesNothing(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        LoadSettings settings = LoadSettings.DEFAULT.withPlans(PLANS);
        var control = new LoadControl(settings, seed);
        var restored = new LoadControl(settings, seed);
        var told = new ArrayList<RelaySwitched>();
        var toldRestored = new ArrayList<RelaySwitched>();
        int tariff = 1;
        long offset = 0;
        boolean isValid = true;
        for (int second = 0; second < 50_000; second++) {
            if (random.nextInt(200) == 0) {
                settings = new LoadSettings(randomRelay(random), randomRelay(random), random.nextInt(120), PLANS);
                control.change(settings);
                restored.change(settings);
            }
            for (LoadRelay relay : LoadRelay.values()) {
                if (control.isWritable(relay) && random.nextInt(50) == 0) {
                    boolean active = random.nextBoolean();
                    control.write(relay, active);
                    restored.write(relay, active);
                }
            }
            if (random.nextInt(2_000) == 0) {
                control.restart();
                restored.restart();
            }
            tariff = random.nextInt(40) == 0 ? 1 + random.nextInt(8) : tariff;
            if (random.nextInt(500) == 0) {
                offset = random.nextInt(200_000) - 100_000L;
                isValid = random.nextInt(4) > 0;
            }
            long time = NOON + second + offset;
            control.secondElapsed(time, CLOCK, isValid, tariff, TariffSync.NONE, told::add);
            restored.secondElapsed(time, CLOCK, isValid, tariff, TariffSync.NONE, toldRestored::add);

            assertEquals(told, toldRestored);
            told.clear();
            toldRestored.clear();
            for (LoadRelay relay : LoadRelay.values()) {
                assertEquals(control.remainingDelaySeconds(relay), restored.remainingDelaySeconds(relay));
                assertEquals(control.isActive(relay), restored.isActive(relay));
                assertFalse(control.isActive(relay) && !control.isWanted(relay), "active and not wanted");
                assertTrue(control.remainingDelaySeconds(relay) <= settings.delaySeconds());
                assertEquals(
                        control.isWanted(relay) && !control.isActive(relay),
                        control.remainingDelaySeconds(relay) > 0,
                        "waits for nothing");
            }
            // Written and read back most seconds, so it looks at everything again where the other does not.
            if (random.nextInt(30) > 0) {
                var record = ByteBuffer.allocate(LoadControl.recordLength());
                restored.write(record);
                restored = new LoadControl(settings, seed);
                assertTrue(restored.read(record.flip()));
            }
        }
    }

    private static RelaySettings randomRelay(RandomGenerator random) {
        return new RelaySettings(
                RelayMode.ofCode(random.nextInt(4)).orElseThrow(),
                random.nextInt(256),
                random.nextBoolean(),
                1 + random.nextInt(2));
    }

    @ParameterizedTest(name = "octet {0} is {1}")
    @CsvSource(textBlock = """
        0, 3
        0, -1
        1, 8
        1, -1
        2, 127
        3, 1
        8, 3
        9, 8
        """)
    void aRecordOfNonsenseChangesNothing(int octet, int value) {
        var control = new LoadControl(settings(mode(RelayMode.REGISTER), 0), SEED);
        control.write(LoadRelay.LOAD_1, true);
        second(control, 1);
        var record = ByteBuffer.allocate(LoadControl.recordLength());
        new LoadControl(LoadSettings.DEFAULT, SEED).write(record);
        record.put(octet, (byte) value).flip();

        assertFalse(control.read(record));
        assertFalse(control.read(ByteBuffer.allocate(LoadControl.recordLength() - 1)));
        assertTrue(control.isActive(LoadRelay.LOAD_1));
        second(control, 1);
        assertTrue(control.isActive(LoadRelay.LOAD_1));
    }
}
