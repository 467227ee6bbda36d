package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.app.host.HostOnBench.START;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trefas.app.settings.Speed;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.FrontPanel;
import trefas.device.display.RightButton;
import trefas.device.display.RightDeed;
import trefas.web.ButtonDeed;
import trefas.web.RightButtonState;

/// The buttons of a running meter, and what they do kept in its memory.
class HostDeskButtonsTest {

    private static final MeterConfiguration MADE = MeterConfiguration.DEFAULT.withFront(
            FrontPanel.DEFAULT.withRightButton(new RightButton(true, List.of(RightDeed.DEBITING_STOP))));

    private final HostOnBench bench = new HostOnBench(MADE);
    private final HostDesk desk = desk(bench);

    private static HostDesk desk(HostOnBench bench) {
        return new HostDesk(bench.host, Optional.empty(), "a bench", Speed.REAL_TIME, false);
    }

    @Test
    void theRightButtonIsSealedUntilItsSlotIsTurned() throws IOException {
        bench.host.advanceTo(START + 20);
        assertEquals(new RightButtonState(false, List.of("utility-list", "debiting-stop")), desk.rightButton());
        assertEquals(
                Optional.of("The right button is sealed: turn its slot first."), desk.operate(ButtonDeed.PRESS_RIGHT));

        assertEquals(Optional.empty(), desk.operate(ButtonDeed.UNSEAL_RIGHT));
        assertTrue(desk.rightButton().isUnsealed());
        assertEquals(Optional.empty(), desk.operate(ButtonDeed.PRESS_RIGHT));
        assertEquals("96.1.0", desk.moment().display().words().identification());

        desk.operate(ButtonDeed.SEAL_RIGHT);
        assertEquals(
                Optional.of("The right button is sealed: turn its slot first."), desk.operate(ButtonDeed.HOLD_RIGHT));
    }

    @Test
    void whatAButtonDidIsSavedAtOnce() throws IOException {
        bench.host.advanceTo(START + 20);
        desk.operate(ButtonDeed.UNSEAL_RIGHT);
        for (int view = 0; view < MADE.displayLists().utility().size() + 1; view++) {
            desk.operate(ButtonDeed.PRESS_RIGHT);
        }
        assertEquals("0.1.0 0, hold the right button to end the debiting period", sentence());

        assertEquals(Optional.empty(), desk.operate(ButtonDeed.HOLD_RIGHT));

        assertEquals("0.1.0 1, hold the right button to end the debiting period", sentence());
        assertTrue(bench.host.<Boolean>read(bench.memory::knows), "saved");
    }

    @Test
    void aButtonWithoutFunctionSaysSo() throws IOException {
        var plain = new HostOnBench();
        plain.host.advanceTo(START + 20);
        HostDesk plainDesk = desk(plain);
        plainDesk.operate(ButtonDeed.UNSEAL_RIGHT);

        assertEquals(
                Optional.of("The right button has no function: meter.display.right-button gives it some."),
                plainDesk.operate(ButtonDeed.PRESS_RIGHT));
    }

    // Nothing is promised any more; nothing throws either.
    @Test
    void aMeterWhoseMemoryHasFailedTakesNoPress() throws IOException {
        bench.host.advanceTo(START + 20);
        bench.memory.broken = true;
        assertThrows(IOException.class, () -> bench.host.advanceTo(START + 30));

        assertEquals(Optional.empty(), desk.operate(ButtonDeed.HOLD_LEFT));
        assertEquals(Optional.empty(), desk.operate(ButtonDeed.UNSEAL_RIGHT));
        desk.pressLeft();
        assertFalse(desk.rightButton().isUnsealed());
    }

    private String sentence() {
        return desk.moment().display().words().sentence();
    }
}
