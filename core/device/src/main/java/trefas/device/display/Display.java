package trefas.device.display;

import java.util.List;
import trefas.device.register.EnergyRegister;
import trefas.device.register.Readings;

/// What one meter's LCD is doing: which list, which item, since when (dossier 6.2 and 6.4). Confined to its meter.
public final class Display {

    /// How long the automatic list shows an item.
    public static final int SHIFT_SECONDS = 10;

    /// The manual list ends so long after the last press.
    public static final int RETURN_SECONDS = 120;

    private enum Mode {
        DARK,
        AUTO,
        MANUAL
    }

    private final DisplayLists lists;
    private Mode mode = Mode.DARK;
    private int position;

    /// Since when the automatic list shows its item, or when the button was last pressed.
    private long since;

    /// Dark until the first second with supply.
    public Display(DisplayLists lists) {
        this.lists = lists;
    }

    /// Follows time and supply. Seconds may be left out: what is due then happens at the next call. A clock that is set
    /// back starts the wait for the next change anew.
    ///
    /// @param at the meter's time, seconds since 1970-01-01T00:00:00Z
    public void secondElapsed(long at, Readings readings) {
        if (!readings.isPowered()) {
            mode = Mode.DARK;
            return;
        }
        if (mode == Mode.DARK) {
            startAuto(at);
        }
        if (at < since) {
            since = at;
        }
        if (mode == Mode.MANUAL && at - since >= RETURN_SECONDS) {
            startAuto(at);
        } else if (mode == Mode.AUTO && at - since >= SHIFT_SECONDS) {
            shift(at, readings);
        }
    }

    /// A short press of the left button: into the manual list, or on to its next item. Without supply nothing happens.
    ///
    /// @param at the meter's time, seconds since 1970-01-01T00:00:00Z
    public void pressLeft(long at) {
        switch (mode) {
            case DARK -> {
                return;
            }
            case AUTO -> {
                mode = Mode.MANUAL;
                position = 0;
            }
            case MANUAL -> position = (position + 1) % lists.manual().size();
        }
        since = at;
    }

    /// The glass at this moment.
    public DisplayFrame frame(Readings readings) {
        if (mode == Mode.DARK || !readings.isPowered()) {
            return DisplayFrame.BLANK;
        }
        DisplayItem item = list().get(position);
        if (item == DisplayItem.DISPLAY_TEST) {
            return DisplayFrame.ALL_SEGMENTS;
        }
        long indicators = Indicators.marks(readings);
        return DisplayFrame.of(item.words(readings), indicators | item.unit().marks(), Indicators.blinking(indicators));
    }

    private List<DisplayItem> list() {
        return mode == Mode.MANUAL ? lists.manual() : lists.auto();
    }

    private void startAuto(long at) {
        mode = Mode.AUTO;
        position = 0;
        since = at;
    }

    /// On to the next item that has something to say; back to where it was if there is none.
    private void shift(long at, Readings readings) {
        int items = lists.auto().size();
        int next = (position + 1) % items;
        while (next != position && isSkipped(lists.auto().get(next), readings)) {
            next = (next + 1) % items;
        }
        position = next;
        since = at;
    }

    /// The automatic list passes over exported energy until there is some (dossier 6.2, our choice).
    private static boolean isSkipped(DisplayItem item, Readings readings) {
        return item == DisplayItem.A_MINUS && readings.milliwattSeconds(EnergyRegister.A_MINUS) == 0;
    }
}
