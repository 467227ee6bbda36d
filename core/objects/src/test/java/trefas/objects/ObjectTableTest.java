package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.objects.DeviceOnBench.Answer;
import trefas.quantity.Obis;

/// Every object, every attribute, every client (dossier 19 and 20).
class ObjectTableTest {

    /// The one value that is written and never read.
    private static final Obis FORCE_DEBITING_STOP = Obis.of("1-1:0.1.5*128");

    private static final String ASSOCIATION = "0-0:40.0.0*255";
    /// Dossier 19, beside the logical device name that every device shows and the counter a ciphering client
    /// needs.
    private static final List<String> PUBLIC_NAMES = List.of(
            "0-0:40.0.0*255",
            "0-0:41.0.0*255",
            "0-0:42.0.0*255",
            "0-0:43.1.0*255",
            "0-1:1.0.0*255",
            "1-1:0.0.0*255",
            "1-1:0.0.1*255",
            "1-1:0.0.2*255",
            "1-1:0.0.3*255",
            "1-1:0.0.4*255",
            "1-1:0.2.0*255",
            "1-1:0.2.2*128",
            "1-1:0.130.1*255",
            "1-1:0.130.2*255",
            "1-1:96.1.0*255",
            "1-1:96.1.1*255");

    private final DeviceOnBench bench = new DeviceOnBench();

    @BeforeEach
    void measureOneSecond() {
        bench.values.phase(0, 230_000, 5_000, 1_000_000, -300_000);
        bench.second(DeviceOnBench.START);
    }

    @Test
    void everyObjectKnowsItsOwnName() {
        for (MeterObject object : bench.objects()) {
            CosemData name = get(object, 1).data();

            assertEquals(object.logicalName(), obis(name));
        }
    }

    @Test
    void everyAttributeOfItsClassIsOneValueOrIsNotToBeRead() {
        int values = 0;
        for (MeterObject object : bench.objects()) {
            for (int attribute = 1;
                    attribute <= object.interfaceClass().attributes().size();
                    attribute++) {
                Answer answer = get(object, attribute);
                if (answer.result() == DataAccessResult.SUCCESS) {
                    values++;
                    assertEncodesAgain(answer);
                } else {
                    assertEquals(DataAccessResult.READ_WRITE_DENIED, answer.result());
                }
            }
        }
        assertTrue(values > 2 * bench.model.size(), "values: " + values);
    }

    // What the list promises is tried: a value is read, written back as it is, and methods are called.
    @ParameterizedTest(name = "client {0}")
    @ValueSource(ints = {1, 16, 18, 19, 20})
    void theObjectListSaysWhatReallyHappensToEachAttributeAndMethod(int client) {
        for (CosemData element : objectList(client)) {
            List<CosemData> fields = structure(element, 4);
            MeterObject object = bench.model.find(obis(fields.get(2))).orElseThrow();
            InterfaceClass interfaceClass = object.interfaceClass();
            assertEquals(new LongUnsigned(interfaceClass.classId()), fields.get(0));
            assertEquals(new Unsigned(interfaceClass.version()), fields.get(1));
            List<CosemData> rights = structure(fields.get(3), 2);
            List<CosemData> attributes = array(rights.get(0));
            assertEquals(interfaceClass.attributes().size(), attributes.size());
            for (int i = 0; i < attributes.size(); i++) {
                List<CosemData> item = structure(attributes.get(i), 3);
                assertEquals(new CosemData.Int8(i + 1), item.get(0));
                assertEquals(new Enumerated(whatHappens(client, object, i + 1)), item.get(1), object::toString);
            }
            List<CosemData> methods = array(rights.get(1));
            assertEquals(interfaceClass.methods().size(), methods.size());
            for (int i = 0; i < methods.size(); i++) {
                boolean isRefused = bench.invoke(
                                client,
                                interfaceClass.classId(),
                                object.logicalName().toString(),
                                i + 1,
                                Optional.empty())
                        == ActionResult.READ_WRITE_DENIED;
                assertEquals(
                        List.of(new CosemData.Int8(i + 1), new CosemData.Bool(!isRefused)),
                        structure(methods.get(i), 2));
            }
        }
    }

    /// The access mode an attribute really has: 1 read, 2 write, 3 both.
    private int whatHappens(int client, MeterObject object, int attribute) {
        Answer answer = get(client, object, attribute);
        boolean isReadable = answer.result() == DataAccessResult.SUCCESS;
        CosemData value = isReadable ? answer.data() : new CosemData.NullData();
        boolean isWritable = bench.set(
                        client,
                        object.interfaceClass().classId(),
                        object.logicalName().toString(),
                        attribute,
                        value)
                != DataAccessResult.READ_WRITE_DENIED;
        return (isReadable ? 1 : 0) | (isWritable ? 2 : 0);
    }

