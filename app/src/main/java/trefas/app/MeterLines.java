package trefas.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import trefas.app.capture.CapturedLine;
import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcClientSettings;
import trefas.transport.ApduLine;
import trefas.transport.DatagramLine;
import trefas.transport.GatewayLine;
import trefas.transport.HdlcLine;
import trefas.transport.HdlcLineSettings;
import trefas.transport.SerialMode;
import trefas.transport.TcpWrapperLine;

/// Opens the line that the options name: the wrapper over TCP or UDP, HDLC over TCP or on a serial port, and on it
/// a meter behind a gateway.
final class MeterLines {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private MeterLines() {}

    /// Opens the line, and writes what goes over it where that is wanted.
    static ApduLine open(ConnectionOptions options) throws IOException {
        ApduLine line = bare(options);
        ApduLine heard =
                options.capture().isPresent() ? captured(line, options.capture().get()) : line;
        return options.gateway().isPresent()
                ? new GatewayLine(heard, options.gateway().get())
                : heard;
    }

    private static ApduLine captured(ApduLine line, Path file) throws IOException {
        try {
            return CapturedLine.open(line, file, InstantSource.system());
        } catch (IOException unwritable) {
            line.close();
            throw UnwritableFile.because(file, unwritable);
        }
    }

    private static ApduLine bare(ConnectionOptions options) throws IOException {
        if (options.serial().isPresent()) {
            return HdlcLine.onSerialPort(options.serial().get(), mode(options), hdlc(options));
        }
        var address = new InetSocketAddress(options.host(), options.port());
        if (options.isHdlc()) {
            return HdlcLine.overTcp(address, CONNECT, hdlc(options));
        }
        return options.isUdp() ? DatagramLine.open(address) : TcpWrapperLine.open(address, CONNECT);
    }

    private static SerialMode mode(ConnectionOptions options) {
        return options.signsOn() ? SerialMode.MODE_E : SerialMode.direct(options.baud());
    }

    private static HdlcLineSettings hdlc(ConnectionOptions options) {
        int response =
                Math.toIntExact(Math.min(Integer.MAX_VALUE, options.timeout().toMillis()));
        var link = HdlcClientSettings.DEFAULT
                .withRepeats(options.retries())
                .withResponse(Math.min(HdlcClientSettings.DEFAULT.responseMilliseconds(), response));
        var settings = HdlcLineSettings.DEFAULT.withLink(link);
        AddressForm form = Arrays.stream(AddressForm.values())
                .filter(known -> known.octets() == options.addressOctets())
                .findFirst()
                .orElse(AddressForm.ONE_OCTET);
        return settings.withAddress(form, options.physicalAddress().orElse(settings.physicalDevice()));
    }
}
