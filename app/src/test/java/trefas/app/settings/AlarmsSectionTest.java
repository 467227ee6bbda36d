package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.status.AlarmSettings;
import trefas.device.status.EventA;
import trefas.device.status.EventB;

/// `meter.alarms:` (dossier 16).
class AlarmsSectionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "meter: {alarms: }", "meter: {alarms: {call: off, events-a: []}}"})
    void nobodyIsCalledUnlessTheFileSaysSo(String text) {
        assertEquals(AlarmSettings.DEFAULT, alarms(text));
    }

    /// The address and the port are the examples of the papers.
    @Test
    void everyKeyIsTaken() {
        assertEquals(
                new AlarmSettings(
                        128,
                        0xAC10_0478L,
                        5_001,
                        EventA.TAMPER.mask() | EventA.LOAD_PROFILE_EVENT_READY.mask(),
                        EventB.MISSING_L1.mask() | EventB.COVER_OPEN.mask(),
                        EventB.POWER_FAIL.mask()),
                alarms("""
                    meter:
                      alarms:
                        call: on
                        end-point: 172.16.4.120
                        port: 5001
                        events-a: [tamper, load-profile-event-ready]
                        events-b: [missing-l1, Cover-Open]
                        ended-events-b: [power-fail]
                    """));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {call: 128}                  | meter.alarms.call is "128", expected on or off
        {call: on}                   | meter.alarms.call is on, but end-point or port beside it are missing or 0
        {call: on, end-point: 127.0.0.1} | meter.alarms.call is on, but end-point or port beside it are missing or 0
        {call: on, end-point: 0.0.0.0, port: 1} | meter.alarms.call is on, but end-point or port beside it are missing or 0
        {call: on, end-point: 127.0.0.1, port: 0} | meter.alarms.call is on, but end-point or port beside it are missing or 0
        {call: on, end-point: 127.0.0.256, port: 1} | meter.alarms.end-point is "127.0.0.256", expected an IPv4 address such as 172.16.4.120
        {end-point: headend}         | meter.alarms.end-point is "headend", expected an IPv4 address such as 172.16.4.120
        {end-point: 1.2.3}           | meter.alarms.end-point is "1.2.3", expected an IPv4 address such as 172.16.4.120
        {port: 65536}                | meter.alarms.port is "65536", expected a whole number from 0 to 65535
        {events-a: [missing-l1]}     | meter.alarms.events-a is "missing-l1", expected events such as tamper or magnet
        {events-b: tamper}           | meter.alarms.events-b must be a list in brackets of at most 32 values
        {ended-events-b: [tamper]}   | meter.alarms.ended-events-b is "tamper", expected events such as missing-l1 or cover-open
        {mask: 64}                   | unknown key "meter.alarms.mask", expected one of call, end-point, port, events-a, events-b, ended-events-b
        """)
    void eachMistakeIsOneSentence(String text, String sentence) {
        assertEquals(
                List.of("meter.yaml, line 1: " + sentence),
                assertInstanceOf(
                                SettingsFile.Read.Problems.class,
                                SettingsFile.parse("meter.yaml", "meter: {alarms: " + text + "}", Path.of("")))
                        .problems());
    }

    private static AlarmSettings alarms(String text) {
        return assertInstanceOf(SettingsFile.Read.Settings.class, SettingsFile.parse("meter.yaml", text, Path.of("")))
                .settings()
                .functions()
                .alarms();
    }
}
