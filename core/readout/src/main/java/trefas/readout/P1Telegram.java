package trefas.readout;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import trefas.device.register.Readings;

/// The telegram of the P1 port (dossier 22): everything of the moment as text, one value a line, with a check at the
/// end.
///
/// ```
/// /TRF5                                       who sends, 5 for the variant of the port
///                                             an empty line
/// 0-0:1.0.0(261122143700W)                    time on the wall, S in summer, W in winter
/// 1-0:1.8.0(00012345.670*kWh)                 energies: A+, A-, R+, R-
/// ...
/// 1-0:71.7.0(001.2*A)                         powers, powers of each phase, voltages, currents
/// !2F6C                                       CRC-16/ARC from / to !, four hexadecimal digits
/// ```
///
/// Every line ends with CR LF. The real meter names its maker in the first line. Ours is another maker's work and says
/// so (our choice): `TRF` with nothing behind the 5.
public final class P1Telegram {

    /// The line the telegram begins with.
    public static final String IDENTIFICATION = "/TRF5";

    /// Longer than any telegram.
    private static final int LENGTH_MAX = 1_024;

    private static final String LINE_END = "\r\n";
    private static final int CENTURY = 100;
    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

    private P1Telegram() {}

    /// The telegram of this moment. Whether the meter has supply, without which it sends nothing, is for the caller to
    /// ask.
    public static byte[] of(Readings readings) {
        var text = new StringBuilder(LENGTH_MAX).append(IDENTIFICATION).append(LINE_END);
        text.append(LINE_END);
        writeTime(readings, text);
        text.append(LINE_END);
        for (P1Line line : P1Line.ALL) {
            line.write(readings, text);
            text.append(LINE_END);
        }
        text.append('!');
        byte[] checked = octets(text);
        text.append(UPPER_CASE.toHexDigits((short) Crc16Arc.of(checked, checked.length)));
        return octets(text.append(LINE_END));
    }

    private static void writeTime(Readings readings, StringBuilder into) {
        LocalDateTime local = readings.clock().local(readings.now());
        into.append("0-0:1.0.0(");
        writeTwoDigits(local.getYear() % CENTURY, into);
        writeTwoDigits(local.getMonthValue(), into);
        writeTwoDigits(local.getDayOfMonth(), into);
        writeTwoDigits(local.getHour(), into);
        writeTwoDigits(local.getMinute(), into);
        writeTwoDigits(local.getSecond(), into);
        into.append(readings.clock().isSummerTime(readings.now()) ? 'S' : 'W').append(')');
    }

    private static void writeTwoDigits(int number, StringBuilder into) {
        into.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static byte[] octets(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
