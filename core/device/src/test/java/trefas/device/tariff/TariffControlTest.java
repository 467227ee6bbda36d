package trefas.device.tariff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.MeterClock;

class TariffControlTest {

    private static final MeterClock CLOCK = new MeterClock(1, true);
    /// A Wednesday in summer at 13:30, T1 in the example plan.
    private static final long NOON = Instant.parse("2027-07-07T11:30:00Z").getEpochSecond();
    private static final long NIGHT = NOON + 12 * 3_600;

    private static final PlanSet PLANS = new PlanSet(
            List.of(SamplePlans.WINTER_SUMMER, SamplePlans.everyDay("Always 7", DayPlan.always(PlanValue.TARIFF, 7))),
            new WorkCalendar(
                    WorkCalendar.DEFAULT.workingDays(), new ExceptionDays(List.of(LocalDate.of(2027, 12, 24)))));

    private static final TariffSettings SETTINGS = new TariffSettings(TariffSource.DISABLED, 5, 1, PLANS);

    @ParameterizedTest(name = "{0} {1}: {2} {3} {4} {5}")
    @CsvSource(delimiter = '|', textBlock = """
        0 | 0 | 1 | 4 | 1 | 2
        1 | 0 | 2 | 3 | 2 | 1
        0 | 1 | 3 | 2 | 1 | 2
        1 | 1 | 4 | 1 | 2 | 1
        """)
    void inputsChooseTheTariffAsInTheTruthTable(
            int first, int second, int four, int fourInverted, int two, int twoInverted) {
        assertEquals(four, PortTariff.FOUR_TARIFFS.tariff(first == 1, second == 1));
        assertEquals(fourInverted, PortTariff.FOUR_TARIFFS_INVERTED.tariff(first == 1, second == 1));
        assertEquals(two, PortTariff.TWO_TARIFFS.tariff(first == 1, second == 1));
        assertEquals(twoInverted, PortTariff.TWO_TARIFFS_INVERTED.tariff(first == 1, second == 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        0, DISABLED
        1, MODULE_PORT
        2, REGISTER
        3, PLAN
        """)
    void sourcesHaveTheCodesOfModeSelector(int code, TariffSource source) {
        assertEquals(source, TariffSource.ofCode(code).orElseThrow());
        assertEquals(code, source.code());
        assertTrue(TariffSource.ofCode(4).isEmpty());
    }

    @Test
    void disabledReadsOne() {
        var control = new TariffControl(TariffSettings.DEFAULT);

        assertEquals(1, control.actualTariff());
        assertEquals(1, control.secondElapsed(NOON, NOON, CLOCK, true, 3));
    }

    @ParameterizedTest(name = "{0}, clock valid {1}, port {2}: T{3}")
    @CsvSource(textBlock = """
        DISABLED,    true,  3, 5
        MODULE_PORT, true,  3, 3
        MODULE_PORT, false, 3, 3
        MODULE_PORT, true,  0, 5
        REGISTER,    true,  3, 5
        PLAN,        true,  3, 1
        PLAN,        false, 3, 5
        """)
    void theSourceChoosesAndTheDefaultStandsIn(TariffSource source, boolean clockIsValid, int port, int tariff) {
        var control = new TariffControl(SETTINGS.withSource(source));

        assertEquals(tariff, control.secondElapsed(NOON, NOON, CLOCK, clockIsValid, port));
        assertEquals(tariff, control.actualTariff());
    }

    @Test
    void aPlanThatIsNotThereGivesTheDefault() {
        var control = new TariffControl(SETTINGS.withSource(TariffSource.PLAN).withActivePlan(3));

        assertEquals(5, control.secondElapsed(NOON, NOON, CLOCK, true, 0));
        assertEquals("", control.usageProfileInfo());
        assertEquals(0, control.seasonProfile());
    }

    @ParameterizedTest
    @EnumSource(TariffSource.class)
    void actualTariffIsWrittenWhereTheRegisterIsTheSource(TariffSource source) {
        var control = new TariffControl(SETTINGS.withSource(source));

        assertEquals(source == TariffSource.REGISTER, control.isWritable());
        if (control.isWritable()) {
            control.write(8);
            assertEquals(8, control.secondElapsed(NOON, NOON, CLOCK, true, 0));
            assertThrows(IllegalArgumentException.class, () -> control.write(0));
            assertThrows(IllegalArgumentException.class, () -> control.write(9));
        } else {
            assertThrows(IllegalArgumentException.class, () -> control.write(8));
        }
    }

    @Test
    void theProfilesInForceAreTold() {
        var control = new TariffControl(SETTINGS.withSource(TariffSource.PLAN));

        control.secondElapsed(NOON, NOON, CLOCK, true, 0);
        assertEquals("Winter and summer", control.usageProfileInfo());
        assertEquals(1, control.usageProfile());
        assertEquals(2, control.seasonProfile());
        assertEquals("1 day 2027-12-24", control.exceptionDayInfo());

        control.change(control.settings().withActivePlan(2));
        assertEquals(7, control.secondElapsed(NOON + 1, NOON + 1, CLOCK, true, 0));
        assertEquals("Always 7", control.usageProfileInfo());
        assertEquals(2, control.usageProfile());
        assertEquals(1, control.seasonProfile());

        control.change(control.settings().withSource(TariffSource.DISABLED));
        assertEquals("", control.usageProfileInfo());
        assertEquals(0, control.seasonProfile());
    }

    @Test
    void aDemandedTariffOverrulesThePlanForItsTimeWhateverTheClockIsSetTo() {
        var control = new TariffControl(SETTINGS.withSource(TariffSource.PLAN));
        control.secondElapsed(NOON, NOON, CLOCK, true, 0);

        control.demand(6, NOON, 600);

        assertEquals(600, control.demandedSeconds(NOON));
        assertEquals(6, control.secondElapsed(NOON + 1, NOON + 1, CLOCK, true, 0));
        // The clock is set to the night, where the plan says T2.
        assertEquals(6, control.secondElapsed(NOON + 599, NIGHT, CLOCK, true, 0));
        assertEquals(1, control.demandedSeconds(NOON + 599));
        assertEquals(2, control.secondElapsed(NOON + 600, NIGHT + 1, CLOCK, true, 0));
        assertEquals(0, control.demandedSeconds(NOON + 600));
    }

    @Test
    void aDemandEndsEarlyByCommandOrWithTheSource() {
        var control = new TariffControl(SETTINGS.withSource(TariffSource.PLAN));

        control.demand(6, NOON, TariffControl.DEMAND_SECONDS_MAX);
        control.endDemand();
        assertEquals(1, control.secondElapsed(NOON, NOON, CLOCK, true, 0));

        control.demand(6, NOON, 60);
        control.change(control.settings().withSource(TariffSource.REGISTER));
        control.change(control.settings().withSource(TariffSource.PLAN));
        assertEquals(1, control.secondElapsed(NOON + 1, NOON + 1, CLOCK, true, 0));
    }

    @Test
    void aDemandOutOfRangeIsOurBug() {
        var control = new TariffControl(SETTINGS.withSource(TariffSource.PLAN));

        assertThrows(IllegalArgumentException.class, () -> control.demand(9, NOON, 60));
        assertThrows(IllegalArgumentException.class, () -> control.demand(1, NOON, 0));
        assertThrows(IllegalArgumentException.class, () -> control.demand(1, NOON, 86_401));
        assertFalse(new TariffControl(SETTINGS).isDemandable());
    }

    /// Two meters live the same life; one of them dies and comes back from its record at any moment.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_128})
    void aRestartChangesNothing(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var control = new TariffControl(SETTINGS);
        var restarted = new TariffControl(SETTINGS);
        long offset = 0;
        for (int second = 0; second < 50_000; second++) {
            long at = NOON + second;
            if (random.nextInt(300) == 0) {
                var source = TariffSource.ofCode(random.nextInt(4)).orElseThrow();
                TariffSettings settings = control.settings().withSource(source).withActivePlan(1 + random.nextInt(3));
                control.change(settings);
                restarted.change(settings);
            }
            if (random.nextInt(100) == 0 && control.isWritable()) {
                int tariff = 1 + random.nextInt(8);
                control.write(tariff);
                restarted.write(tariff);
            }
            if (random.nextInt(300) == 0 && control.isDemandable()) {
                int tariff = 1 + random.nextInt(8);
                int seconds = 1 + random.nextInt(600);
                control.demand(tariff, at, seconds);
                restarted.demand(tariff, at, seconds);
            }
            if (random.nextInt(1_000) == 0) {
                offset = random.nextInt(10_000_000) - 5_000_000L;
            }
            int port = random.nextInt(5);
            int tariff = control.secondElapsed(at, at + offset, CLOCK, true, port);

            assertEquals(tariff, restarted.secondElapsed(at, at + offset, CLOCK, true, port));
            assertTrue(TariffSettings.isTariff(tariff));
            if (random.nextInt(50) == 0) {
                var record = ByteBuffer.allocate(TariffControl.recordLength());
                restarted.write(record);
                restarted = new TariffControl(control.settings());
                assertTrue(restarted.read(record.flip()));
                assertEquals(control.actualTariff(), restarted.actualTariff());
                assertEquals(control.demandedSeconds(at), restarted.demandedSeconds(at));
            }
        }
    }

    @ParameterizedTest(name = "octet {0} is {1}")
    @CsvSource(textBlock = """
        0, 0
        0, 9
        1, 9
        1, -1
        2, 9
        3, -128
        """)
    void aRecordOfNonsenseChangesNothing(int octet, int value) {
        var control = new TariffControl(SETTINGS.withSource(TariffSource.REGISTER));
        control.write(4);
        control.secondElapsed(NOON, NOON, CLOCK, true, 0);
        var record = ByteBuffer.allocate(TariffControl.recordLength());
        new TariffControl(SETTINGS).write(record);
        record.put(octet, (byte) value).flip();

        assertFalse(control.read(record));
        assertFalse(control.read(ByteBuffer.allocate(TariffControl.recordLength() - 1)));
        assertEquals(4, control.actualTariff());
        assertEquals(4, control.secondElapsed(NOON + 1, NOON + 1, CLOCK, true, 0));
    }
}
