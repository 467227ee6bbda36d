package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.ActionResult;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.configuration.TypeNumber;
import trefas.quantity.Obis;

/// The analysis logger as it is chosen, emptied and read beside its rows: its columns and the means of phases (dossier
/// 4.3, 10.3, 20; decision 0050).
@DisplayName("own model: analysis logger")
class AnalysisObjectsTest {

    private static final int MANAGEMENT = 1;
    private static final String ANALYSIS = "1-1:99.1.1*255";
    private static final int COLUMNS = 3;
    private static final int QUARTER = 900;

    private DeviceOnBench bench = new DeviceOnBench();
    private long now = DeviceOnBench.START;

    @BeforeEach
    void aQuarter() {
        bench.second(now);
        aQuarterOf(bench);
    }

    /// L1 imports 2 kW and 150 var, L2 exports 1 kW, L3 has nothing but voltage.
    private void aQuarterOf(DeviceOnBench bench) {
        bench.values.phase(0, 230_900, 8_719, 2_000_000, 150_000);
        bench.values.phase(1, 229_900, 4_360, -1_000_000, 0);
        bench.values.phase(2, 228_000, 0, 0, 0);
        for (int second = 1; second <= QUARTER; second++) {
            bench.second(now + second);
        }
        now += QUARTER;
    }

