package trefas.benchmarks.dlms;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import trefas.app.settings.SecuritySettings;
import trefas.benchmarks.BenchedMeter;
import trefas.cosem.CosemDateTime;

/// What the peers' meters hold: the same rows for all of them, a quarter of an hour apart, five columns each.
final class PeerProfile {

    static final String REGISTER = "1.0.1.8.0.255";
    static final String PROFILE = "1.0.99.1.0.255";
    static final String CLOCK = "0.0.1.0.0.255";
    static final int REGISTER_VALUE = 123_456_789;
    static final int SYSTEM_TITLE_OCTETS = 8;

    private static final int SECONDS_PER_ROW = 900;

    private PeerProfile() {}

    /// When a row was captured, as the octets of a date-time; row 0 is one period after the meters' beginning.
    static byte[] time(int row) {
        LocalDateTime local =
                LocalDateTime.ofEpochSecond(BenchedMeter.START + (row + 1L) * SECONDS_PER_ROW, 0, ZoneOffset.UTC);
        return CosemDateTime.of(local, CosemDateTime.DEVIATION_NOT_SPECIFIED, CosemDateTime.STATUS_NOT_SPECIFIED)
                .octets();
    }

    /// The row captured at a time: the inverse of [#time] without its search.
    static int rowOf(LocalDateTime local) {
        return (int) ((local.toEpochSecond(ZoneOffset.UTC) - BenchedMeter.START) / SECONDS_PER_ROW) - 1;
    }

    /// The server's system title.
    static byte[] systemTitle() {
        byte[] octets = new byte[SYSTEM_TITLE_OCTETS];
        SecuritySettings.DEMO.title(BenchedMeter.SERIAL).write(octets, 0);
        return octets;
    }
}
