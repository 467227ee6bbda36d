package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// The demo as somebody meets it who has typed one command and opened the address: looked at and handled in Chromium.
/// The readings are those of the dark segments of the drawing, not of any text.
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTest {

    private static final int PRESSES_MAX = 40;
    private static final long WATT_HOURS_PER_STEP = 10;
    private static final Set<String> IMPORT = Set.of("IMPORT_L1", "IMPORT_L2", "IMPORT_L3");
    private static final Set<String> EXPORT = Set.of("EXPORT_L1", "EXPORT_L2", "EXPORT_L3");

    private final DemoAtHome demo;
    private final HeadlessPage page;

    BrowserTest() throws IOException {
        demo = DemoAtHome.start();
        page = HeadlessPage.open(demo.origin());
    }

    @AfterAll
    void stop() throws InterruptedException {
        page.close();
        demo.stop();
    }

    @BeforeAll
    void look() {
        page.size(1440, 1000);
    }

    /// Nothing flows and every phase has its voltage.
    @BeforeEach
    void quietHouse() {
        page.slide("load", Keys.HOME);
        page.slide("solar", Keys.HOME);
        if (page.attribute("[aria-label='Voltage auto']", "aria-pressed").equals("false")) {
            page.click("[aria-label='Voltage auto']");
        }
        page.await(() -> page.text("#power .in dd").equals("0.000 kW"));
    }

    @Test
    void theGlassReadsWhatDlmsReadsAndCountsUp() throws Exception {
        long before = demo.read("1.8.0");
        showItem("1.8.0");
        page.await(() -> shownWattHours("1.8.0") == before);

        page.slide("load", Keys.END);
        page.await(() -> shownWattHours("1.8.0") >= before + 2 * WATT_HOURS_PER_STEP);
        page.slide("load", Keys.HOME);
        page.await(() -> page.text("#power .in dd").equals("0.000 kW"));

        long after = demo.read("1.8.0");
        showItem("1.8.0");
        assertTrue(after >= before + 2 * WATT_HOURS_PER_STEP, before + " Wh, then " + after + " Wh");
        page.await(() -> shownWattHours("1.8.0") == after);
    }

    @Test
    void eachPulseFlashesTheLamp() {
        page.run("""
                window.flashes = 0;
                new MutationObserver((changes) => {
                  for (const { target, oldValue } of changes) {
                    if (target.classList.contains('flash') && !oldValue.includes('flash')) window.flashes++;
                  }
                }).observe(document.querySelector('#pulse'), { attributeFilter: ['class'], attributeOldValue: true });
                """);
        // 4.2 kW: a little more than one pulse in a second.
        page.slide("load", Keys.PAGE_UP, Keys.PAGE_UP, Keys.PAGE_UP);

        page.await(() -> ((Number) page.ask("return window.flashes;")).intValue() >= 3);
        assertEquals(4.2, page.slider("load"), 0.01);
    }

    @Test
    void theLeftButtonShowsTheNextReadingByMouseAndBySpaceKey() {
        showItem("1.8.0");
        page.await(() -> page.text("text-twin .says").startsWith("1.8.0 "));

        page.click("meter-face #left .cap");
        page.await(() -> page.lcd.identification().equals("2.8.0"));
        page.await(() -> page.text("text-twin .says").startsWith("2.8.0 "));

        page.press(Keys.SPACE);
        page.await(() -> !page.lcd.identification().equals("2.8.0"));
        String third = page.lcd.identification();
        assertNotEquals("1.8.0", third);
        page.await(() -> page.text("text-twin .says").startsWith(third + " "));
    }

    // Sealed it does nothing; unsealed it leads through the utility's readings to its deeds, which holding it does.
    @Test
    void theRightButtonIsUnsealedAndHeld() {
        page.type("b");
        page.await(() -> page.text("text-twin .says").contains("sealed"));

        page.click("#slot");
        page.await(() -> page.attribute("#slot", "aria-pressed").equals("true"));
        page.type("b");
        page.await(() -> page.lcd.identification().equals("96.1.0"));
        page.click("meter-face #right .cap");
        page.await(() -> page.lcd.identification().equals("97.97.0"));
        for (int press = 0; press < PRESSES_MAX && !twinSays("end the debiting period"); press++) {
            String before = page.text("text-twin .says");
            page.click("#press-right");
            page.holdsSoon(() -> !page.text("text-twin .says").equals(before));
        }
        assertEquals("0.1.0", page.lcd.identification());
        int periods = Integer.parseInt(page.lcd.value());

        page.hold("meter-face #right .cap");
        page.await(() -> page.lcd.value().equals(String.valueOf(periods + 1)));
        page.await(() -> page.attribute("meter-face #right", "class").indexOf("down") < 0);
        // A debiting period of no second does not end.
        secondPasses();
        page.click("#hold-right");
        page.await(() -> page.lcd.value().equals(String.valueOf(periods + 2)));

        page.click("#slot");
        page.await(() -> page.attribute("meter-face #right", "class").contains("sealed"));
    }

    @Test
    void everyPageSeesTheSlotTurnedOnAnother() {
        try (var other = HeadlessPage.open(demo.origin())) {
            for (boolean isUnsealed : new boolean[] {true, false}) {
                HeadlessPage hand = isUnsealed ? other : page;
                hand.click("#slot");

                for (HeadlessPage eye : List.of(page, other)) {
                    eye.await(() -> eye.attribute("#slot", "aria-pressed").equals(String.valueOf(isUnsealed)));
                    eye.await(() -> eye.attribute("meter-face #right", "class").contains("sealed") != isUnsealed);
                }
            }
        }
    }

    // The demo's lamp is dark without consumption; this meter is made with Z2 = 2.
    @Test
    void theLampIsLitWithoutConsumptionIfTheMeterIsMadeSo(@TempDir Path folder) throws Exception {
        assertFalse(page.attribute("#pulse", "class").contains("steady"));
        Path file = Files.writeString(folder.resolve("meter.yaml"), """
                meter: {configuration: {Z2: 2}}
                ports: {dlms: 0, face: 0, p1: 0}
                """);

        try (var meter = TrefasProgram.start("run", file.toString());
                var other = HeadlessPage.open(
                        "http://localhost:" + meter.awaitBanner().facePort().orElseThrow())) {
            other.slide("load", Keys.HOME);
            other.slide("solar", Keys.HOME);
            other.await(() -> other.attribute("#pulse", "class").contains("steady"));

            // 2.8 kW: less than one pulse in a second.
            other.slide("load", Keys.PAGE_UP, Keys.PAGE_UP);
            other.await(() -> !other.attribute("#pulse", "class").contains("steady"));

            other.slide("load", Keys.HOME);
            other.await(() -> other.attribute("#pulse", "class").contains("steady"));
            other.slide("voltage", Keys.HOME);
            other.await(() -> !other.attribute("#pulse", "class").contains("steady"));
        }
    }

    private void secondPasses() {
        String before = page.text("#clock");
        page.await(() -> !page.text("#clock").equals(before));
    }

    private boolean twinSays(String words) {
        return page.text("text-twin .says").contains(words);
    }

    @Test
    void aLongPressOfTheLeftButtonIsNoShortOne() {
        showItem("1.7.0");

        page.hold("meter-face #left .cap");

        assertEquals("1.7.0", page.lcd.identification());
        page.click("meter-face #left .cap");
        page.await(() -> page.lcd.identification().equals("2.7.0"));
    }

    @Test
    void aMagnetLightsTheTamperHandAsLongAsItIsThere() {
        String magnet = "module-card .toggles button:first-child";
        assertTrue(page.text(magnet).startsWith("Magnet"), () -> page.text(magnet));

        page.click(magnet);
        page.await(() -> page.lcd.marks().contains("TAMPER"));
        page.click(magnet);
        page.await(() -> !page.lcd.marks().contains("TAMPER"));
    }

    @Test
    void moreSunThanLoadTurnsTheArrowsAndCountsExport() throws Exception {
        page.slide("load", Keys.END);
        page.await(() -> page.lcd.marks().containsAll(IMPORT));

        page.slide("load", Keys.HOME);
        page.slide("solar", Keys.END);
        page.await(() -> page.lcd.marks().containsAll(EXPORT));
        assertTrue(
                page.lcd.marks().stream().noneMatch(IMPORT::contains),
                () -> page.lcd.marks().toString());

        // Power to the grid on the glass, then the energy it makes.
        showItem("2.7.0");
        page.await(() -> new BigDecimal(page.lcd.value()).compareTo(new BigDecimal("11")) > 0);
        long before = demo.read("2.8.0");
        showItem("2.8.0");
        page.await(() -> shownWattHours("2.8.0") >= before + WATT_HOURS_PER_STEP);
    }

    @Test
    void withoutVoltageTheGlassIsBlank() {
        page.slide("voltage", Keys.HOME);
        page.await(() -> page.lcd.darkShapes() == 0);
        assertEquals(Set.of(), page.lcd.marks());

        page.click("[aria-label='Voltage auto']");
        page.await(() -> page.lcd.identification().matches("96\\.54\\.1|0\\.2\\.0"));
        page.await(() -> page.lcd.identification().matches("[12]\\.8\\.0"));
    }

    @Test
    void autoGivesTheLoadBackToTheHouse() {
        assertEquals("false", page.attribute("[aria-label='Load auto']", "aria-pressed"));
        assertEquals(0, page.slider("load"));

        page.click("[aria-label='Load auto']");

        page.await(
                () -> page.attribute("[aria-label='Load auto']", "aria-pressed").equals("true"));
        page.await(() -> page.slider("load") > 0);
        page.await(() -> !page.text("#power .in dd").equals("0.000 kW"));
    }

    @Test
    void aMagnetIsBroughtNearAndTakenAway() {
        page.click("module-card .toggle");
        page.await(() -> page.attribute("module-card .toggle", "aria-pressed").equals("true"));

        page.click("module-card .toggle");
        page.await(() -> page.attribute("module-card .toggle", "aria-pressed").equals("false"));
        assertEquals("", page.text("module-card .problem"));
    }

    @Test
    void itSaysThatItIsADemoAndHowFastItsClockRuns() {
        assertTrue(page.text("#demo").contains("nothing is saved"), () -> page.text("#demo"));
        assertEquals("×1", page.text("#speed"));
        assertTrue(page.text("#driven").startsWith("a simulated house"), () -> page.text("#driven"));
    }

    @Test
    void theConsoleIsQuietAndNothingIsAskedOfAnybodyElse() {
        page.requested();
        page.complaints();
        page.load();
        page.click("meter-face #left .cap");
        page.slide("load", Keys.END);
        page.click("register-table summary");
        page.await(() -> page.text("register-table tbody").contains("1.8.0"));

        assertEquals(List.of(), page.complaints());
        List<String> requested = page.requested();
        assertTrue(requested.contains(demo.origin() + "/page.js"), requested::toString);
        assertEquals(
                List.of(),
                requested.stream()
                        .filter(address -> !address.startsWith(demo.origin() + "/"))
                        .toList());
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {360, 768, 1440})
    void nothingHasToBeScrolledSideways(int width) {
        page.size(width, 900);
        page.load();
        page.click("register-table summary");

        assertEquals((long) width, page.ask("return window.innerWidth;"));
        assertTrue((boolean) page.ask("return document.scrollingElement.scrollWidth <= window.innerWidth;"));
        look();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource(textBlock = """
                    light, 390
                    light, 1440
                    dark,  390
                    dark,  1440
                    """)
    void everyoneCanUseIt(String scheme, int width) throws IOException {
        page.prefer("prefers-color-scheme", scheme);
        page.size(width, 900);
        page.load();
        page.click("register-table summary");
        page.await(() -> page.text("register-table tbody").contains("1.8.0"));

        assertEquals(List.of(), page.axeViolations());
        page.prefer("prefers-color-scheme", "light");
        look();
    }

    @Test
    void whoeverWantsNoMotionGetsNone() {
        page.slide("load", Keys.END);
        page.await(() -> (boolean) page.ask("return document.getAnimations().length > 0;"));

        page.prefer("prefers-reduced-motion", "reduce");
        page.await(() -> (boolean) page.ask("return document.getAnimations().length === 0;"));
        page.prefer("prefers-reduced-motion", "no-preference");
    }

    /// Presses the left button until the glass shows an item, at least once: from then on the meter stays with it.
    private void showItem(String identification) {
        for (int press = 0; press < PRESSES_MAX; press++) {
            String before = page.lcd.identification();
            page.click("#press");
            // The first press may show the same item again.
            page.holdsSoon(() -> !page.lcd.identification().equals(before));
            if (page.lcd.identification().equals(identification)) {
                return;
            }
        }
        throw new AssertionError("no " + identification + " within " + PRESSES_MAX + " presses");
    }

    /// The energy the glass shows, or -1 while it shows something else.
    private long shownWattHours(String identification) {
        String value = page.lcd.value();
        return page.lcd.identification().equals(identification) && value.matches("\\d+\\.\\d+")
                ? new BigDecimal(value).movePointRight(3).longValueExact()
                : -1;
    }
}
