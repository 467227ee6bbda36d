package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.Other;
import trefas.cosem.AttributeType.Fit;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.DeviationSign;
import trefas.cosem.InterfaceClass;
import trefas.cosem.Requester;
import trefas.device.configuration.MeterConfiguration;
import trefas.objects.standard.StandardOnBench.Answer;
import trefas.objects.standard.StandardState.Recalled;
import trefas.quantity.Obis;

/// The standard model as a whole: its list, its rights, its state, and that nothing breaks it.
class StandardModelTest {

    private static final Obis ASSOCIATION = Obis.of("0-0:40.0.0*255");

    private final StandardOnBench bench = new StandardOnBench().seconds(1);

    private List<CosemData> objectList(Requester requester, Optional<AccessSelection> selection) {
        return Values.elements(
                bench.get(requester, 15, ASSOCIATION, 2, selection).data());
    }

    @Test
    @DisplayName("O01 object_list: every entry's logical_name is readable and equal, class and version are known")
    void everyEntryIsReadable() {
        for (Requester requester : List.of(StandardOnBench.MANAGEMENT, StandardOnBench.PUBLIC)) {
            List<CosemData> list = objectList(requester, Optional.empty());
            assertEquals(
                    requester.equals(StandardOnBench.PUBLIC)
                            ? 6
                            : bench.model.objects().size(),
                    list.size());
            for (CosemData element : list) {
                int classId = Values.number(Values.element(element, 0));
                Obis name = Values.obis(Values.element(element, 2)).orElseThrow();
                Answer answer = bench.get(requester, classId, name, 1, Optional.empty());

                assertEquals(Values.name(name), answer.data());
                assertTrue(InterfaceClass.ofId(classId, Values.number(Values.element(element, 1)))
                        .isPresent());
            }
        }
    }

    @Test
    @DisplayName("O01 what the object list calls readable is readable and of its type, what it does not is refused")
    void rightsAreAsListed() {
        int read = 0;
        for (CosemData element : objectList(StandardOnBench.MANAGEMENT, Optional.empty())) {
            int classId = Values.number(Values.element(element, 0));
            Obis name = Values.obis(Values.element(element, 2)).orElseThrow();
            InterfaceClass type = bench.model.find(name).orElseThrow().interfaceClass();
            for (CosemData item : Values.elements(Values.element(Values.element(element, 3), 0))) {
                int id = Values.number(Values.element(item, 0));
                int mode = Values.number(Values.element(item, 1));
                boolean isReadable = mode == 1 || mode == 3 || mode == 4 || mode == 6;
                Answer answer = bench.get(StandardOnBench.MANAGEMENT, classId, name, id, Optional.empty());
                if (isReadable && answer.result() != DataAccessResult.OBJECT_UNAVAILABLE) {
                    read++;
                    assertEquals(Fit.FITS, type.attribute(id).type().fit(answer.data()), name + " attribute " + id);
                } else if (!isReadable) {
                    assertEquals(DataAccessResult.READ_WRITE_DENIED, answer.result(), name + " attribute " + id);
                }
            }
        }
        assertTrue(read > 200, "read " + read);
    }

