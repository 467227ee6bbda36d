package trefas.device.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.status.Firmware;
import trefas.device.status.StatusInput;
import trefas.quantity.PhaseSequence;

class DisplayTest {

    private static final DisplayLists THREE = new DisplayLists(
            List.of(DisplayItem.A_PLUS, DisplayItem.A_MINUS, DisplayItem.P_PLUS),
            DisplayLists.DEFAULT.consumer(),
            DisplayLists.DEFAULT.utility());

    private FakeReadings meter = new FakeReadings();

    @Test
    void theAutomaticListShiftsEachTenSecondsForEver() {
        meter.count(EnergyRegister.A_MINUS, 1);
        var display = display(THREE);

        for (int second = 0; second < 90; second++) {
            String expected = List.of("1.8.0", "2.8.0", "1.7.0").get(second / 10 % 3);
            assertEquals(expected, shownAfterASecond(display), "second " + second);
        }
    }

    @Test
    void exportedEnergyIsPassedOverUntilThereIsSome() {
        var display = display(DisplayLists.DEFAULT);

        assertEquals("1.8.0", shownAfter(30, display));
        meter.count(EnergyRegister.A_MINUS, 1);
        assertEquals("2.8.0", shownAfter(10, display));
    }

    @Test
    void theLeftButtonEntersTheConsumerListAndLeadsThroughItRoundAndRound() {
        var display = display(THREE);
        shownAfterASecond(display);

        for (int press = 0; press < 32; press++) {
            display.pressLeft(meter.now, meter);
            DisplayItem expected = DisplayLists.DEFAULT.consumer().get(press % 15);
            assertEquals(expected.code(), shown(display), "press " + press);
        }
    }

    @Test
    void theConsumerListEndsTwoMinutesAfterTheLastPress() {
        var display = display(THREE);
        shownAfter(15, display);
        display.pressLeft(meter.now, meter);
        shownAfter(100, display);
        display.pressLeft(meter.now, meter);

        assertEquals("2.8.0", shownAfter(120, display), "119 s after the press");
        assertEquals("1.8.0", shownAfter(1, display), "120 s after the press");
        assertEquals("1.8.0", shownAfter(9, display));
        assertEquals("1.7.0", shownAfter(1, display));
    }

    @Test
    void withoutSupplyNothingIsLitAndTheButtonIsDead() {
        var display = display(THREE);
        assertSame(DisplayFrame.BLANK, display.frame(meter));

        shownAfter(12, display);
        meter.powered = false;
        assertSame(DisplayFrame.BLANK, display.frame(meter));
        shownAfter(5, display);
        display.pressLeft(meter.now, meter);
        meter.powered = true;

        assertSame(DisplayFrame.BLANK, display.frame(meter));
        assertEquals("1.8.0", shownAfterASecond(display));
    }

    @Test
    void aClockThatIsSetDoesNotFreezeTheList() {
        var display = display(THREE);
        shownAfterASecond(display);

        meter.now -= 86_400;
        assertEquals("1.8.0", shownAfter(10, display));
        assertEquals("1.7.0", shownAfter(1, display));
        meter.now += 86_400;
        assertEquals("1.8.0", shownAfter(1, display));
    }

    @Test
    void theDisplayTestLightsEverySegment() {
        var display = display(DisplayLists.DEFAULT);
        shownAfterASecond(display);
        for (int press = 0; press < 15; press++) {
            display.pressLeft(meter.now, meter);
        }

        DisplayFrame frame = display.frame(meter);

        assertSame(DisplayFrame.ALL_SEGMENTS, frame);
        assertEquals("Display test: all segments are on.", frame.words().sentence());
        for (int digit = 0; digit < 7; digit++) {
            assertEquals(0b1_1111_1111, frame.identification().cell(digit));
        }
        for (int digit = 0; digit < 9; digit++) {
            assertEquals(0b1_1111_1111, frame.value().cell(digit));
        }
        for (int character = 0; character < 4; character++) {
            assertEquals(0x3FFF, frame.textCell(character));
        }
        DisplayMark.ALL.forEach(mark -> assertEquals(true, frame.isOn(mark), mark::name));
    }

