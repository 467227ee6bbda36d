package trefas.dlms.hdlc;

/// How a client behaves on an HDLC line.
///
/// @param parameters longest information and windows it proposes
/// @param responseMilliseconds silence after which something was lost, at least 1
/// @param interOctetMilliseconds silence that ends a frame which has begun, at least 1
/// @param pollMilliseconds pause before a server that had nothing to say, or was busy, is asked again, at least 1
/// @param repeatsMax times the same frame is sent again before the state of the server is asked for, and times
///     that is
///     asked for before the link is given up
/// @param apduOctetsMax longest APDU that is put together
public record HdlcClientSettings(
        HdlcParameters parameters,
        int responseMilliseconds,
        int interOctetMilliseconds,
        int pollMilliseconds,
        int repeatsMax,
        int apduOctetsMax) {

    /// Proposes 1 010 octets and windows of 1; a meter answers within 2 s (dossier 19); three repeats.
    public static final HdlcClientSettings DEFAULT =
            new HdlcClientSettings(HdlcParameters.both(1_010, 1), 2_000, 500, 200, 3, 0xFFFF);

    public HdlcClientSettings {
        if (responseMilliseconds < 1 || interOctetMilliseconds < 1 || pollMilliseconds < 1) {
            throw new IllegalArgumentException("HDLC client waits " + responseMilliseconds + ", "
                    + interOctetMilliseconds + ", " + pollMilliseconds + " ms");
        }
        if (repeatsMax < 0 || apduOctetsMax < 1) {
            throw new IllegalArgumentException("HDLC client: " + repeatsMax + " repeats, " + apduOctetsMax + " octets");
        }
    }

    public HdlcClientSettings withParameters(HdlcParameters other) {
        return new HdlcClientSettings(
                other, responseMilliseconds, interOctetMilliseconds, pollMilliseconds, repeatsMax, apduOctetsMax);
    }

    public HdlcClientSettings withResponse(int milliseconds) {
        return new HdlcClientSettings(
                parameters, milliseconds, interOctetMilliseconds, pollMilliseconds, repeatsMax, apduOctetsMax);
    }

    public HdlcClientSettings withRepeats(int other) {
        return new HdlcClientSettings(
                parameters, responseMilliseconds, interOctetMilliseconds, pollMilliseconds, other, apduOctetsMax);
    }
}
