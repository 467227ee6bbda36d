package trefas.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcClientSettings;
import trefas.transport.ApduLine;
import trefas.transport.DatagramLine;
import trefas.transport.HdlcLine;
import trefas.transport.HdlcLineSettings;
import trefas.transport.SerialMode;
import trefas.transport.TcpWrapperLine;

/// Opens the line that the options name: the wrapper over TCP or UDP, HDLC over TCP or on a serial port.
final class MeterLines {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private MeterLines() {}

    static ApduLine open(ConnectionOptions options) throws IOException {
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
        return options.signsOn() ? SerialMode.MODE_E : SerialMode.DIRECT;
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
