package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeType;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.quantity.Obis;

/// Registers, demand, billing and the classes around them: 3, 4, 5, 61, 62, 63, 65, 67.
class StandardRegistersTest {

    private static final String DEMAND = "1-0:1.4.0*255";
    private static final String MAXIMUM = "1-0:1.6.0*255";
    private static final String BILLING = "0-0:10.0.1*255";
    private static final String COUNTER = "1-0:0.1.0*255";
    private static final String COMPACT = "0-0:66.0.1*255";

    private final StandardOnBench bench = new StandardOnBench().seconds(1);

    private void watts(int watts) {
        bench.values.phase(0, 230_000, 1_000, watts * 1_000, 0);
        bench.values.phase(1, 230_000, 0, 0, 0);
        bench.values.phase(2, 230_000, 0, 0, 0);
    }

    @ParameterizedTest(name = "O39 {0} is {2} {1} at 3 x 200 W and 230 V")
    @CsvSource(delimiter = '|', textBlock = """
            1-0:1.7.0*255  | W   | 600
            1-0:2.7.0*255  | W   | 0
            1-0:16.7.0*255 | W   | 600
            1-0:21.7.0*255 | W   | 200
            1-0:42.7.0*255 | W   | 0
            1-0:32.7.0*255 | V   | 230.0
            1-0:71.7.0*255 | A   | 1.00
            1-0:14.7.0*255 | Hz  | 50.00
            1-0:3.7.0*255  | var | 0
            1-0:1.8.0*255  | Wh  | 0
            1-0:3.8.0*255  | varh | 0
            """)
    void scalersAndUnits(String name, String unit, String value) {
        ScalerUnit scalerUnit = ScalerUnit.of(bench.get(3, name, 3).data()).orElseThrow();

        assertEquals((value + " " + unit), scalerUnit.text(bench.get(3, name, 2).number()));
    }

    @Test
    @DisplayName("O39 every register of the model has a scaler and a unit, and they are not to be written")
    void everyRegisterHasAUnit() {
        int registers = 0;
        for (StandardObject object : bench.model.objects()) {
            int classId = object.interfaceClass().classId();
            if (classId == 3 || classId == 4) {
                registers++;
                String name = object.logicalName().toString();
                assertTrue(ScalerUnit.of(bench.get(classId, name, 3).data()).isPresent(), name);
                assertEquals(
                        DataAccessResult.READ_WRITE_DENIED,
                        bench.set(classId, name, 3, bench.get(classId, name, 3).data()));
            }
        }
        assertEquals(48, registers);
    }

    @Test
    @DisplayName("O05 register: energies can't be reset, a maximum can and is 0 afterwards, the unit stays")
    void resetByRight() {
        watts(3_600);
        bench.seconds(900);
        long energy = bench.get(3, "1-0:1.8.0*255", 2).number();
        assertEquals(ActionResult.READ_WRITE_DENIED, bench.call(3, "1-0:1.8.0*255", 1));
        assertEquals(energy, bench.get(3, "1-0:1.8.0*255", 2).number());
        assertTrue(bench.get(4, MAXIMUM, 2).number() > 3_500);
        String unit = bench.get(4, MAXIMUM, 3).hex();

        assertEquals(ActionResult.SUCCESS, bench.call(4, MAXIMUM, 1));
        assertEquals(0, bench.get(4, MAXIMUM, 2).number());
        assertEquals(unit, bench.get(4, MAXIMUM, 3).hex());
        assertEquals(
                bench.get(8, "0-0:1.0.0*255", 2).hex(), bench.get(4, MAXIMUM, 5).hex());
    }

    @Test
    @DisplayName("O06 demand register: at the end of a period the mean becomes the last value, stamped with the end")
    void blockDemand() {
        bench.until("2026-01-01 01:15:00");
        watts(1_200);
        bench.seconds(450);
        assertEquals(600, bench.get(5, DEMAND, 2).number());
        watts(2_400);
        bench.seconds(450);

        assertEquals(1_800, bench.get(5, DEMAND, 3).number());
        assertEquals(0, bench.get(5, DEMAND, 2).number());
        assertEquals(
                "2026-01-01 01:30:00 UTC+01:00",
                StandardOnBench.local(bench.get(5, DEMAND, 6).data()));
        assertEquals(
                "2026-01-01 01:30:00 UTC+01:00",
                StandardOnBench.local(bench.get(5, DEMAND, 7).data()));
        assertEquals(1_800, bench.get(4, MAXIMUM, 2).number());
        assertEquals(
                "2026-01-01 01:30:00 UTC+01:00",
                StandardOnBench.local(bench.get(4, MAXIMUM, 5).data()));
    }

