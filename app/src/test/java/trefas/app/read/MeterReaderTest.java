package trefas.app.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.app.settings.RunSettings;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.quantity.Obis;
import trefas.transport.TcpLimits;
import trefas.transport.TcpListener;
import trefas.transport.TcpTimeouts;

/// Against a device of another kind than ours, over a real line on this machine.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class MeterReaderTest {

    private static final int CLIENT = 18;
    private static final int SERVER = 16;

    private final ForeignDevice device = new ForeignDevice();
    private final TcpListener port = listener();
    private final MeterReader reader = reader();

    /// Lists registers in an order nobody would choose; each is worth its place.
    private static final class ForeignDevice implements LogicalDevice {

        private static final List<String> LISTED = List.of(
                "0-0:1.8.0*255",
                "1-1:1.8.0*0",
                "1-2:1.8.0*255",
                "1-1:1.8.0*255",
                "1-0:2.8.0*1",
                "1-0:2.8.0*101",
                "7-0:3.1.0*255",
                "0-1:24.2.1*255",
                "0-2:24.2.1*255");

        int lists;

        @Override
        public DataAccessResult get(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                AxdrWriter value) {
            if (attribute.classId() == InterfaceClass.ASSOCIATION_LN.classId()) {
                lists++;
                value.array(LISTED.size());
                for (String obis : LISTED) {
                    value.structure(4)
                            .longUnsigned(InterfaceClass.REGISTER.classId())
                            .unsigned(0);
                    value.octetString(Obis.of(obis)).structure(0);
                }
                return DataAccessResult.SUCCESS;
            }
            int place = LISTED.indexOf(attribute.logicalName().toString());
            if (place < 0) {
                return DataAccessResult.OBJECT_UNDEFINED;
            }
            if (attribute.attributeId() == 3) {
                new ScalerUnit(-1, Unit.VOLT).write(value);
            } else {
                value.longUnsigned(place);
            }
            return DataAccessResult.SUCCESS;
        }

        @Override
        public boolean isPowered() {
            return true;
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        reader.close();
        port.close();
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(textBlock = """
            1.8.0,           1-1:1.8.0*255
            2.8.0,           1-0:2.8.0*101
            3.1.0,           7-0:3.1.0*255
            24.2.1,          0-1:24.2.1*255
            1-2:1.8.0*255,   1-2:1.8.0*255
            1-1:1.8.0*0,     1-1:1.8.0*0
            0.0.1.8.0.255,   0-0:1.8.0*255
            """)
    void aShortCodeMeansElectricityNoBillingPeriodAndTheFirstChannel(String text, String obis) throws IOException {
        assertEquals(Optional.of(Obis.of(obis)), reader.find(text).map(MeterReader.Listed::obis));
    }

    @ParameterizedTest
    @CsvSource({"9.9.9", "1-3:1.8.0*255", "nonsense", "1.8.0.0.0.0.0"})
    void whatIsNotListedIsNotFound(String text) throws IOException {
        assertEquals(Optional.empty(), reader.find(text));
    }

    @Test
    void theObjectListIsAskedForOnce() throws IOException {
        assertEquals(9, reader.objects().size());
        reader.find("1.8.0");
        reader.find("2.8.0");

        assertEquals(1, device.lists);
    }

    @Test
    void aRegisterIsReadWithItsUnit() throws IOException {
        MeterReader.Listed found = reader.find("1.8.0").orElseThrow();

        assertEquals("0.3 V", reader.read(found, Optional.empty()).text());
    }

    @Test
    void whatTheMeterDoesNotGiveIsOneSentence() {
        var refused = assertThrows(
                MeterReader.NotGivenException.class,
                () -> reader.read(Obis.of("1-0:9.9.9*255"), InterfaceClass.REGISTER));

        assertEquals("The meter does not give 1-0:9.9.9*255: object undefined.", refused.getMessage());
    }

    private TcpListener listener() {
        try {
            var profile = new ServerProfile(List.of(AssociationSettings.withPassword(
                    CLIENT, SERVER, RunSettings.PASSWORD, ServerProfile.SERVED, ServerProfile.PDU_OCTETS_TCP)));
            return TcpListener.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    TcpLimits.DEFAULT,
                    () -> new WrapperServer(profile, device));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private MeterReader reader() {
        try {
            return MeterReader.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()),
                    AssociationSettings.ofReader(CLIENT, SERVER, RunSettings.PASSWORD),
                    TcpTimeouts.DEFAULT);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