    @Test
    @DisplayName("S15 object_list selectors 1 to 4 filter the list")
    void objectListSelectors() {
        CosemData clock = Values.structure(Values.u16(8), Values.name("0-0:1.0.0*255"));
        CosemData wrongClass = Values.structure(Values.u16(3), Values.name("0-0:1.0.0*255"));
        List<CosemData> all = objectList(StandardOnBench.MANAGEMENT, Optional.empty());
        List<CosemData> withoutRights =
                objectList(StandardOnBench.MANAGEMENT, Optional.of(new Other(1, new CosemData.NullData())));
        assertEquals(all.size(), withoutRights.size());
        withoutRights.forEach(element -> assertEquals(new CosemData.NullData(), Values.element(element, 3)));

        List<CosemData> classes = objectList(
                StandardOnBench.MANAGEMENT,
                Optional.of(AccessSelection.of(2, StandardOnBench.hex("0102120003120007"))));
        assertEquals(
                all.stream()
                        .filter(element -> List.of(3, 7).contains(Values.number(Values.element(element, 0))))
                        .toList(),
                classes);
        assertEquals(
                List.of(Values.name("0-0:1.0.0*255")),
                objectList(
                                StandardOnBench.MANAGEMENT,
                                Optional.of(AccessSelection.of(3, Values.array(clock, wrongClass))))
                        .stream()
                        .map(element -> Values.element(element, 2))
                        .toList());
        assertEquals(
                1,
                objectList(StandardOnBench.MANAGEMENT, Optional.of(AccessSelection.of(4, clock)))
                        .size());
        assertEquals(
                0,
                objectList(StandardOnBench.PUBLIC, Optional.of(AccessSelection.of(4, wrongClass)))
                        .size());
        for (int selector : new int[] {0, 5, 255}) {
            assertNotEquals(
                    DataAccessResult.SUCCESS,
                    bench.get(
                                    StandardOnBench.MANAGEMENT,
                                    15,
                                    ASSOCIATION,
                                    2,
                                    Optional.of(new Other(selector, new CosemData.NullData())))
                            .result());
        }
    }

