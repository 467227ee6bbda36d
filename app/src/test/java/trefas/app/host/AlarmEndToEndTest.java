package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.settings.KeySet;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SecuritySettings;
import trefas.app.settings.SettingsFile;
import trefas.app.settings.Speed;
import trefas.cosem.Decoded.Complete;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.xdlms.DataNotification;
import trefas.readout.AlarmMessage;
import trefas.readout.AlarmMessage.Reason;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;

/// A meter calls somebody who listens on this machine: for a magnet that is brought near on its page, and when its
/// supply fails (dossier 16, decision 0047).
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AlarmEndToEndTest {

    private static final int SERIAL_NUMBER = 21_830_417;
    private static final String METER = "/api/v1/meters/21830417";

    /// Who listens; one connection for each call.
    private final ServerSocket headEnd;

    AlarmEndToEndTest() throws IOException {
        headEnd = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private MeterProcess start(String events, SecuritySettings security) throws StartException {
        String text = """
            meter:
              alarms: { call: on, end-point: 127.0.0.1, port: %d, %s }
            ports: { dlms: 0, face: 0, p1: off }
            """.formatted(headEnd.getLocalPort(), events);
        RunSettings settings = assertInstanceOf(
                        SettingsFile.Read.Settings.class, SettingsFile.parse("meter.yaml", text, Path.of("")))
                .settings()
                .withStateDirectory(Optional.empty())
                .withSecurity(security)
                .withSpeed(new Speed(60));
        return MeterProcess.start(settings, HostOnBench.START, 0);
    }

    /// ```
    /// page                          meter                        head-end
    ///   | PUT module magnet: true --> |                              |
    ///   |                             | DataNotification: tamper --> |
    ///   | PUT grid voltage: 0 ------> |                              |
    ///   |                             | DataNotification: last gasp >|
    /// ```
    @Test
    void aMagnetAndAnOutageAreTold() throws Exception {
        try (headEnd;
                var meter = start("events-a: [tamper], events-b: [magnet]", SecuritySettings.DEFAULT)) {
            put(meter, "/module", "{\"magnet\":true}");
            AlarmMessage magnet = AlarmMessage.of(notification(heard()).value()).orElseThrow();
            assertEquals(Reason.ALARM, magnet.reason());
            assertEquals(SERIAL_NUMBER, magnet.meterNumber());
            assertEquals(EventA.TAMPER.mask(), magnet.risenA());
            assertEquals(EventB.MAGNET.mask(), magnet.risenB());
            assertEquals(2_026, magnet.time().year());

            put(meter, "/grid", "{\"voltage\":0}");
            AlarmMessage gasp = AlarmMessage.of(notification(heard()).value()).orElseThrow();
            assertEquals(Reason.LAST_GASP, gasp.reason());
            assertEquals(EventB.MAGNET.mask(), gasp.eventStatusB());
        }
    }

    /// With keys of the management client a call is ciphered as any push.
    @Test
    void withKeysACallIsCiphered() throws Exception {
        try (headEnd;
                var meter = start("events-b: [cover-open]", SecuritySettings.DEMO)) {
            put(meter, "/module", "{\"cover-open\":true}");
            byte[] apdu = heard();
            var plain = assertInstanceOf(Opened.Plain.class, listening().open(apdu, 0, apdu.length));
            assertEquals(StandardMeter.BOTH, plain.envelope().protection());
            byte[] opened = new byte[plain.length()];
            System.arraycopy(plain.octets(), plain.offset(), opened, 0, opened.length);
            assertEquals(
                    EventB.COVER_OPEN.mask(),
                    AlarmMessage.of(notification(opened).value()).orElseThrow().risenB());
        }
    }

    /// A head-end with the demo's keys.
    private static AssociationProtection listening() {
        var state = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, new SystemTitle(1));
        KeySet.DEMO.installIn(state);
        var protection =
                AssociationProtection.ofClient(SecurityAccess.unshared(state, new SecureRandom()), StandardMeter.BOTH);
        protection.begin(SecuritySettings.DEMO.title(SERIAL_NUMBER));
        return protection;
    }

    /// The APDU of the next call.
    private byte[] heard() throws IOException {
        try (Socket call = headEnd.accept()) {
            var in = new DataInputStream(call.getInputStream());
            assertEquals(1, in.readUnsignedShort(), "version of the wrapper");
            assertEquals(1, in.readUnsignedShort(), "from logical device 1");
            assertEquals(1, in.readUnsignedShort(), "to client 1");
            byte[] apdu = in.readNBytes(in.readUnsignedShort());
            assertEquals(-1, in.read(), "one call, and the meter hangs up");
            return apdu;
        }
    }

    private static DataNotification notification(byte[] apdu) {
        Complete<?> complete = assertInstanceOf(
                Complete.class,
                DataNotification.decode(apdu, 0, apdu.length),
                () -> HexFormat.of().formatHex(apdu));
        return assertInstanceOf(DataNotification.class, complete.value());
    }

    private static void put(MeterProcess meter, String what, String json) throws IOException {
        var address = URI.create("http://127.0.0.1:" + meter.facePort().orElseThrow() + METER + what);
        var connection =
                assertInstanceOf(HttpURLConnection.class, address.toURL().openConnection());
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (var body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(200, connection.getResponseCode(), json);
        connection.disconnect();
    }
}
