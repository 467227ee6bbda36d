package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.app.settings.MeterFiles.FOLDER;
import static trefas.app.settings.MeterFiles.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.clock.DaylightSavingPlan;
import trefas.device.clock.DaylightSavingPlan.Span;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.ConfigurationNumber;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.debiting.DebitingInterval;
import trefas.device.debiting.DebitingProfile;
import trefas.device.debiting.DebitingSettings;
import trefas.device.demand.DemandSettings;
import trefas.device.display.DisplayItem;
import trefas.device.display.RightButton;
import trefas.device.display.RightDeed;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LogInterval;
import trefas.device.log.LoggedRegister;
import trefas.device.module.PortSetup;
import trefas.device.quality.SupplySettings;
import trefas.device.register.EnergyFormat;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.TamperHand;
import trefas.metrology.SummationMethod;
import trefas.metrology.event.VoltageQualitySettings;
import trefas.simulation.HouseConnection;
import trefas.simulation.Household;
import trefas.simulation.Place;

class SettingsFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "{}",
                "meter:\nports:\nsecurity:\nhouse:\n",
                "meter: {profile: , time: , display: }"
            })
    void whatIsLeftOutHasItsDefault(String text) {
        RunSettings expected =
                RunSettings.DEFAULT.withStateDirectory(Optional.of(FOLDER.resolve(RunSettings.STATE_DIRECTORY)));

        assertEquals(expected, settings(text));
    }

    @Test
    void everyKeyOfAMeterInAHouseIsTaken() {
        RunSettings settings = settings("""
            meter:
              serial: 00042
              type: 68-41439BN2441-00-999
              decimals: 6.3
              summation: Individual
              profile: { period: 60min, content: A+ A- R1-R4 }
              time: { zone: -11, daylight-saving: none }
              display:
                automatic: [14.7.0]
                consumer: [4.8.0, 3.8.0, 2.8.0, 1.8.0, display-test]
                utility: [p-plus-peak-time, 97.97.0]
                right-button: [release-tamper, utility-list, debiting-stop]
            ports: { dlms: 0, face: off, p1: 65535 }
            security: { password: "00012" }
            speed: max
            state: here/memory
            house: { seed: 7, people: 12, solar: 9.8 kWp, heat-pump: 800W, car: [mon, Sunday] }
            """);

        MeterConfiguration meter = settings.meter();
        assertEquals(42, settings.serialNumber());
        assertEquals("6841439BN244100999", meter.typeNumber().characters());
        assertEquals(EnergyFormat.F63, meter.energyFormat());
        assertEquals(SummationMethod.INDIVIDUAL, meter.summation());
        assertEquals(CapturePeriod.MINUTES_60, meter.capturePeriod());
        assertEquals(LoadProfileContent.ACTIVE_AND_QUADRANTS, meter.loadProfileContent());
        assertEquals(new MeterClock(-11, false), meter.clock());
        assertEquals(List.of(DisplayItem.FREQ), meter.displayLists().automatic());
        assertEquals(
                List.of(
                        DisplayItem.R_MINUS,
                        DisplayItem.R_PLUS,
                        DisplayItem.A_MINUS,
                        DisplayItem.A_PLUS,
                        DisplayItem.DISPLAY_TEST),
                meter.displayLists().consumer());
        assertEquals(
                List.of(DisplayItem.P_PLUS_PEAK_TIME, DisplayItem.INFO),
                meter.displayLists().utility());
        assertEquals(
                new RightButton(true, List.of(RightDeed.DEBITING_STOP, RightDeed.RELEASE_TAMPER)),
                meter.front().rightButton());
        assertEquals(0, settings.dlmsPort());
        assertEquals(OptionalInt.empty(), settings.facePort());
        assertEquals(OptionalInt.of(65_535), settings.p1Port());
        assertEquals("00012", settings.password());
        assertEquals(Speed.MAX, settings.speed());
        assertEquals(Optional.of(Path.of("/etc/trefas/here/memory")), settings.stateDirectory());
        var household = new Household(12, 9_800, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), 800, Place.COPENHAGEN);
        assertEquals(new WorldSettings.House(7, household), settings.world());
    }

    @Test
    void summerTimeCanBeWrittenDownByDates() {
        MeterClock clock = settings("""
            meter:
              time:
                zone: 2
                daylight-saving:
                  - { from: 2027-03-28, to: 2027-10-31 }
                  - { from: 2028-03-26, to: 2028-10-29 }
            """).meter().clock();

        assertEquals(
                new MeterClock(
                        2,
                        new DaylightSavingPlan.Dates(List.of(
                                Span.of(LocalDate.of(2027, 3, 28), LocalDate.of(2027, 10, 31)),
                                Span.of(LocalDate.of(2028, 3, 26), LocalDate.of(2028, 10, 29))))),
                clock);
    }

    @Test
    void debitingKeysAndNumbersSayTheSame() {
        RunSettings keys = settings("meter: {debiting: {day: 28, interval: half-yearly-from-june, second: monthly}}");

        assertEquals(keys, settings("meter: {configuration: {Z6: 28, Z7: 12, Z25: 3}}"));
        assertEquals(
                new DebitingSettings(
                        DebitingInterval.HALF_YEARLY_FROM_JUNE, 28, LogInterval.MONTHLY, DebitingProfile.PROFILE_01),
                keys.functions().debiting());
    }

    @Test
    void whatNoNumberSaysOfTheFunctionsHasKeys() {
        FunctionSettings functions = settings("""
            meter:
              configuration: { Z4: 3, Z3: 05 }
              time: { drift: -2.5 }
              demand: { threshold: 11kW }
              analysis: { period: 5min, registers: [A+ T1, "1-1:1.7.0*255", mean frequency, "1-1:1.16.0*255"] }
              module: { pulse-factor: 0.1, pulses-per-kwh: 1000 }
            """).functions();

        assertEquals(-2_500, functions.clock().driftPartsPerBillion());
        assertEquals(new DemandSettings(CapturePeriod.MINUTES_30, 11_000), functions.demand());
        assertEquals(
                new AnalysisSettings(
                        CapturePeriod.MINUTES_5,
                        List.of(
                                LoggedRegister.A_PLUS_T1,
                                LoggedRegister.P_PLUS,
                                LoggedRegister.MEAN_FREQUENCY,
                                LoggedRegister.P_PLUS_DAY_MAX)),
                functions.analysis().settings());
        assertEquals(PortSetup.PULSE_A_PLUS, functions.module().ports());
        assertEquals(100, functions.module().pulseFactorThousandths());
        assertEquals(1_000, functions.module().pulsesPerKilowattHour());
    }

    // TD p21: the tamper hand is temporary or permanent.
    @Test
    void theTamperHandStaysForAsLongAsTheFileSays() throws Exception {
        assertEquals(TamperHand.TEMPORARY, settings("meter: {}").functions().tamperHand());
        assertEquals(
                TamperHand.PERMANENT,
                settings("meter: {tamper: permanent}").functions().tamperHand());
    }

    @Test
    void whatTheMeterJudgesOfItsSupplyHasKeys() {
        SupplySettings supply = settings("""
            meter:
              supply:
                mean-high: 244V
                mean-low: 216.2 V
                mean-period: 60
                single-high: 260V
                single-low: 200V
                outage-level: 100V
                outage-time: 3
                limit-high: 250V
                limit-low: 210V
                limit-time: 61
                neutral-high: 245V
                neutral-drop: 30V
                neutral-time: 11
                power-fault-time: 62
                occurrences: weekly
            """).functions().supply();

        assertEquals(
                new SupplySettings(
                        new VoltageQualitySettings(244_000, 216_200, 60, 260_000, 200_000, 100_000, 3),
                        30,
                        245,
                        11,
                        250,
                        210,
                        61,
                        62,
                        LogInterval.WEEKLY),
                supply);
    }

    @Test
    void aFileThatSaysNothingMakesTheFunctionsAsTheFactoryDoes() {
        assertEquals(FunctionSettings.DEFAULT, settings("meter: {serial: 1}").functions());
    }

    @Test
    void olderKeysAndNumbersSayTheSame() {
        RunSettings old = settings("""
            meter:
              decimals: 6.3
              profile: { period: 60min, content: A+ A- R1-R4 }
              time: { zone: -11, daylight-saving: none }
            """);
        RunSettings numbers = settings("meter: {configuration: {Z1: 4, Z4: 4, Z29: 4, Z11: 13, Z15: 0}}");
        RunSettings both = settings("""
            meter:
              decimals: 6.3
              profile: { period: 60min, content: A+ A- R1-R4 }
              time: { zone: -11, daylight-saving: none }
              configuration: { Z1: 4, Z4: 4, Z29: 4, Z11: 13, Z15: 000 }
            """);

        assertEquals(old, numbers);
        assertEquals(old, both);
        assertEquals(List.of(), old.notActing());
    }

    @Test
    void fiveMinutesStandBesideZ4() {
        RunSettings settings = settings("meter: {profile: {period: 5min}}");

        assertEquals(CapturePeriod.MINUTES_5, settings.meter().capturePeriod());
        assertEquals(CapturePeriod.MINUTES_15, settings.numbers().capturePeriod());
    }

    @Test
    void z28IsTheEncryptionOfTheLocalInterfaces() {
        String keys = "security: {keys: {optical: {ek: \"000102030405060708090A0B0C0D0E0F\","
                + " ak: \"000102030405060708090A0B0C0D0E0F\"}}";

        assertTrue(settings("meter: {configuration: {Z28: 1}}\n" + keys + "}")
                .security()
                .isEncrypted());
        assertTrue(settings(keys + ", encryption: 1}").numbers().isLocalInterfaceEncrypted());
        assertFalse(settings("meter: {configuration: {Z28: 2}}\n" + keys + "}")
                .security()
                .isEncrypted());
    }

    @Test
    void anOrderFormOfTheDisplayIsSaidBelowDisplay() {
        RunSettings settings = settings("meter: {configuration: {Z5: 17}, display: {automatic: [1.7.0]}}");

        assertEquals(17, settings.numbers().code(ConfigurationNumber.Z5));
    }

    @Test
    void anOrderFormOfTheRightButtonIsSaidBelowDisplay() {
        RunSettings settings =
                settings("meter: {configuration: {Z17: 3}, display: {right-button: [tariff-plan, adjust-time]}}");

        assertEquals(
                new RightButton(false, List.of(RightDeed.ADJUST_TIME, RightDeed.TARIFF_PLAN)),
                settings.meter().front().rightButton());
        assertEquals(List.of(), settings.notActing());
    }

    // Which registers are legal follows X9.
    @Test
    void aMeterOfImportAloneMayShowImportAlone() {
        RunSettings settings =
                settings("meter: {type: 6841439BN214100999, display: {automatic: [1.8.0, 3.8.0], consumer: [1.8.0]}}");

        assertEquals(
                List.of(DisplayItem.A_PLUS), settings.meter().displayLists().consumer());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        '{file: day.csv}',                 /etc/trefas/day.csv, L1
        '{file: ../day.csv, phase: l3}',   /etc/trefas/../day.csv, L3
        '{file: /data/day.csv, phase: ALL}', /data/day.csv, ALL_PHASES
        """)
    void aRecordingTakesThePlaceOfTheHouse(String input, Path file, HouseConnection connection) {
        assertEquals(
                new WorldSettings.Recording(file, connection),
                settings("input: " + input).world());
    }

    @Test
    void relativePathsStartAtTheFilesOwnFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("meter.yaml"), "state: memory\ninput: {file: day.csv}\n");

        RunSettings settings = assertInstanceOf(SettingsFile.Read.Settings.class, SettingsFile.read(file))
                .settings();

        assertEquals(Optional.of(folder.resolve("memory")), settings.stateDirectory());
        assertEquals(new WorldSettings.Recording(folder.resolve("day.csv"), HouseConnection.L1), settings.world());
    }
}