    private static List<CosemData> array(CosemData data) {
        return assertInstanceOf(Array.class, data).elements();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 18, 19, 20})
    void theClientsOfTheMeterSeeAllObjects(int client) {
        List<Obis> listed = names(client);

        assertEquals(bench.objects().stream().map(MeterObject::logicalName).toList(), listed);
        assertEquals(301, listed.size());
        for (MeterObject object : bench.objects()) {
            boolean isCommand = object.logicalName().equals(FORCE_DEBITING_STOP);
            assertEquals(
                    isCommand ? DataAccessResult.READ_WRITE_DENIED : DataAccessResult.SUCCESS,
                    get(client, object, 2).result());
        }
    }

    @Test
    void thePublicClientSeesOnlyWhoAndWhen() {
        assertEquals(PUBLIC_NAMES.stream().map(Obis::of).toList(), names(DeviceOnBench.PUBLIC));
        for (MeterObject object : bench.objects()) {
            boolean isPublic = PUBLIC_NAMES.stream().map(Obis::of).anyMatch(object.logicalName()::equals);

            assertEquals(
                    isPublic ? DataAccessResult.SUCCESS : DataAccessResult.OBJECT_UNDEFINED,
                    get(DeviceOnBench.PUBLIC, object, 2).result());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, 21, 102, -1})
    void anybodyElseSeesNothing(int client) {
        for (MeterObject object : bench.objects()) {
            for (int attribute = 0; attribute <= 9; attribute++) {
                assertEquals(
                        DataAccessResult.READ_WRITE_DENIED,
                        get(client, object, attribute).result());
            }
        }
    }

    @ParameterizedTest(name = "class {0}, {1}, attribute {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                3  | 1-1:99.99.99*255 | 2   | OBJECT_UNDEFINED
                3  | 1-0:1.8.0*255    | 2   | OBJECT_UNDEFINED
                1  | 1-1:1.8.0*255    | 2   | OBJECT_CLASS_INCONSISTENT
                4  | 1-1:1.8.0*255    | 2   | OBJECT_CLASS_INCONSISTENT
                3  | 1-1:1.8.0*255    | 4   | READ_WRITE_DENIED
                3  | 1-1:1.8.0*255    | 99  | READ_WRITE_DENIED
                7  | 1-1:99.1.0*255   | -1  | READ_WRITE_DENIED
                7  | 1-1:99.1.0*255   | -2  | READ_WRITE_DENIED
                8  | 0-1:1.0.0*255    | 3   | READ_WRITE_DENIED
                15 | 0-0:40.0.0*255   | 7   | READ_WRITE_DENIED
                """)
    void whatIsNotThereIsRefusedWithItsReason(int classId, String name, int attribute, DataAccessResult reason) {
        assertEquals(reason, bench.get(classId, name, attribute).result());
    }

    @Test
    void theReasonsHaveTheirNumbersOnTheWire() {
        assertEquals(4, DataAccessResult.OBJECT_UNDEFINED.code());
        assertEquals(9, DataAccessResult.OBJECT_CLASS_INCONSISTENT.code());
        assertEquals(13, DataAccessResult.SCOPE_OF_ACCESS_VIOLATED.code());
        assertEquals(3, DataAccessResult.READ_WRITE_DENIED.code());
    }

    @Test
    void nothingButABufferHasPartsToSelect() {
        List<AccessSelection> selections = List.of(
                new AccessSelection.EntryDescriptor(0, 1, 1, 0),
                new AccessSelection.Other(0, new CosemData.NullData()),
                new AccessSelection.Other(4, new CosemData.NullData()));
        for (MeterObject object : bench.objects()) {
            boolean isProfile = object.interfaceClass().equals(InterfaceClass.PROFILE_GENERIC);
            for (int attribute = 1;
                    attribute <= object.interfaceClass().attributes().size();
                    attribute++) {
                for (AccessSelection selection : selections) {
                    Answer answer = bench.get(
                            DeviceOnBench.PRIMARY,
                            object.interfaceClass().classId(),
                            object.logicalName(),
                            attribute,
                            Optional.of(selection));

                    if (!(isProfile && attribute == 2)) {
                        assertNotEquals(DataAccessResult.SUCCESS, answer.result());
                    }
                }
            }
        }
    }

    @Test
    void everyRegisterHasAScalerAndAUnit() {
        for (MeterObject object : bench.objects()) {
            if (object.interfaceClass().equals(InterfaceClass.REGISTER)) {
                assertTrue(ScalerUnit.of(get(object, 3).data()).isPresent(), () -> "" + object.logicalName());
            }
        }
    }

    @Test
    void theModelKnowsTheClassOfEachName() {
        assertEquals(Optional.of(InterfaceClass.CLOCK), bench.model.interfaceClass(Obis.of("0-1:1.0.0*255")));
        assertEquals(Optional.empty(), bench.model.interfaceClass(Obis.of("0-1:1.0.2*255")));
    }

    @Test
    void theDeviceIsPoweredWhileItsMeterIs() {
        assertTrue(bench.device.isPowered());
        assertFalse(new DeviceOnBench().device.isPowered());
    }

    private List<CosemData> objectList(int client) {
        return assertInstanceOf(
                        Array.class, bench.get(client, 15, ASSOCIATION, 2).data())
                .elements();
    }

    private List<Obis> names(int client) {
        return objectList(client).stream()
                .map(element -> obis(structure(element, 4).get(2)))
                .toList();
    }

    private Answer get(MeterObject object, int attribute) {
        return get(DeviceOnBench.PRIMARY, object, attribute);
    }

    private Answer get(int client, MeterObject object, int attribute) {
        return bench.get(client, object.interfaceClass().classId(), object.logicalName(), attribute, Optional.empty());
    }

    private static void assertEncodesAgain(Answer answer) {
        var writer = new AxdrWriter(answer.octets().length());
        Axdr.encode(answer.data(), writer);
        assertEquals(HexFormat.of().withUpperCase().formatHex(writer.toOctets()), answer.hex());
    }

    private static List<CosemData> structure(CosemData data, int fields) {
        List<CosemData> elements = assertInstanceOf(Structure.class, data).elements();
        assertEquals(fields, elements.size());
        return elements;
    }

    private static Obis obis(CosemData data) {
        CosemData.Octets name = assertInstanceOf(OctetString.class, data).octets();
        assertEquals(6, name.length());
        return new Obis(name.octet(0), name.octet(1), name.octet(2), name.octet(3), name.octet(4), name.octet(5));
    }
}
