package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.app.host.HostOnBench.SERIAL_NUMBER;
import static trefas.app.host.HostOnBench.START;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SettingsFile;
import trefas.device.Meter;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;
import trefas.device.register.Quantity;
import trefas.metrology.OneSecondValues;
import trefas.objects.ObjectModel;
import trefas.quantity.PhaseSequence;

/// What stands in the file, the running meter does.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SettingsActTest {

    /// 2026-11-22T14:40 on the wall.
    private static final long TWENTY_TO_THREE = START + 180;

    /// 2026-11-23T00:00 normal time.
    private static final long MIDNIGHT = START + 33_780;

    /// After it come three seconds of 205 V.
    private static final long DIP = START + 60;

    /// A second at 3.6 kW is 1 Wh.
    private static final int WATT_HOUR_MILLIWATT_SECONDS = 3_600_000;

    private final SpyMemory memory = new SpyMemory();

    @Test
    void tariff2CountsFromThePlannedTimeOn() throws IOException {
        MeterHost host = host("""
            meter:
              tariff:
                source: plan
                plans:
                  - seasons:
                      - working: { 00:00: 1, 14:40: 2 }
            """);

        host.advanceTo(TWENTY_TO_THREE - 1);
        assertEquals(1, activeTariff(host));
        long before = wattHours(host, 1);
        assertTrue(before > 0);
        assertEquals(0, wattHours(host, 2));

        host.advanceTo(TWENTY_TO_THREE + 60);
        assertEquals(2, activeTariff(host));
        assertTrue(wattHours(host, 1) <= before + 1, "tariff 1 goes on for one second at most");
        assertTrue(wattHours(host, 2) >= 60);
    }

    @Test
    void aDebitingPeriodEndsOnTheDayOfTheFile() throws IOException {
        MeterHost host = host("meter: {debiting: {day: 23, interval: yearly-in-november, second: weekly}}");

        host.advanceTo(MIDNIGHT - 1);
        assertEquals(List.of(), rows(DataLogger.DEBITING_1));
        host.advanceTo(MIDNIGHT + 1);
        assertEquals(
                List.of(MIDNIGHT),
                rows(DataLogger.DEBITING_1).stream()
                        .map(ProfileEntry::capturedAt)
                        .toList());
        // 2026-11-23 is a Monday.
        assertEquals(1, rows(DataLogger.DEBITING_2).size());
    }

    @Test
    void noPeriodEndsByItselfWhenTheFileSaysSo() throws IOException {
        MeterHost host = host("meter: {debiting: {day: 23, interval: none, second: monthly}}");

        host.advanceTo(MIDNIGHT + 1);
        assertEquals(List.of(), rows(DataLogger.DEBITING_1));
        assertEquals(List.of(), rows(DataLogger.DEBITING_2));
    }

    // 205 V for three seconds: start, peak and stop, in the permanent memory.
    @Test
    void aDipIsOneByTheLimitOfTheFile() throws IOException {
        host("meter: {supply: {single-low: 204V}}").advanceTo(DIP + 60);
        assertEquals(List.of(), rows(DataLogger.VOLTAGE_QUALITY));

        host("meter: {supply: {single-low: 206V}}").advanceTo(DIP + 60);
        assertEquals(
                List.of(DIP + 1, DIP + 1, DIP + 3),
                rows(DataLogger.VOLTAGE_QUALITY).stream()
                        .map(ProfileEntry::capturedAt)
                        .toList());
    }

    private MeterHost host(String text) {
        RunSettings settings = assertInstanceOf(
                        SettingsFile.Read.Settings.class, SettingsFile.parse("meter.yaml", text, Path.of("")))
                .settings();
        return new MeterHost(
                new Meter(settings.meter(), SERIAL_NUMBER),
                ObjectModel.of(settings.meter()),
                memory,
                List.of(),
                SettingsActTest::second,
                START);
    }

    private static boolean second(long end, OneSecondValues values) {
        values.clear();
        values.phase(0, end > DIP && end <= DIP + 3 ? 205_000 : 230_000, 15_652, WATT_HOUR_MILLIWATT_SECONDS, 0);
        values.supply(50_000, PhaseSequence.L1L2L3);
        return true;
    }

    private static int activeTariff(MeterHost host) {
        return host.read(meter -> meter.parts().registers().tariffs().active());
    }

    private static long wattHours(MeterHost host, int tariff) {
        return host.read(meter -> meter.parts().registers().tariffs().milliwattSeconds(Quantity.A_PLUS, tariff))
                / WATT_HOUR_MILLIWATT_SECONDS;
    }

    private List<ProfileEntry> rows(DataLogger logger) throws IOException {
        var rows = new ArrayList<ProfileEntry>();
        memory.visit(SERIAL_NUMBER, logger, 0, Long.MIN_VALUE, Long.MAX_VALUE, rows::add);
        return rows;
    }
}
