package trefas.device.status;

import java.util.Optional;

/// The first seconds of a meter after the supply has come: checksum, software, five seconds of nothing, normal
/// (dossier 5, TD p19; decision 0035). It measures from the first second on, whatever it shows.
///
/// | seconds since power-on | phase    | value          | identification | text     |
/// |------------------------|----------|----------------|----------------|----------|
/// | 0 to 4                 | CHECKSUM | 27032          | 96.54.1        | CSUM     |
/// | 5 to 9                 | SOFTWARE | 5098736        | 0.2.0          | revision |
/// | 10 to 14               | SETTLING |                |                |          |
/// | 15 and more            | NORMAL   | automatic list |                |          |
public final class StartUp {

    static final int CHECKSUM_SECONDS = 5;
    static final int SOFTWARE_TO_SECOND = 10;
    static final int NORMAL_FROM_SECOND = 15;

    /// The radio starts so much later when the left button was held right after power-on.
    static final int RADIO_DELAY_SECONDS = 300;

    /// What the three fields show.
    public record Shown(String value, String identification, String text) {}

    private final Firmware firmware;
    private int seconds = NORMAL_FROM_SECOND;
    private int radioDelaySeconds;

    public StartUp(Firmware firmware) {
        this.firmware = firmware;
    }

    /// Supply is back: everything begins anew.
    public void powerOn() {
        seconds = 0;
        radioDelaySeconds = 0;
    }

    /// One more second with supply.
    public void secondElapsed() {
        if (seconds < NORMAL_FROM_SECOND) {
            seconds++;
        }
        if (radioDelaySeconds > 0) {
            radioDelaySeconds--;
        }
    }

    public StartUpPhase phase() {
        if (seconds >= NORMAL_FROM_SECOND) {
            return StartUpPhase.NORMAL;
        }
        if (seconds >= SOFTWARE_TO_SECOND) {
            return StartUpPhase.SETTLING;
        }
        return seconds >= CHECKSUM_SECONDS ? StartUpPhase.SOFTWARE : StartUpPhase.CHECKSUM;
    }

    /// What to show instead of a list; empty when nothing is, or when the lists have begun.
    public Optional<Shown> shown() {
        return switch (phase()) {
            case CHECKSUM -> Optional.of(new Shown(Integer.toString(firmware.displayedChecksum()), "96.54.1", "CSUM"));
            case SOFTWARE -> Optional.of(new Shown(firmware.number(), "0.2.0", firmware.revision()));
            case SETTLING, NORMAL -> Optional.empty();
        };
    }

    /// The left button has been held for about five seconds. Before the lists have begun this keeps the radio off for
    /// five minutes (TD p19); later it is none of the start-up's.
    public void leftButtonHeld() {
        if (seconds < NORMAL_FROM_SECOND) {
            radioDelaySeconds = RADIO_DELAY_SECONDS;
        }
    }

    /// Whether the radio, and the antenna on the display, are held back.
    public boolean isRadioHeldBack() {
        return radioDelaySeconds > 0;
    }

    public Firmware firmware() {
        return firmware;
    }
}