    @Test
    @DisplayName("O02 current association: partners, context, mechanism and status are the requester's")
    void currentAssociation() {
        var requester = new Requester(1, 1, 3, 5, 0x601EDF, 1024, 1024, StandardOnBench.PROTECTED);

        assertEquals("02020F01120001", agreed(requester, 3));
        assertEquals("090760857405080103", agreed(requester, 4));
        assertEquals("02060418601EDF12040012040011060F000900", agreed(requester, 5));
        assertEquals("090760857405080205", agreed(requester, 6));
        assertEquals("1602", agreed(requester, 8));
        assertEquals("02020F10120001", agreed(StandardOnBench.PUBLIC, 3));
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                bench.get(requester, 15, ASSOCIATION, 7, Optional.empty()).result());
    }

    private String agreed(Requester requester, int attribute) {
        return bench.get(requester, 15, ASSOCIATION, attribute, Optional.empty())
                .hex();
    }

    @ParameterizedTest(name = "protected rights, request {0} {1}: {2}")
    @CsvSource({
        "true, true, SUCCESS",
        "true, false, READ_WRITE_DENIED",
        "false, true, READ_WRITE_DENIED",
        "false, false, READ_WRITE_DENIED"
    })
    void protectedRightsAskForProtection(boolean authenticated, boolean encrypted, DataAccessResult result) {
        var requester = Requester.inClear(1, 1).with(new trefas.cosem.Protection(authenticated, encrypted, false));

        assertEquals(
                result,
                bench.get(requester, 3, Obis.of("1-0:1.8.0*255"), 2, Optional.empty())
                        .result());
        assertEquals(
                DataAccessResult.SUCCESS,
                bench.get(requester, 8, Obis.of("0-0:1.0.0*255"), 4, Optional.empty())
                        .result());
    }

    @ParameterizedTest(name = "client {0} of server {1} is no client of the standard model")
    @CsvSource({"18, 16", "1, 16", "17, 1", "16, 0"})
    void anybodyElseSeesNothing(int client, int server) {
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                bench.get(Requester.inClear(client, server), 15, ASSOCIATION, 1, Optional.empty())
                        .result());
    }

    @ParameterizedTest(name = "class {0}, {1}, attribute {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            3 | 1-0:99.99.99*255 | 2  | OBJECT_UNDEFINED
            1 | 1-0:1.8.0*255    | 2  | OBJECT_CLASS_INCONSISTENT
            3 | 1-0:1.8.0*255    | 99 | SCOPE_OF_ACCESS_VIOLATED
            3 | 1-0:1.8.0*255    | -1 | SCOPE_OF_ACCESS_VIOLATED
            3 | 1-0:1.8.0*255    | 2  | SUCCESS
            3 | 1-0:1.8.0*255    | 0  | SUCCESS
            """)
    void whatIsNotThereIsRefusedWithItsReason(int classId, String name, int attribute, DataAccessResult reason) {
        assertEquals(reason, bench.get(classId, name, attribute).result());
    }

    @ParameterizedTest(name = "Association LN version {0}")
    @ValueSource(ints = {0, 1, 2, 3})
    void rightsAreWrittenAsTheVersionKnowsThem(int version) {
        var other = new StandardOnBench(StandardModel.of(
                MeterConfiguration.DEFAULT,
                new StandardSettings(version, DeviationSign.UTC_MINUS_LOCAL, "TRF", PortsAsMade.DEFAULT)));
        other.seconds(1);
        CosemData clock = Values.structure(Values.u16(5), Values.name("1-0:1.4.0*255"));
        CosemData element = Values.elements(other.get(
                                StandardOnBench.MANAGEMENT,
                                15,
                                ASSOCIATION,
                                2,
                                Optional.of(AccessSelection.of(4, clock)))
                        .data())
                .getFirst();
        CosemData rights = Values.element(element, 3);
        CosemData period = Values.element(Values.element(rights, 0), 7);
        CosemData reset = Values.element(Values.element(Values.element(rights, 1), 0), 1);
        int[] periodModes = {3, 6, 6, 0x6F};

        assertEquals(new Enumerated(periodModes[version]), Values.element(period, 1));
        assertEquals(version == 0 ? new CosemData.Bool(true) : new Enumerated(version == 3 ? 0x6D : 2), reset);
    }

    @Test
    void aNewMeterKeepsNothingAndAChangedOneOnlyItsChanges() {
        assertEquals(9, new StandardState().octets().length);
        var state = new StandardState();
        state.put(Obis.of("0-0:1.0.0*255"), 3, new CosemData.Int16(-120));

        assertTrue(state.isChanged());
        assertEquals(9 + 7 + 3, state.octets().length);
        state.saved();
        assertFalse(state.isChanged());
        state.put(Obis.of("0-0:1.0.0*255"), 3, new CosemData.Int16(-120));
        assertFalse(state.isChanged());
    }

    @Test
    void aMeterWokenFromItsOctetsIsTheSame() {
        bench.set(8, "0-0:1.0.0*255", 3, new CosemData.Int16(-120));
        bench.set(7, "1-0:99.2.0*255", 4, Values.u32(60));
        bench.seconds(300);
        byte[] octets = bench.device.octets();
        StandardState state =
                assertInstanceOf(Recalled.Ready.class, StandardState.of(octets)).state();
        assertArrayEquals(octets, state.octets());

        // Waking is itself an event of the log, so it changes the state.
        var woken = new StandardOnBench(bench.model, state).seconds(1);
        assertEquals(
                bench.get(7, "1-0:99.2.0*255", 2).hex(),
                woken.get(7, "1-0:99.2.0*255", 2).hex());
        assertEquals(new CosemData.Int16(-120), woken.get(8, "0-0:1.0.0*255", 3).data());
        for (int length = 0; length < octets.length; length++) {
            assertInstanceOf(Recalled.Unusable.class, StandardState.of(java.util.Arrays.copyOf(octets, length)));
        }
        octets[0] = 2;
        assertEquals(
                "the saved objects have layout 2, this version reads layout 1",
                assertInstanceOf(Recalled.Unusable.class, StandardState.of(octets))
                        .reason());
    }

    @FuzzTest
    void anySavedOctetsGetAnAnswer(byte[] octets) {
        if (StandardState.of(octets) instanceof Recalled.Ready(StandardState state)) {
            var woken = new StandardOnBench(bench.model, state).seconds(2);
            readEverything(woken);
        }
    }

    @FuzzTest
    void anyValueWrittenAnywhereGetsAnAnswer(byte[] octets) {
        if (octets.length < 4
                || !(Axdr.decode(octets, 3, octets.length - 3) instanceof Complete<CosemData>(var data, int _))) {
            return;
        }
        StandardObject object = bench.model
                .objects()
                .get(Byte.toUnsignedInt(octets[0]) % bench.model.objects().size());
        int id = octets[1] % 12;
        String name = object.logicalName().toString();
        bench.set(object.interfaceClass().classId(), name, id, data);
        bench.call(object.interfaceClass().classId(), name, id, data);
        bench.seconds(octets[2] & 3);
        readEverything(bench);
    }

    private static void readEverything(StandardOnBench bench) {
        for (StandardObject object : bench.model.objects()) {
            for (int id = 0; id <= object.interfaceClass().attributes().size(); id++) {
                bench.get(
                        StandardOnBench.MANAGEMENT,
                        object.interfaceClass().classId(),
                        object.logicalName(),
                        id,
                        Optional.empty());
            }
        }
    }

    /// Values that fit somewhere in the model, so that a seeded life is not refused all the time.
    private List<CosemData> plausibleValues() {
        var values = new ArrayList<CosemData>();
        for (StandardObject object : bench.model.objects()) {
            values.addAll(object.starts().values());
        }
        values.add(StandardOnBench.dateTime("2026-03-29 01:59:58"));
        values.add(StandardOnBench.dateTime("2026-10-25 02:59:58"));
        values.add(Values.u32(1));
        values.add(Values.u32(0));
        values.add(new CosemData.Int16(60));
        values.add(Values.u16(1));
        values.add(new CosemData.NullData());
        return values;
    }

    @ParameterizedTest(name = "a life from seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aLifeKeepsItsInvariants(long seed) {
        var random = new Random(seed);
        List<CosemData> values = plausibleValues();
        List<StandardObject> objects = bench.model.objects();
        for (int step = 0; step < 200; step++) {
            StandardObject object = objects.get(random.nextInt(objects.size()));
            int classId = object.interfaceClass().classId();
            String name = object.logicalName().toString();
            int id = 1 + random.nextInt(object.interfaceClass().attributes().size());
            CosemData value = values.get(random.nextInt(values.size()));
            switch (random.nextInt(4)) {
                case 0 -> {
                    boolean fits = object.interfaceClass().attribute(id).type().fit(value) == Fit.FITS;
                    DataAccessResult result = bench.set(classId, name, id, value);
                    assertTrue(fits || result != DataAccessResult.SUCCESS, name + " " + id + " took " + value);
                }
                case 1 -> bench.call(classId, name, id, value);
                case 2 -> bench.outage(1 + random.nextInt(5_000));
                default -> bench.seconds(1 + random.nextInt(20));
            }
        }
        for (StandardObject object : objects) {
            for (int id = 1; id <= object.interfaceClass().attributes().size(); id++) {
                Answer answer = bench.get(
                        StandardOnBench.MANAGEMENT,
                        object.interfaceClass().classId(),
                        object.logicalName(),
                        id,
                        Optional.empty());
                assertTrue(
                        answer.result() != DataAccessResult.SUCCESS
                                || object.interfaceClass().attribute(id).type().fit(answer.data()) == Fit.FITS,
                        object.logicalName() + " attribute " + id + ": " + answer);
            }
            if (object.interfaceClass().classId() == 7) {
                String name = object.logicalName().toString();
                assertEquals(
                        bench.get(7, name, 7).number(),
                        bench.get(7, name, 2).rows().size());
                assertTrue(
                        bench.get(7, name, 7).number() <= bench.get(7, name, 8).number());
            }
        }
        byte[] octets = bench.device.octets();
        assertArrayEquals(
                octets,
                assertInstanceOf(Recalled.Ready.class, StandardState.of(octets))
                        .state()
                        .octets());
    }
}
