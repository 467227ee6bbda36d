package trefas.device.status;

import java.util.Optional;

/// The first seconds of a meter after the supply has come: checksum, software, five seconds of nothing, normal
/// (dossier 5, TD p19; decisions 0035 and 0045). It measures from the first second on, whatever it shows.
/// [MeterStatus] counts the seconds.
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

    /// What the three fields show.
    public record Shown(String value, String identification, String text) {}

    private StartUp() {}

    /// How far the start-up has come.
    ///
    /// @param seconds since power-on
    public static StartUpPhase phase(int seconds) {
        if (seconds >= NORMAL_FROM_SECOND) {
            return StartUpPhase.NORMAL;
        }
        if (seconds >= SOFTWARE_TO_SECOND) {
            return StartUpPhase.SETTLING;
        }
        return seconds >= CHECKSUM_SECONDS ? StartUpPhase.SOFTWARE : StartUpPhase.CHECKSUM;
    }

    /// What to show instead of a list; empty when nothing is, or when the lists have begun.
    ///
    /// @param seconds since power-on
    public static Optional<Shown> shown(int seconds, Firmware firmware) {
        return switch (phase(seconds)) {
            case CHECKSUM -> Optional.of(new Shown(Integer.toString(firmware.displayedChecksum()), "96.54.1", "CSUM"));
            case SOFTWARE -> Optional.of(new Shown(firmware.number(), "0.2.0", firmware.revision()));
            case SETTLING, NORMAL -> Optional.empty();
        };
    }
}
