package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.app.settings.RunSettings;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.CosemData.VisibleString;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.quantity.Obis;
import trefas.transport.TcpLimits;
import trefas.transport.TcpListener;

/// The commands that talk to a meter, as a user types them, against a foreign device on a port of this machine.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClientCommandsTest {

    private static final Obis ENERGY = Obis.of("1-0:1.8.0*255");
    private static final Obis TEXT = Obis.of("0-0:96.1.0*255");
    private static final Obis BREAKER = Obis.of("0-0:96.3.10*255");
    private static final Obis PROFILE = Obis.of("1-0:99.1.0*255");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Device device = new Device();
    private final TcpListener port = listener();

    /// A register, a text, a breaker and a profile of three rows; one more register is not listed.
    private static final class Device implements LogicalDevice {

        final Map<AttributeDescriptor, CosemData> kept = new HashMap<>();

        Device() {
            put(
                    15,
                    Obis.of("0-0:40.0.0*255"),
                    2,
                    new Array(List.of(
                            listed(15, 1, Obis.of("0-0:40.0.0*255"), 1),
                            listed(3, 0, ENERGY, 1),
                            listed(1, 0, TEXT, 3),
                            listed(70, 0, BREAKER, 1),
                            listed(7, 1, PROFILE, 1))));
            put(3, ENERGY, 2, new DoubleLongUnsigned(12_345));
            put(3, ENERGY, 3, new Structure(List.of(new Int8(1), new Enumerated(30))));
            put(1, TEXT, 2, new VisibleString("old"));
            put(3, Obis.of("1-0:2.8.0*255"), 2, new LongUnsigned(5));
            put(7, PROFILE, 3, new Array(List.of(column(8, Obis.of("0-0:1.0.0*255")), column(3, ENERGY))));
            put(7, PROFILE, 4, new DoubleLongUnsigned(900));
            put(7, PROFILE, 5, new Enumerated(1));
            put(7, PROFILE, 7, new DoubleLongUnsigned(3));
            put(7, PROFILE, 2, new Array(List.of(row(0, 100), row(15, 101), row(30, 102))));
        }

        private void put(int classId, Obis name, int attribute, CosemData data) {
            kept.put(new AttributeDescriptor(classId, name, attribute), data);
        }

        private static CosemData listed(int classId, int version, Obis name, int mode) {
            var right = new Structure(List.of(new Int8(2), new Enumerated(mode), new NullData()));
            var method = new Structure(List.of(new Int8(1), new Enumerated(1)));
            return new Structure(List.of(
                    new LongUnsigned(classId),
                    new Unsigned(version),
                    new OctetString(Octets.of(name.octets())),
                    new Structure(List.of(new Array(List.of(right)), new Array(List.of(method))))));
        }

        private static CosemData column(int classId, Obis name) {
            return new Structure(List.of(
                    new LongUnsigned(classId),
                    new OctetString(Octets.of(name.octets())),
                    new Int8(2),
                    new LongUnsigned(0)));
        }

        private static CosemData row(int minute, long energy) {
            return new Structure(List.of(
                    new OctetString(Octets.ofHex(String.format("07EA0B1C060A%02X00FFFFC400", minute))),
                    new DoubleLongUnsigned(energy)));
        }

        @Override
        public DataAccessResult get(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                AxdrWriter value) {
            CosemData data = kept.get(attribute);
            if (data == null) {
                return DataAccessResult.OBJECT_UNDEFINED;
            }
            boolean selects = selection.isPresent() && selection.get() instanceof EntryDescriptor;
            if (selects && data instanceof Array(var rows)) {
                var entries = (EntryDescriptor) selection.get();
                int to = entries.toEntry() == 0 ? rows.size() : (int) Math.min(rows.size(), entries.toEntry());
                data = new Array(rows.subList((int) entries.fromEntry() - 1, to));
            }
            Axdr.encode(data, value);
            return DataAccessResult.SUCCESS;
        }

        @Override
        public DataAccessResult set(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                CosemData value) {
            if (!attribute.logicalName().equals(TEXT)) {
                return DataAccessResult.READ_WRITE_DENIED;
            }
            kept.put(attribute, value);
            return DataAccessResult.SUCCESS;
        }

        @Override
        public ActionResult invoke(
                Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
            if (method.methodId() != 1) {
                return ActionResult.OBJECT_UNDEFINED;
            }
            parameters.ifPresent(data -> Axdr.encode(data, returned));
            return ActionResult.SUCCESS;
        }

        @Override
        public boolean isPowered() {
            return true;
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        port.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        read 1.8.0                        | 1-0:1.8.0*255      123.45 kWh
        read 1.8.0 96.1.0                 | 1-0:1.8.0*255      123.45 kWh\\n0-0:96.1.0*255     old
        read 1.8.0:3                      | 1-0:1.8.0*255:3    {1, 30}
        read 3/1-0:2.8.0*255:2            | 1-0:2.8.0*255      5
        read 1.8.0 -o json                | [{"obis":"1-0:1.8.0*255","value":123450,"unit":"Wh"}]
        read 1.8.0 -o csv                 | obis,value,unit\\n1-0:1.8.0*255,123450,Wh
        profile 99.1.0 --last 2           | time  1.8.0 Wh\\n2026-11-28 10:15:00 UTC+01:00      1010\\n2026-11-28 10:30:00 UTC+01:00      1020\\n2 rows of 1-0:99.1.0*255
        profile 99.1.0 --last 1 -o csv    | time,1.8.0 Wh\\n2026-11-28 10:30:00 UTC+01:00,1020
        profile 99.1.0 --entries 1..2 --columns 1.8.0 -o csv | 1.8.0 Wh\\n1000\\n1010
        profile 99.1.0 -o csv --columns time | time\\n2026-11-28 10:00:00 UTC+01:00\\n2026-11-28 10:15:00 UTC+01:00\\n2026-11-28 10:30:00 UTC+01:00
        set 96.1.0 new                    | 0-0:96.1.0*255:2: "old" -> "new"
        set 96.1.0 u32:7                  | 0-0:96.1.0*255:2: "old" -> 7
        set 96.1.0 json:{"enum":"1"}      | 0-0:96.1.0*255:2: "old" -> 1
        set 96.1.0 xml:<enum>1</enum>     | 0-0:96.1.0*255:2: "old" -> 1
        action 96.3.10:1 json:{"octet-string":"0A"} | 0-0:96.3.10*255:1: done, returned 0A
        action 96.3.10:1                  | 0-0:96.3.10*255:1: done, returned 0
        action 96.3.10:1 {u8:1,os:0A}     | 0-0:96.3.10*255:1: done, returned {1, 0A}
        """)
    void aCommandPrintsWhatTheMeterSays(String line, String printed) {
        assertEquals(ExitCode.OK, run(line), () -> err.toString());
        assertEquals("", err.toString());
        assertEquals(printed.replace("\\n", "\n"), out.toString().strip().replace(System.lineSeparator(), "\n"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        read 9.9.9                     | 5 | The meter shows client 18 no object 9.9.9.
        read 3/1-0:99.8.0*255          | 5 | The meter does not give 1-0:99.8.0*255: object undefined.
        read 1.8.0:9                   | 5 | The meter does not give 1-0:1.8.0*255 attribute 9: object undefined.
        profile 1.8.0                  | 5 | The meter shows client 18 no profile 1.8.0.
        profile 99.1.0 --columns 2.8.0 | 5 | has no column 2.8.0, but time, 1.8.0.
        profile 99.1.0 --last 0        | 2 | --last is 1 row or more.
        profile 99.1.0 --last 1 --entries 1..2 | 2 | each select rows: give one of them.
        set 1.8.0 5                    | 5 | The meter does not let 1-0:1.8.0*255:2 be set to double-long-unsigned 5: read write denied.
        set 1.8.0 five                 | 2 | "five" can't be written where a double-long-unsigned is: expected a whole number from 0 to 4294967295.
        action 96.3.10:1 json:{"enum":1} | 2 | expected a value such as json:{"enum":"1"}, and character
        action 96.3.10                 | 2 | Which method of 96.3.10? Expected 96.3.10:1 or so.
        action 96.3.10:2               | 5 | The meter does not carry out method 0-0:96.3.10*255:2: object undefined.
        read 1.8.0 --password wrong    | 5 | rejects the association: authentication failure.
        read 1.8.0 --client 1 --ek 00  | 2 | The key ek has 1 octets, expected 16 or 32.
        read 1.8.0 --auth hls-gmac     | 2 | hls-gmac needs keys
        read 1.8.0 --policy both       | 2 | Protected requests need keys
        read 1.8.0 --baud 99           | 2 | --baud is 300 to 115200.
        read 1.8.0 --capture no/such/folder.pcapng | 1 | its folder does not exist
        read 1.8.0 --mode-e            | 2 | --mode-e signs on at a serial port
        read 1.8.0 --keys none.keys --client 1 | 2 | none.keys can't be read
        """)
    void aFailureIsOneSentenceAndAnExitCode(String line, int exitCode, String sentence) {
        assertEquals(exitCode, run(line), () -> out + "" + err);
        assertTrue(err.toString().contains(sentence), () -> "said: " + err);
    }

    @Test
    void aKeyIsNeverRepeatedInASentence() {
        run("read 1.8.0 --client 1 --ek 0102030405060708090A0B0C0D0E0FZZ --ak 00");

        assertFalse(err.toString().contains("0102030405"), err.toString());
        assertTrue(err.toString().contains("The value of ek is not hexadecimal"), err.toString());
    }

    @Test
    void theObjectListIsShownWithWordsAndRights() {
        assertEquals(ExitCode.OK, run("objects --values"), () -> err.toString());

        String said = out.toString();
        assertTrue(said.contains("3 Register"), said);
        assertTrue(said.contains("active import energy"), said);
        assertTrue(said.contains("2 rw"), said);
        assertTrue(said.contains("1 x"), said);
        assertTrue(said.contains("\"old\""), said);
        assertTrue(said.contains("5 objects"), said);
    }

    private int run(String line) {
        return TypedCommand.run(line + " --port " + port.port(), out, err);
    }

    private TcpListener listener() {
        try {
            var profile = new ServerProfile(List.of(AssociationSettings.withPassword(
                    18, 16, RunSettings.PASSWORD, ServerProfile.EVERYTHING, ServerProfile.PDU_OCTETS_TCP)));
            return TcpListener.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    TcpLimits.DEFAULT,
                    () -> new WrapperServer(profile, device));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
