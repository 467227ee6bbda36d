package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static trefas.app.settings.MeterFiles.settings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.analysis.AnalysisSet;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.DescribedCode;
import trefas.device.configuration.IdleLed;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.debiting.DebitingInterval;
import trefas.device.debiting.DebitingProfile;
import trefas.device.debiting.DebitingSettings;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LoadProfileValues;
import trefas.device.log.LogInterval;
import trefas.device.module.PortSetup;
import trefas.device.module.PulseWidth;
import trefas.device.register.EnergyFormat;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.TariffSource;

/// What the configuration numbers of a file do to the meter (dossier 26).
class SettingsNumbersTest {

    @Test
    void configurationNumbersSetUpTheMeter() {
        RunSettings settings = settings("""
            meter:
              type: 684-14-39A-N22-4-100-012
              configuration: { Z1: 4, Z4: 3, Z11: 13, Z15: 000, Z29: 1, Z3: 05, Z12: "02", Z7: 04, Z2: 2, Z19: 2, Z30: 2 }
            """);

        MeterConfiguration meter = settings.meter();
        assertEquals(EnergyFormat.F63, meter.energyFormat());
        assertEquals(CapturePeriod.MINUTES_30, meter.capturePeriod());
        assertEquals(new MeterClock(-11, false), meter.clock());
        assertEquals(LoadProfileContent.ACTIVE_IMPORT, meter.loadProfileContent());
        assertEquals(IdleLed.LIT, meter.idleLed());
        assertEquals(meter.typeNumber(), settings.numbers().typeNumber());
        assertEquals(PortSetup.PULSE_A_PLUS, settings.functions().module().ports());
        assertEquals(DebitingProfile.PROFILE_02, settings.functions().debiting().secondProfile());
        assertEquals(
                List.of("Z19"),
                settings.notActing().stream().map(DescribedCode::place).toList());
    }

    @Test
    void theLoadProfileHoldsWhatTheTypeNumberCounts() {
        assertEquals(
                LoadProfileContent.ACTIVE_IMPORT,
                settings("meter: {type: 6841439BN214100010}").meter().loadProfileContent());
    }

    @Test
    void configurationNumbersSetUpTheFunctions() {
        FunctionSettings functions = settings("""
            meter:
              type: 6841439BN224100010
              configuration: { Z3: 13, Z4: 4, Z6: 15, Z7: 06, Z8: 3, Z12: 01, Z13: 001, Z14: 0, Z25: 2 }
            """).functions();

        assertEquals(PortSetup.PULSE_TWO_TARIFFS, functions.module().ports());
        assertEquals(PulseWidth.MILLIS_80, functions.module().pulseWidth());
        assertEquals(1, functions.module().pulseUnit().code());
        assertEquals(CapturePeriod.MINUTES_60, functions.demand().period());
        assertEquals(
                new DebitingSettings(
                        DebitingInterval.THREE_MONTHS_FROM_MARCH, 15, LogInterval.WEEKLY, DebitingProfile.PROFILE_01),
                functions.debiting());
        assertEquals(
                AnalysisSettings.ofSet(AnalysisSet.ACTIVE), functions.analysis().settings());
        assertEquals(TariffSource.MODULE_PORT, functions.tariff().source());
        assertEquals(LoadSettings.DEFAULT, functions.load());
    }

    @Test
    void registersDecideOnTariffAndLoadWithZ13AndZ14() {
        FunctionSettings functions =
                settings("meter: {configuration: {Z3: 26, Z13: 002, Z14: 001}}").functions();

        assertEquals(TariffSource.REGISTER, functions.tariff().source());
        assertEquals(RelayMode.REGISTER, functions.load().relay1().mode());
        assertEquals(RelayMode.REGISTER, functions.load().relay2().mode());
    }

    @Test
    void plansInTheFileTellWhatOrderFormsWould() {
        RunSettings settings = settings("""
            meter:
              configuration: { Z3: 17, Z13: 100, Z14: 100 }
              tariff: { source: plan, plans: [{seasons: [{working: {00:00: 2}}]}] }
              load-control: { relay-1: {mode: plan}, plans: [{seasons: [{working: {00:00: on}}]}] }
            """);

        assertEquals(TariffSource.PLAN, settings.functions().tariff().source());
        assertEquals(RelayMode.PLAN, settings.functions().load().relay1().mode());
        assertEquals(RelayMode.DISABLED, settings.functions().load().relay2().mode());
        assertEquals(List.of(), settings.notActing());
    }

    /// A plan in the file is a plan, whether or not an order form's number stands beside it.
    @Test
    void plansWithoutAnOrderFormContradictNothing() {
        String plan = "tariff: {source: plan, plans: [{seasons: [{working: {00:00: 2}}]}]";
        RunSettings follows =
                settings("meter: {configuration: {Z3: 18}, " + plan + "}, load-control: {relay-1: {tariffs: [2]}}}");
        RunSettings days = settings("meter: {configuration: {Z20: 100}, " + plan + ", exception-days: [2026-12-24]}}");

        assertEquals(RelayMode.TARIFF, follows.functions().load().relay1().mode());
        assertEquals(RelayMode.DISABLED, follows.functions().load().relay2().mode());
        assertEquals(List.of(), follows.idle());
        assertEquals(List.of(), days.notActing());
        assertEquals(List.of(), days.idle());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {configuration: {Z3: 18, Z13: 002}} | load relay 1 follows the tariff, but is on in none (meter.load-control.relay-1.tariffs)
        {load-control: {relay-2: {mode: register}}} | load relay 2 has no output in Z3 and switches nothing
        {tariff: {exception-days: [2026-12-24]}} | nobody looks at meter.tariff.exception-days until the tariff or a load relay follows a plan
        {configuration: {Z3: 26}} | the load control outputs of Z3 stay as they are until load control is enabled (Z14)
        {configuration: {Z3: 01}, tariff: {source: register}} | the tariff inputs of Z3 have no effect until the module port decides the tariff (Z13 001)
        """)
    void whatHasNoEffectForNowIsTold(String meter, String sentence) {
        assertEquals(List.of(sentence), settings("meter: " + meter).idle());
    }

    /// Z14 000 says nothing of relays that are set up by themselves.
    @Test
    void aRelayThatFollowsSomethingWakesItsOutput() {
        assertEquals(
                List.of(),
                settings("meter: {configuration: {Z3: 27}, load-control: {relay-1: {mode: register}}}")
                        .idle());
    }

    @Test
    void z27ActsInTheOwnModelOnly() {
        String delta = "meter: {configuration: {Z27: 2}, model: ";

        assertEquals(LoadProfileValues.DELTA, settings(delta + "own}").meter().profileValues());
        assertEquals(List.of(), settings(delta + "own}").notActing());
        assertEquals(
                List.of("Z27"),
                settings(delta + "standard}").notActing().stream()
                        .map(DescribedCode::place)
                        .toList());
    }
}