    // 1 is b c; 2 is a b d e g; the dot of 5 and of 1 is bit 7.
    @Test
    void digitsAreDrawnSegmentBySegment() {
        meter.count(EnergyRegister.A_PLUS, 12_345_670);
        var display = display(DisplayLists.DEFAULT);
        shownAfterASecond(display);

        DisplayFrame frame = display.frame(meter);

        assertEquals(List.of(0x06 | 0x80, 0x7F | 0x80, 0x3F, 0, 0, 0, 0), cells(frame.identification(), 7));
        assertEquals(List.of(0x3F, 0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D | 0x80, 0x7D, 0x07), cells(frame.value(), 9));
        assertEquals(0b00_0000_1111_0111, frame.textCell(0), "A is a b c e f g1 g2");
        assertEquals(0b01_0010_1100_0000, frame.textCell(1), "+ is g1 g2 i l");
        assertEquals(0, frame.textCell(2));
    }

    @ParameterizedTest(name = "{0} mV, {1} mA, {2} mW")
    @CsvSource(delimiter = '|', textBlock = """
                    160001 | 10 | 2300  | AXES P_PLUS L1 IMPORT_L1
                    159999 | 10 | 2299  | AXES P_PLUS
                    160001 | 9  | 2300  | AXES L1 IMPORT_L1
                    230000 | 10 | -2300 | AXES P_MINUS L1 EXPORT_L1
                    230000 | 10 | -2299 | AXES P_MINUS L1
                    230000 | 10 | 0     | AXES L1
                    0      | 0  | 0     | AXES
                    """)
    void onePhaseLightsItsMarks(int millivolts, int milliamperes, int milliwatts, String marks) {
        meter.values.phase(0, millivolts, milliamperes, milliwatts, 0);
        meter.importMilliwatts = Math.max(0, milliwatts);
        meter.exportMilliwatts = Math.max(0, -milliwatts);

        assertEquals(new TreeSet<>(List.of(marks.split(" "))), indicators());
    }

    @ParameterizedTest(name = "P {0} mW, Q {1} mvar: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    500  | 100  | P_PLUS Q_PLUS
                    -500 | 100  | P_MINUS Q_PLUS
                    -500 | -100 | P_MINUS Q_MINUS
                    500  | -100 | P_PLUS Q_MINUS
                    """)
    void theQuadrantFollowsTheNetPower(long milliwatts, long millivars, String arrows) {
        meter.values.phase(1, 0, 10, 0, 0);
        meter.importMilliwatts = 1_000 + milliwatts;
        meter.exportMilliwatts = 1_000;
        meter.importMillivars = 1_000 + millivars;
        meter.exportMillivars = 1_000;

        assertEquals(new TreeSet<>(List.of(("AXES " + arrows).split(" "))), indicators());
    }

    @ParameterizedTest
    @CsvSource({"L1L2L3, SEQUENCE_L1L2L3, false", "L1L3L2, SEQUENCE_L1L3L2, true"})
    void thePhaseOrderHasASymbolAndBlinksWhenTurned(PhaseSequence sequence, DisplayMark mark, boolean blinks) {
        meter.values.supply(50_000, sequence);
        var display = display(DisplayLists.DEFAULT);
        shownAfterASecond(display);

        DisplayFrame frame = display.frame(meter);

        assertEquals(true, frame.isOn(mark));
        assertEquals(blinks, frame.blinks(mark));
        assertEquals(1, Long.bitCount(frame.marks() & sequenceBits()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    1.8.0  | UPPER_K UPPER_W UPPER_H
                    3.8.0  | LOWER_K LOWER_V LOWER_A LOWER_R LOWER_H
                    1.7.0  | UPPER_K UPPER_W
                    3.7.0  | LOWER_K LOWER_V LOWER_A LOWER_R
                    32.7.0 | LOWER_V
                    31.7.0 | LOWER_A
                    14.7.0 | HERTZ
                    """)
    void unitsAreDrawnWithTheirMarks(String code, String marks) {
        DisplayItem item = DisplayItem.parse(code).orElseThrow();

        assertEquals(
                new TreeSet<>(List.of(marks.split(" "))), names(item.unit(meter).marks()));
    }

