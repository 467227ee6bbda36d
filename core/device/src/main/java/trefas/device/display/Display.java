package trefas.device.display;

import java.util.List;
import java.util.Optional;
import trefas.device.register.EnergyRegister;
import trefas.device.status.StartUp;
import trefas.device.status.StartUpPhase;

/// What one meter's LCD is doing: which list, which item, since when (dossier 6.2, 6.4 and 6.5). Confined to its meter.
///
/// ```
/// dark -- supply --> start-up -- 15 s --> automatic                         (dossier 5)
/// any of them with supply -- left button --> consumer list, its next item
/// any of them with supply -- right button, unsealed --> right button's list, its next item
/// either list -- 2 min after the last press --> automatic
/// ```
public final class Display {

    /// How long the automatic list shows an item.
    public static final int SHIFT_SECONDS = 10;

    /// A button's list ends so long after the last press.
    public static final int RETURN_SECONDS = 120;

    /// How often the tariff mark and the value of the pulse input are taken (dossier 6.1).
    static final int REFRESH_SECONDS = 10;

    private static final long UNSIGNED_32 = 0xFFFF_FFFFL;

    private enum Mode {
        DARK,
        START_UP,
        AUTOMATIC,
        CONSUMER,
        RIGHT
    }

    private final FrontPanel front;
    private Mode mode = Mode.DARK;

    /// Since when the automatic list shows its item, or when a button was last pressed.
    private long since;

    /// The pulse input as it was taken last, unsigned.
    private int pulses;

    /// At most 30 items in a list.
    private byte position;

    /// The active tariff as it was taken last.
    private byte tariff;

    private boolean isUnsealed;

    /// Dark until the first second with supply, the right button sealed.
    public Display(FrontPanel front) {
        this.front = front;
    }

    /// Follows time and supply. Seconds may be left out: what is due then happens at the next call. A clock that is set
    /// back starts the wait for the next change anew.
    ///
    /// @param at the world's time, seconds since 1970-01-01T00:00:00Z
    public void secondElapsed(long at, Displayed meter) {
        if (!meter.isPowered()) {
            mode = Mode.DARK;
            return;
        }
        boolean wasDark = mode == Mode.DARK;
        if (wasDark || at % REFRESH_SECONDS == 0) {
            refresh(meter);
        }
        if (wasDark) {
            mode = Mode.START_UP;
        }
        if (at < since) {
            since = at;
        }
        switch (mode) {
            case START_UP -> {
                if (StartUp.phase(meter.parts().status().startUpSecond()) == StartUpPhase.NORMAL) {
                    startAutomatic(at, meter);
                }
            }
            case AUTOMATIC -> {
                if (at - since >= SHIFT_SECONDS) {
                    shift(at, meter);
                }
            }
            case CONSUMER, RIGHT -> {
                if (at - since >= RETURN_SECONDS) {
                    startAutomatic(at, meter);
                }
            }
            case DARK -> {}
        }
    }

    private void refresh(Displayed meter) {
        tariff = (byte) meter.parts().tariffs().actualTariff();
        pulses = meter.parts().hasModule() ? (int) meter.parts().ports().pulseInput() : 0;
    }

    /// A short press of the left button: into the consumer list, or on to its next item. Without supply nothing
    /// happens.
    ///
    /// @param at the world's time, seconds since 1970-01-01T00:00:00Z
    public void pressLeft(long at, Displayed meter) {
        press(Mode.CONSUMER, at, meter);
    }

    /// A short press of the right button: into its list, or on to the next item there. Sealed or without function it
    /// does nothing.
    ///
    /// @param at the world's time, seconds since 1970-01-01T00:00:00Z
    public void pressRight(long at, Displayed meter) {
        if (isUnsealed && front.rightButton().views(front.lists()).stream().anyMatch(view -> view.isThere(meter))) {
            press(Mode.RIGHT, at, meter);
        }
    }

    private void press(Mode list, long at, Displayed meter) {
        if (mode == Mode.DARK) {
            return;
        }
        if (mode == list) {
            position = (byte) next(position, meter);
        } else {
            begin(list, meter);
        }
        since = at;
    }

    /// A button is being held: its list does not end meanwhile.
    public void held(long at) {
        if (mode == Mode.CONSUMER || mode == Mode.RIGHT) {
            since = at;
        }
    }

    /// Turns the slot of the right button: only while it is vertical does the button work (dossier 6.5).
    public void turnRight(boolean isVertical) {
        isUnsealed = isVertical;
    }

    /// Whether the slot of the right button is vertical.
    public boolean isRightUnsealed() {
        return isUnsealed;
    }

    /// What is shown now; empty while the glass is dark or the meter starts up.
    public Optional<DisplayView> view() {
        List<? extends DisplayView> list = list();
        return position < list.size() ? Optional.of(list.get(position)) : Optional.empty();
    }

    /// The glass at this moment.
    public DisplayFrame frame(Displayed meter) {
        if (mode == Mode.DARK || !meter.isPowered()) {
            return DisplayFrame.BLANK;
        }
        Optional<DisplayView> view = view();
        if (view.equals(Optional.of(DisplayItem.DISPLAY_TEST))) {
            return DisplayFrame.ALL_SEGMENTS;
        }
        long indicators = Indicators.marks(meter);
        if (front.lists().hasTariffReading()) {
            indicators |= Indicators.ofTariff(tariff);
        }
        long unit = view.map(shown -> shown.unit(meter).marks()).orElse(0L);
        DisplayText words =
                view.map(shown -> shown.words(meter, pulses & UNSIGNED_32)).orElseGet(() -> startUp(meter));
        return DisplayFrame.of(words, indicators | unit, Indicators.blinking(indicators));
    }

    private DisplayText startUp(Displayed meter) {
        return StartUp.shown(meter.parts().status().startUpSecond(), front.firmware())
                .map(shown -> new DisplayText(
                        shown.identification(),
                        shown.value(),
                        "",
                        shown.text(),
                        shown.identification() + " " + shown.value() + " " + shown.text() + ", the meter starts"))
                .orElse(DisplayText.STARTING);
    }

    private List<? extends DisplayView> list() {
        return switch (mode) {
            case DARK, START_UP -> List.of();
            case AUTOMATIC -> front.lists().automatic();
            case CONSUMER -> front.lists().consumer();
            case RIGHT -> front.rightButton().views(front.lists());
        };
    }

    private void startAutomatic(long at, Displayed meter) {
        begin(Mode.AUTOMATIC, meter);
        since = at;
    }

    /// The first item of a list that the meter has.
    private void begin(Mode list, Displayed meter) {
        mode = list;
        position = 0;
        if (!list().isEmpty() && !isShown(list().getFirst(), meter)) {
            position = (byte) next(0, meter);
        }
    }

    private void shift(long at, Displayed meter) {
        position = (byte) next(position, meter);
        since = at;
    }

    /// The next item that has something to say; where it was if there is none.
    private int next(int from, Displayed meter) {
        List<? extends DisplayView> list = list();
        for (int steps = 1; steps < list.size(); steps++) {
            int next = (from + steps) % list.size();
            if (isShown(list.get(next), meter)) {
                return next;
            }
        }
        return from;
    }

    /// The automatic list also passes over exported energy until there is some (dossier 6.2, our choice).
    private boolean isShown(DisplayView view, Displayed meter) {
        boolean isNothing = mode == Mode.AUTOMATIC
                && view == DisplayItem.A_MINUS
                && meter.milliwattSeconds(EnergyRegister.A_MINUS) == 0;
        return !isNothing && view.isThere(meter);
    }
}