    @Test
    @DisplayName("O06 demand register: next_period ends the period now, reset forgets the last value")
    void nextPeriodAndReset() {
        bench.until("2026-01-01 01:15:00");
        watts(1_800);
        bench.seconds(450);
        assertEquals(ActionResult.SUCCESS, bench.call(5, DEMAND, 2));
        assertEquals(900, bench.get(5, DEMAND, 3).number());
        assertEquals(
                "2026-01-01 01:22:30 UTC+01:00",
                StandardOnBench.local(bench.get(5, DEMAND, 7).data()));

        assertEquals(ActionResult.SUCCESS, bench.call(5, DEMAND, 1));
        assertEquals(0, bench.get(5, DEMAND, 3).number());
        assertEquals(0, bench.get(5, DEMAND, 2).number());
    }

    @Test
    @DisplayName("O06 sliding demand over three periods")
    void slidingDemand() {
        bench.set(5, DEMAND, 8, Values.u32(300));
        bench.set(5, DEMAND, 9, Values.u16(3));
        bench.until("2026-01-01 01:15:00");
        bench.call(5, DEMAND, 1);
        for (int watts : new int[] {300, 600, 900, 1_200}) {
            watts(watts);
            bench.seconds(300);
        }

        assertEquals(900, bench.get(5, DEMAND, 3).number());
        assertEquals(700, bench.get(5, DEMAND, 2).number());
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(5, DEMAND, 9, Values.u16(61)));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(5, DEMAND, 8, Values.u32(0)));
    }

    @Test
    @DisplayName("O06 a period that ended without supply gives no mean")
    void demandAfterAnOutage() {
        bench.until("2026-01-01 01:20:00").outage(1_200);

        assertEquals(
                "2026-01-01 01:15:00 UTC+01:00",
                StandardOnBench.local(bench.get(5, DEMAND, 6).data()));
        assertEquals(
                "2026-01-01 01:40:01 UTC+01:00",
                StandardOnBench.local(bench.get(5, DEMAND, 7).data()));
    }

    @Test
    @DisplayName("O28 billing reset by script: counter + 1, snapshot, maximum 0, locked for a minute")
    void billingResetByScript() {
        watts(3_600);
        bench.until("2026-01-01 01:20:00");
        assertEquals(ActionResult.SUCCESS, bench.call(9, BILLING, 1, Values.u16(1)));
        assertEquals(1, bench.get(1, COUNTER, 2).number());
        assertEquals(0, bench.get(4, MAXIMUM, 2).number());
        List<CosemData> row = bench.get(7, "0-0:98.1.0*255", 2).rows().getFirst();
        assertEquals("2026-01-01 01:20:00 UTC+01:00", StandardOnBench.local(row.get(0)));
        assertEquals(1_200, AttributeType.number(row.get(2)).orElseThrow(), 5);
        assertTrue(AttributeType.number(row.get(6)).orElseThrow() > 3_500);
        assertEquals(
                "2026-01-01 01:20:00 UTC+01:00",
                StandardOnBench.local(bench.get(1, "1-0:0.1.2*255", 2).data()));

        bench.seconds(59);
        assertEquals(ActionResult.TEMPORARY_FAILURE, bench.call(9, BILLING, 1, Values.u16(1)));
        assertEquals(1, bench.get(1, COUNTER, 2).number());
        bench.seconds(1);
        assertEquals(ActionResult.SUCCESS, bench.call(9, BILLING, 1, Values.u16(1)));
        assertEquals(2, bench.get(1, COUNTER, 2).number());
        assertEquals(ActionResult.TEMPORARY_FAILURE, bench.call(9, BILLING, 1, Values.u16(7)));
    }

    @Test
    @DisplayName("O28 billing reset by schedule: the first of the month at midnight")
    void billingResetBySchedule() {
        bench.setClock("2026-01-31 23:59:57").seconds(3);

        assertEquals(1, bench.get(1, COUNTER, 2).number());
        assertEquals(
                "2026-02-01 00:00:00 UTC+01:00",
                StandardOnBench.local(
                        bench.get(7, "0-0:98.1.0*255", 2).rows().getFirst().getFirst()));
    }

    @Test
    @DisplayName(
            "O38 F-coded historical codes: 1.8.0*1 is what was stored under counter 1, *101 the last, *102 the one before")
    void historicalCodes() {
        watts(3_600);
        bench.seconds(1_000).call(9, BILLING, 1, Values.u16(1));
        long first = bench.get(3, "1-0:1.8.0*255", 2).number();
        bench.seconds(1_000).call(9, BILLING, 1, Values.u16(1));
        long second = bench.get(3, "1-0:1.8.0*255", 2).number();
        bench.seconds(1_000);

        assertTrue(first > 900 && second > first + 900, first + " " + second);
        assertEquals(first, bench.get(3, "1-0:1.8.0*1", 2).number());
        assertEquals(second, bench.get(3, "1-0:1.8.0*2", 2).number());
        assertEquals(second, bench.get(3, "1-0:1.8.0*101", 2).number());
        assertEquals(first, bench.get(3, "1-0:1.8.0*102", 2).number());
        assertEquals(
                bench.get(3, "1-0:1.8.0*255", 3).hex(),
                bench.get(3, "1-0:1.8.0*1", 3).hex());
        assertTrue(bench.get(4, "1-0:1.6.0*101", 2).number() > 3_000);
        assertEquals(
                DataAccessResult.OBJECT_UNAVAILABLE,
                bench.get(3, "1-0:1.8.0*3", 2).result());
        assertEquals(
                DataAccessResult.OBJECT_UNAVAILABLE,
                bench.get(3, "1-0:1.8.0*103", 2).result());
        assertEquals(
                DataAccessResult.OBJECT_UNAVAILABLE,
                bench.get(3, "1-0:21.8.0*101", 2).result());
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.get(3, "1-0:1.8.0*126", 2).result());
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.get(3, "1-0:99.8.0*101", 2).result());
    }

    @Test
    @DisplayName(
            "O34 compact data: the buffer decodes by its description to the captured values; a new template empties it")
    void compactData() {
        String buffer = bench.get(62, COMPACT, 2).hex();
        CosemData captured = decode(COMPACT);

        assertEquals("09" + "16" + "01" + "0C", buffer.substring(0, 8));
        assertEquals(
                List.of(
                        bench.get(62, COMPACT, 4).data(),
                        bench.get(8, "0-0:1.0.0*255", 2).data(),
                        bench.get(3, "1-0:1.8.0*255", 2).data(),
                        bench.get(3, "1-0:2.8.0*255", 2).data()),
                Values.elements(captured));
        assertEquals("0906020411090606", bench.get(62, COMPACT, 5).hex());

        bench.set(62, COMPACT, 6, Values.en(0));
        bench.set(62, COMPACT, 4, new CosemData.Unsigned(2));
        assertEquals("0900", bench.get(62, COMPACT, 2).hex());
        assertEquals(ActionResult.SUCCESS, bench.call(62, COMPACT, 2));
        assertEquals(new CosemData.Unsigned(2), Values.elements(decode(COMPACT)).getFirst());
        assertEquals(ActionResult.SUCCESS, bench.call(62, COMPACT, 1));
        assertEquals("0900", bench.get(62, COMPACT, 2).hex());
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.set(62, COMPACT, 3, Values.array(Values.column(3, "1-0:1.8.0*255", 2))));
    }

    private CosemData decode(String name) {
        byte[] contents = octets(bench.get(62, name, 2).data());
        byte[] description = octets(bench.get(62, name, 5).data());
        var whole = new AxdrWriter(4_000)
                .octet(0x13)
                .octets(description)
                .lengthField(contents.length)
                .octets(contents);
        Complete<?> decoded = assertInstanceOf(Complete.class, Axdr.decode(whole.toOctets()));
        return assertInstanceOf(CosemData.CompactArray.class, decoded.value())
                .elements()
                .getFirst();
    }

    private static byte[] octets(CosemData data) {
        return assertInstanceOf(OctetString.class, data).octets().toArray();
    }

    @Test
    @DisplayName("O36 register table: cells of group E captured together; reset empties them")
    void registerTable() {
        String name = "1-0:98.10.1*255";
        StandardOnBench table = StandardOnBench.with(StandardObject.of(name, InterfaceClass.REGISTER_TABLE)
                        .behaving(new RegisterTable())
                        .starting(2, Values.array())
                        .starting(
                                3,
                                Values.structure(
                                        Values.u16(3),
                                        Values.name("1-0:1.8.0*255"),
                                        Values.array(new CosemData.Unsigned(0), new CosemData.Unsigned(9)),
                                        new Int8(2)))
                        .starting(4, Values.structure(new Int8(0), Values.en(30)))
                        .granting(ClientRole.MANAGEMENT, "R* W3 X*"))
                .seconds(1);

        assertEquals("0100", table.get(61, name, 2).hex());
        assertEquals(ActionResult.SUCCESS, table.call(61, name, 2));
        assertEquals("0102" + "0600000000" + "00", table.get(61, name, 2).hex());
        assertEquals(ActionResult.SUCCESS, table.call(61, name, 1));
        assertEquals("0100", table.get(61, name, 2).hex());
    }

    @Test
    @DisplayName("O36 parameter monitor: tells the listed parameter a client changed last, and when")
    void parameterMonitor() {
        String name = "0-0:16.2.0*255";
        CosemData zone = Values.structure(Values.u16(8), Values.name("0-0:1.0.0*255"), new Int8(3));
        assertEquals(ActionResult.SUCCESS, bench.call(65, name, 1, zone));
        bench.set(8, "0-0:1.0.0*255", 7, new Int8(30));
        assertTrue(bench.get(65, name, 2).hex().startsWith("0204120000"));

        bench.set(8, "0-0:1.0.0*255", 3, new CosemData.Int16(-120));
        assertEquals(
                "0204120008090600000100" + "00FF0F0310FF88",
                bench.get(65, name, 2).hex());
        assertEquals(
                bench.get(8, "0-0:1.0.0*255", 2).hex(), bench.get(65, name, 3).hex());
        assertEquals(ActionResult.SUCCESS, bench.call(65, name, 2, zone));
        assertEquals(ActionResult.OTHER_REASON, bench.call(65, name, 2, zone));
    }

    @ParameterizedTest(name = "O36 class {0}: attribute {1} takes {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            63 | 2 | 040AB040                                         | FITS
            63 | 2 | 1101                                             | FITS
            63 | 2 | 020211011101                                     | WRONG_TYPE
            63 | 3 | 02021101120005                                   | FITS
            63 | 3 | 020211010102120005120006                         | FITS
            63 | 3 | 0202110109020005                                 | WRONG_TYPE
            67 | 4 | 1601                                             | FITS
            67 | 8 | 02020F00161E                                     | FITS
            67 | 12 | 010102020202090600000A0064FF1200010202090600000A0064FF120000 | FITS
            68 | 4 | 010201021200011200020100                         | FITS
            68 | 6 | 120001                                           | WRONG_TYPE
            61 | 3 | 0204120003090601000 10800FF01021100110A0F02      | FITS
            65 | 4 | 0101020312000309060100010800FF0F02               | FITS
            """)
    void typesOfRareClasses(int classId, int attribute, String value, AttributeType.Fit fit) {
        AttributeType type =
                InterfaceClass.ofId(classId).orElseThrow().attribute(attribute).type();

        assertEquals(fit, type.fit(StandardOnBench.hex(value.replace(" ", ""))));
        assertFalse(HexFormat.of().parseHex(value.replace(" ", "")).length == 0);
    }

    @Test
    void namesOfEarlierPeriodsAreNotInTheObjectList() {
        assertTrue(bench.model.objects().stream()
                .allMatch(object -> object.logicalName().f() == 255));
        assertTrue(bench.model.find(Obis.of("1-0:1.8.0*101")).isPresent());
        assertTrue(bench.model.find(Obis.of("1-0:99.1.0*101")).isEmpty());
        assertTrue(bench.model.find(Obis.of("0-0:42.0.0*101")).isEmpty());
    }
}