    // Dossier 5: checksum, software, nothing, then the lists; the marks are live all the while.
    @Test
    void aStartBeginsWithChecksumAndSoftwareAndLiveMarks() {
        meter.firmware = new Firmware("5098736", "A1", 0x7252_6998L);
        meter.values.phase(0, 230_000, 0, 0, 0);
        meter.parts.status().powerOn(meter.now, (_, _, _) -> {});
        var display = new Display(FrontPanel.DEFAULT.withFirmware(meter.firmware));

        for (int second = 1; second < 20; second++) {
            meter.parts.status().secondElapsed();
            display.secondElapsed(meter.now, meter);
            String expected = second < 5 ? "96.54.1 27032 CSUM" : second < 10 ? "0.2.0 5098736 A1" : "  ";
            DisplayText words = display.frame(meter).words();
            assertEquals(
                    second < 15 ? expected : "1.8.0 0000000.00 A+",
                    words.identification() + " " + words.value() + " " + words.text(),
                    "second " + second);
            assertTrue(display.frame(meter).isOn(DisplayMark.L1));
        }
    }

    @Test
    void aPressDuringTheStartLeadsToTheConsumerList() {
        meter.parts.status().powerOn(meter.now, (_, _, _) -> {});
        var display = display(THREE);
        assertEquals("96.54.1", shownAfterASecond(display));

        display.pressLeft(meter.now, meter);
        assertEquals("1.8.0", shown(display));
    }

    @Test
    void whatTheMeterDoesNotMeasureIsPassedOver() {
        meter = new FakeReadings(MeasuredEnergies.ACTIVE_IMPORT);
        var display = display(THREE);
        assertEquals("1.8.0", shownAfter(10, display));
        assertEquals("1.7.0", shownAfter(1, display));

        var shown = new ArrayList<String>();
        for (int press = 0; press < 12; press++) {
            display.pressLeft(meter.now, meter);
            shown.add(shown(display));
        }
        assertEquals(
                List.of(
                        "1.8.0", "1.7.0", "32.7.0", "52.7.0", "72.7.0", "31.7.0", "51.7.0", "71.7.0", "1.0.0", "0.0.1",
                        "", "1.8.0"),
                shown);
    }

    // Dossier 6.5: only with the slot vertical, only with functions.
    @Test
    void theRightButtonLeadsThroughItsListOnceUnsealed() {
        DisplayLists lists =
                new DisplayLists(THREE.automatic(), THREE.consumer(), List.of(DisplayItem.HOURS, DisplayItem.INFO));
        var button = new RightButton(true, List.of(RightDeed.DEBITING_STOP, RightDeed.TARIFF_PLAN));
        var display = new Display(new FrontPanel(lists, button, meter.firmware));
        assertEquals("1.8.0", shownAfterASecond(display));
        assertEquals("1.8.0", afterRightPress(display), "sealed");

        display.turnRight(true);
        // There is no tariff plan to choose.
        for (String expected : List.of("96.8.0", "97.97.0", "0.1.0", "96.8.0")) {
            assertEquals(expected, afterRightPress(display));
        }
        display.pressLeft(meter.now, meter);
        assertEquals("1.8.0", shown(display));
        assertEquals("96.8.0", afterRightPress(display));
        assertEquals("96.8.0", shownAfter(120, display));
        assertEquals("1.8.0", shownAfter(1, display), "120 s after the press");

        display.turnRight(false);
        assertEquals("1.8.0", afterRightPress(display));
    }

