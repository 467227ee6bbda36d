package trefas.device.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.clock.MeterClock;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoggedRegister;
import trefas.device.settings.SettingsRecord.Read;

/// The octets of what was set on a meter.
class SettingsRecordTest {

    private static final MeterSettings MADE = MeterSettings.asMade(CapturePeriod.MINUTES_15, new MeterClock(1, true));
    private static final List<LoggedRegister> SELECTABLE =
            LoggedRegister.ALL.stream().filter(AnalysisSettings::isSelectable).toList();
    private static final MeterSettings ALL_SET = new MeterSettings(
            new MeterNumbers(0, 0xFFFF_FFFFL, 3, "\u00FFA\u0000", 5, 6, "module"),
            CapturePeriod.MINUTES_60,
            new MeterClock(1, false),
            -86_400,
            allFunctionsSet());

    /// Everything that can be set, otherwise than it is made.
    private static FunctionSettings allFunctionsSet() {
        FunctionSettings settings = FunctionSettings.DEFAULT;
        for (FunctionField field : FunctionField.values()) {
            long made = field.in(settings);
            for (long number : new long[] {1, 2, 3, 5, 30, 128, 77, 208, 240, 60_000, 208_000, 240_000}) {
                var with = field.with(settings, number);
                if (number != made && with.isPresent()) {
                    settings = with.get();
                    break;
                }
            }
            assertNotEquals(made, field.in(settings), field.name());
        }
        return settings.with(settings.analysis().settings().withRegisters(SELECTABLE.subList(0, 24)));
    }

    @Test
    void whatNobodyHasSetTakesNoRoom() {
        assertArrayEquals(new byte[] {1}, SettingsRecord.write(MADE, MADE));
        assertEquals(new Read.Ready(MADE), SettingsRecord.read(MADE, new byte[] {1}));
    }

    @Test
    void everythingSetComesBack() {
        assertEquals(new Read.Ready(ALL_SET), SettingsRecord.read(MADE, SettingsRecord.write(ALL_SET, MADE)));
    }

    // What was not set follows the configuration of today, what was set does not.
    @Test
    void aLaterConfigurationChangesOnlyWhatNobodyHasSet() {
        byte[] record = SettingsRecord.write(MADE.withClockOffsetSeconds(5), MADE);
        var madeToday = MeterSettings.asMade(CapturePeriod.MINUTES_5, new MeterClock(2, true));

        assertEquals(new Read.Ready(madeToday.withClockOffsetSeconds(5)), SettingsRecord.read(madeToday, record));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                            | the saved settings have layout 0, this version reads layout 1; they were written by another version
            02                            | the saved settings have layout 2, this version reads layout 1; they were written by another version
            01 01                         | the saved settings end in the middle of field 1
            01 01 08 00                   | the saved settings end in the middle of field 1
            01 02 04 00000001             | the saved settings hold a field 2 that no meter can have
            01 02 08 0000000100000000     | the saved settings hold a field 2 that no meter can have
            01 08 08 0000000000000007     | the saved settings hold a field 8 that no meter can have
            01 09 08 0000000000000002     | the saved settings hold a field 9 that no meter can have
            01 0A 08 7FFFFFFFFFFFFFFF     | the saved settings hold a field 10 that no meter can have
            01 0A 08 8000000000000000     | the saved settings hold a field 10 that no meter can have
            01 3C 04 00000000             | the saved settings hold a field 60 that no meter can have
            01 3C 08 0000000000000000     | the saved settings hold a field 60 that no meter can have
            01 3C 09 01010108 00FF0200 00 | the saved settings hold a field 60 that no meter can have
            01 63 01 00                   | the saved settings hold a field 99 that no meter can have
            """)
    void whatCannotBeIsRefusedInOneSentence(String hex, String reason) {
        byte[] record = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertEquals(new Read.Unusable(reason), SettingsRecord.read(MADE, record));
    }

    @Test
    void noPartOfARecordIsTakenForTheWhole() {
        byte[] record = SettingsRecord.write(ALL_SET, MADE);
        int fields = 0;
        for (int length = 0; length < record.length; length++) {
            if (SettingsRecord.read(MADE, Arrays.copyOf(record, length)) instanceof Read.Ready) {
                fields++;
            }
        }

        assertEquals(11 + FunctionField.values().length, fields, "only whole fields are a record");
    }

    // The keys of A+ and the mean of P- L3: code and attribute.
    @Test
    void columnsOfTheAnalysisLoggerAreKeptAsTheyWereChosen() {
        AnalysisSettings made = MADE.functions().analysis().settings();
        for (List<LoggedRegister> chosen :
                List.of(List.<LoggedRegister>of(), List.of(LoggedRegister.A_PLUS, LoggedRegister.MEAN_P_MINUS_L3))) {
            MeterSettings settings = MADE.withFunctions(MADE.functions().with(made.withRegisters(chosen)));
            String keys = chosen.isEmpty() ? "00" : "10" + "000101010800FF02" + "0001013E1900FF02";

            byte[] record = SettingsRecord.write(settings, MADE);

            assertEquals("013C" + keys, HexFormat.of().withUpperCase().formatHex(record));
            assertEquals(new Read.Ready(settings), SettingsRecord.read(MADE, record));
        }
    }

    @Test
    void columnsThatStandTwiceAreRefused() {
        byte[] record = HexFormat.of().parseHex("013C10" + "000101010800FF02".repeat(2));

        assertEquals(
                new Read.Unusable("the saved settings hold a field 60 that no meter can have"),
                SettingsRecord.read(MADE, record));
    }

    @FuzzTest
    void anyOctetsGetAnAnswer(byte[] noise) {
        switch (SettingsRecord.read(MADE, noise)) {
            case Read.Ready(MeterSettings settings) ->
                assertEquals(
                        new Read.Ready(settings),
                        assertInstanceOf(
                                Read.Ready.class, SettingsRecord.read(MADE, SettingsRecord.write(settings, MADE))));
            case Read.Unusable(String reason) -> assertEquals(0, reason.indexOf("the saved settings"));
        }
    }
}