    // As delivered (table 15): mean voltages and currents.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1-1:32.25.0*255 | 12 00E6     | 02 02 0F 00 16 23
            1-1:52.25.0*255 | 12 00E5     | 02 02 0F 00 16 23
            1-1:72.25.0*255 | 12 00E4     | 02 02 0F 00 16 23
            1-1:31.25.0*255 | 06 00000367 | 02 02 0F FE 16 21
            1-1:51.25.0*255 | 06 000001B4 | 02 02 0F FE 16 21
            1-1:71.25.0*255 | 06 00000000 | 02 02 0F FE 16 21
            """)
    void aMeterShowsTheMeansItsLoggerHas(String name, String value, String scalerUnit) {
        assertEquals(value.replace(" ", ""), bench.get(3, name, 2).hex());
        assertEquals(scalerUnit.replace(" ", ""), bench.get(3, name, 3).hex());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1-1:21.25.0*255 | 06 000007D0 | 02 02 0F 00 16 1B
            1-1:22.25.0*255 | 06 00000000 | 02 02 0F 00 16 1B
            1-1:42.25.0*255 | 06 000003E8 | 02 02 0F 00 16 1B
            1-1:23.25.0*255 | 06 00000096 | 02 02 0F 00 16 1D
            1-1:24.25.0*255 | 06 00000000 | 02 02 0F 00 16 1D
            1-1:29.25.0*255 | 06 000007D5 | 02 02 0F 00 16 1C
            1-1:50.25.0*255 | 06 000003E8 | 02 02 0F 00 16 1C
            1-1:33.25.0*255 | 12 0063     | 02 02 0F FE 16 FF
            1-1:73.25.0*255 | 12 0064     | 02 02 0F FE 16 FF
            """)
    void aMeanIsThereAsSoonAsItIsAColumn(String name, String value, String scalerUnit) {
        assertEquals(DataAccessResult.OBJECT_UNDEFINED, bench.get(3, name, 2).result());
        assertTrue(!objectList().contains(Obis.of(name)));

        assertEquals(DataAccessResult.SUCCESS, choose(MANAGEMENT, columns(name)));

        assertTrue(objectList().contains(Obis.of(name)));
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.get(3, "1-1:32.25.0*255", 2).result());
        aQuarterOf(bench);
        assertEquals(value.replace(" ", ""), bench.get(3, name, 2).hex());
        assertEquals(scalerUnit.replace(" ", ""), bench.get(3, name, 3).hex());
    }

    private List<Obis> objectList() {
        return bench.objects().stream().map(MeterObject::logicalName).toList();
    }

    @Test
    void columnsAreReadBackAsTheyWereChosenAlsoAfterARestart() {
        CosemData chosen = columns("1-1:1.8.0*255", "1-1:41.25.0*255", "1-1:1.16.0*255");

        assertEquals(DataAccessResult.SUCCESS, choose(MANAGEMENT, chosen));

        assertEquals(chosen, bench.get(7, ANALYSIS, COLUMNS).data());
        assertEquals(1, bench.settingsSaved);
        assertEquals(
                bench.meter.parts().analysis().settings(),
                bench.restarted().meter().parts().analysis().settings());
        // The rows of another choice are gone, and the next one says so: bit 7.
        assertEquals(List.of(), bench.get(7, ANALYSIS, 2).rows());
        aQuarterOf(bench);
        List<CosemData> row = bench.get(7, ANALYSIS, 2).rows().getFirst();
        assertEquals(new LongUnsigned(0x80), row.get(1));
        assertEquals(7, row.size());
    }

    @Test
    void theSameChoiceAgainKeepsTheRows() {
        String rows = bench.get(7, ANALYSIS, 2).hex();

        assertEquals(
                DataAccessResult.SUCCESS,
                choose(MANAGEMENT, bench.get(7, ANALYSIS, COLUMNS).data()));

        assertEquals(rows, bench.get(7, ANALYSIS, 2).hex());
    }

    @Test
    void noColumnAtAllMeansThatTheLoggerIsNotUsed() {
        assertEquals(DataAccessResult.SUCCESS, choose(MANAGEMENT, columns()));

        aQuarterOf(bench);

        assertEquals(List.of(), bench.get(7, ANALYSIS, 2).rows());
        assertEquals("0600000000", bench.get(7, ANALYSIS, 7).hex());
    }

    // X9, number of columns, kinds and what is no column at all.
    @Test
    void whatCanNotBeAColumnIsRefused() {
        CosemData before = bench.get(7, ANALYSIS, COLUMNS).data();
        var head = ((Array) columns()).elements();
        List<CosemData> tooMany = new ArrayList<>(head);
        for (int tariff = 0; tariff <= 8; tariff++) {
            for (int group : new int[] {1, 2, 3}) {
                tooMany.add(column(3, "1-1:" + group + ".8." + tariff + "*255", 2));
            }
        }
        List<CosemData> refused = List.of(
                columns("1-1:1.6.0*255"),
                columns("1-1:1.8.0*255", "1-1:1.8.0*255"),
                columns("1-1:1.99.0*255"),
                new Array(List.of()),
                new Array(head.subList(1, 4)),
                new Array(List.of(head.get(0), head.get(1), head.get(3), head.get(2))),
                with(head, column(4, "1-1:1.8.0*255", 2)),
                with(head, column(3, "1-1:1.8.0*255", 3)),
                new Array(tooMany));
        for (CosemData value : refused) {
            assertEquals(DataAccessResult.OTHER_REASON, choose(MANAGEMENT, value), value::toString);
        }
        for (CosemData value :
                List.of(new Unsigned(1), new Array(List.of(new Unsigned(1))), new Structure(List.of()))) {
            assertEquals(DataAccessResult.TYPE_UNMATCHED, choose(MANAGEMENT, value), value::toString);
        }

        assertEquals(before, bench.get(7, ANALYSIS, COLUMNS).data());
        assertEquals(0, bench.settingsSaved);
        assertEquals(DataAccessResult.SUCCESS, choose(MANAGEMENT, new Array(tooMany.subList(0, 28))));
    }

    // Dossier 2.1: X9 of 2 is A+ and A-.
    @Test
    void aMeterOfTwoEnergiesRefusesThoseItDoesNotMeasure() {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        bench = new DeviceOnBench(new MeterConfiguration(
                TypeNumber.parse("6841439BN224100010").orElseThrow(),
                as.energyFormat(),
                as.summation(),
                as.loadProfileContent(),
                as.capturePeriod(),
                as.clock(),
                as.displayLists()));
        bench.second(now);

        assertEquals(DataAccessResult.OTHER_REASON, choose(MANAGEMENT, columns("1-1:3.8.0*255")));
        assertEquals(DataAccessResult.OTHER_REASON, choose(MANAGEMENT, columns("1-1:23.25.0*255")));
        assertEquals(DataAccessResult.SUCCESS, choose(MANAGEMENT, columns("1-1:2.8.0*255", "1-1:22.25.0*255")));
    }

    // Attribute 3 is R in the papers (dossier 20); choosing is the management client's.
    @ParameterizedTest(name = "client {0}")
    @ValueSource(ints = {18, 19, 20})
    void aModuleReadsTheColumns(int client) {
        CosemData columns = bench.get(client, 7, ANALYSIS, COLUMNS).data();

        assertEquals(DataAccessResult.READ_WRITE_DENIED, choose(client, columns));
    }

    @ParameterizedTest(name = "client {0}")
    @ValueSource(ints = {1, 18, 19, 20})
    void resetEmptiesTheLoggerAndTheIntervalGoesOn(int client) {
        assertEquals(2, bench.get(7, ANALYSIS, 2).rows().size());
        int saved = bench.registersSaved;

        assertEquals(ActionResult.SUCCESS, bench.invoke(client, 7, ANALYSIS, 1, Optional.of(new Int8(0))));

        assertEquals("0100", bench.get(7, ANALYSIS, 2).hex());
        assertTrue(bench.registersSaved > saved);
        assertNotEquals("12" + "0000", bench.get(3, "1-1:32.25.0*255", 2).hex());
        aQuarterOf(bench);
        assertEquals(1, bench.get(7, ANALYSIS, 2).rows().size());
    }

    private DataAccessResult choose(int client, CosemData columns) {
        return bench.set(client, 7, ANALYSIS, COLUMNS, columns);
    }

    /// The head that every choice has, and values of registers.
    private static CosemData columns(String... names) {
        List<CosemData> columns = new ArrayList<>(List.of(
                column(8, "0-1:1.0.0*255", 2),
                column(7, ANALYSIS, -1),
                column(7, ANALYSIS, -2),
                column(1, "1-1:134.0.1*255", 2)));
        Arrays.stream(names)
                .map(name -> column(name.contains(".6.0") || name.contains(".16.0") ? 4 : 3, name, 2))
                .forEach(columns::add);
        return new Array(columns);
    }

    private static CosemData with(List<CosemData> head, CosemData column) {
        var columns = new ArrayList<>(head);
        columns.add(column);
        return new Array(columns);
    }

    private static CosemData column(int classId, String name, int attribute) {
        var column = new CaptureObject(classId, Obis.of(name), attribute, 0);
        Obis code = column.logicalName();
        byte[] octets = {
            (byte) code.a(), (byte) code.b(), (byte) code.c(), (byte) code.d(), (byte) code.e(), (byte) code.f()
        };
        return new Structure(List.of(
                new LongUnsigned(column.classId()),
                new OctetString(Octets.of(octets)),
                new Int8(column.attributeIndex()),
                new LongUnsigned(column.dataIndex())));
    }
}