    @Test
    void aRightButtonWithoutFunctionIsDead() {
        var display = display(THREE);
        shownAfterASecond(display);
        display.turnRight(true);

        assertEquals("1.8.0", afterRightPress(display));
        display.pressLeft(meter.now, meter);
        display.pressLeft(meter.now, meter);
        assertEquals("2.8.0", afterRightPress(display));
    }

    // Dossier 6.1, 8: refreshed every 10 s, off without a tariff reading in any list.
    @Test
    void theTariffMarkFollowsEveryTenSecondsWhereATariffIsShown() {
        DisplayLists lists =
                new DisplayLists(List.of(DisplayItem.A_PLUS, DisplayItem.A_PLUS_T2), THREE.consumer(), List.of());
        var display = display(lists);
        var without = display(THREE);
        meter.now -= meter.now % 10;
        display.secondElapsed(meter.now, meter);
        assertEquals(Set.of("T1"), tariffMarks(display));

        meter.parts.tariffs().write(8);
        meter.parts.tariffs().secondElapsed(meter.now, meter.now, meter.clock(), true, 0);
        for (int second = 1; second <= 10; second++) {
            meter.now++;
            display.secondElapsed(meter.now, meter);
            without.secondElapsed(meter.now, meter);
            assertEquals(Set.of(second < 10 ? "T1" : "T8"), tariffMarks(display), "second " + second);
            assertEquals(Set.of(), tariffMarks(without));
        }
    }

    @Test
    void thePulseInputIsTakenEveryTenSeconds() {
        var display = display(new DisplayLists(List.of(DisplayItem.PULSE_INPUT), THREE.consumer(), List.of()));
        meter.now -= meter.now % 10;
        display.secondElapsed(meter.now, meter);
        meter.parts.ports().writePulseInput(42);

        meter.now += 9;
        display.secondElapsed(meter.now, meter);
        assertEquals("0", display.frame(meter).words().value());
        meter.now++;
        display.secondElapsed(meter.now, meter);
        assertEquals("42", display.frame(meter).words().value());
    }

    @Test
    void aMagnetLightsTheTamperHand() {
        meter.parts.status().powerOn(meter.now, (_, _, _) -> {});
        meter.parts.status().input(StatusInput.MAGNET, true, meter.now, (_, _, _) -> {});
        assertTrue(indicators().contains("TAMPER"));

        meter.parts.status().input(StatusInput.MAGNET, false, meter.now, (_, _, _) -> {});
        assertFalse(indicators().contains("TAMPER"));
    }

    private String afterRightPress(Display display) {
        display.pressRight(meter.now, meter);
        return shown(display);
    }

    private Set<String> tariffMarks(Display display) {
        var marks = new TreeSet<>(names(display.frame(meter).marks()));
        marks.removeIf(name -> !name.matches("T\\d"));
        return marks;
    }

    private static Display display(DisplayLists lists) {
        return new Display(FrontPanel.DEFAULT.withLists(lists));
    }

    private String shownAfterASecond(Display display) {
        display.secondElapsed(meter.now, meter);
        String shown = shown(display);
        meter.now++;
        return shown;
    }

    private String shownAfter(int seconds, Display display) {
        String shown = "";
        for (int second = 0; second < seconds; second++) {
            shown = shownAfterASecond(display);
        }
        return shown;
    }

    private String shown(Display display) {
        return display.frame(meter).words().identification();
    }

    private Set<String> indicators() {
        return names(Indicators.marks(meter));
    }

    private static List<Integer> cells(SegmentRow row, int digits) {
        return IntStream.range(0, digits).mapToObj(row::cell).toList();
    }

    private static Set<String> names(long marks) {
        var names = new TreeSet<String>();
        for (DisplayMark mark : DisplayMark.ALL) {
            if ((marks & mark.bit()) != 0) {
                names.add(mark.name());
            }
        }
        return names;
    }

    private static long sequenceBits() {
        return DisplayMark.SEQUENCE_L1L2L3.bit() | DisplayMark.SEQUENCE_L1L3L2.bit();
    }
}
