package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.DataAccessResult;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.configuration.TypeDigit;
import trefas.device.configuration.TypeNumber;
import trefas.device.demand.RegisterList;
import trefas.device.register.MeasuredEnergies;
import trefas.quantity.Obis;

/// Registers of the own model, octet for octet (dossier 4.1, 4.4, 4.5, 20).
@DisplayName("own model: registers")
class RegisterObjectsTest {

    /// 2026-07-01T00:00:00Z, a Wednesday: 02:00 on the wall, 01:00 in normal time.
    private static final long SUMMER = 1_782_864_000L;

    private static final String PEAK = "1-1:1.6.0*255";
    private static final String THRESHOLD = "1-1:96.51.1*255";
    private static final String THRESHOLD_COUNTER = "1-1:96.51.2*255";

    private final DeviceOnBench bench = new DeviceOnBench();

    // 1 kW for a whole quarter, which ends at 01:15 in normal time whatever the wall shows.
    @Test
    void aPeakIsAnExtendedRegisterStampedInNormalTime() {
        bench.second(SUMMER);
        assertEquals("0600000000", bench.get(4, PEAK, 2).hex());
        assertEquals("090C00000101FF000000FF800000", bench.get(4, PEAK, 5).hex());

        aQuarterOf(1_000_000);

        assertEquals("06000003E8", bench.get(4, PEAK, 2).hex());
        assertEquals("02020F00161B", bench.get(4, PEAK, 3).hex());
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.get(4, PEAK, 4).result());
        assertEquals("090C07EA070103010F00FF800000", bench.get(4, PEAK, 5).hex());
        assertEquals(
                "0205" + "09060101010600FF" + "06000003E8" + "02020F00161B" + "00" + "090C07EA070103010F00FF800000",
                bench.get(4, PEAK, 0).hex());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            3 | 1-1:1.8.1*255   | 06 00000019 | 02 02 0F 01 16 1E
            3 | 1-1:1.8.2*255   | 06 00000000 | 02 02 0F 01 16 1E
            3 | 1-1:1.25.0*255  | 06 000003E8 | 02 02 0F 00 16 1B
            3 | 1-1:1.128.0*255 | 06 00000019 | 02 02 0F 01 16 1E
            3 | 1-1:1.2.0*255   | 06 00000000 | 02 02 0F 00 16 1B
            3 | 1-1:13.25.0*255 | 12 0064     | 02 02 0F FE 16 FF
            3 | 1-1:14.25.0*255 | 12 1388     | 02 02 0F FE 16 2C
            3 | 1-1:16.8.0*255  | 06 00000019 | 02 02 0F 01 16 1E
            4 | 1-1:1.16.0*255  | 06 000003E8 | 02 02 0F 00 16 1B
            3 | 0-1:96.8.0*255  | 06 00000000 | 02 02 0F 00 16 05
            """)
    void valueScalerAndUnitAfterAQuarterOfOneKilowatt(int classId, String name, String value, String scalerUnit) {
        bench.second(SUMMER);
        aQuarterOf(1_000_000);

        assertEquals(value.replace(" ", ""), bench.get(classId, name, 2).hex());
        assertEquals(scalerUnit.replace(" ", ""), bench.get(classId, name, 3).hex());
    }

    @Test
    void anetBelowZeroIsATwosComplement() {
        bench.second(SUMMER);
        aQuarterOf(-1_000_000);

        assertEquals("06FFFFFFE7", bench.get(3, "1-1:16.8.0*255", 2).hex());
    }

    @ParameterizedTest(name = "{0} W: {1}")
    @CsvSource(textBlock = """
            0,          SUCCESS
            500,        SUCCESS
            99999,      SUCCESS
            100000,     OTHER_REASON
            4294967295, OTHER_REASON
            """)
    void thePowerThresholdIsSetWithinItsRange(long watts, DataAccessResult result) {
        DataAccessResult said = bench.set(DeviceOnBench.PRIMARY, 3, THRESHOLD, 2, new DoubleLongUnsigned(watts));

        assertEquals(result, said);
        boolean isSet = result == DataAccessResult.SUCCESS;
        assertEquals(
                new DoubleLongUnsigned(isSet ? watts : 99_000),
                bench.get(3, THRESHOLD, 2).data());
        assertEquals(isSet ? 1 : 0, bench.settingsSaved);
    }

    @Test
    void nothingElseSetsThePowerThreshold() {
        assertEquals(
                DataAccessResult.TYPE_UNMATCHED,
                bench.set(DeviceOnBench.PRIMARY, 3, THRESHOLD, 2, new LongUnsigned(500)));
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.set(DeviceOnBench.PUBLIC, 3, THRESHOLD, 2, new DoubleLongUnsigned(500)));
        assertEquals(0, bench.settingsSaved);
    }

    @Test
    void aQuarterAboveTheThresholdIsCounted() {
        bench.second(SUMMER);
        bench.set(DeviceOnBench.PRIMARY, 3, THRESHOLD, 2, new DoubleLongUnsigned(999));

        aQuarterOf(1_000_000);

        assertEquals("1101", bench.get(1, THRESHOLD_COUNTER, 2).hex());
    }

    @ParameterizedTest(name = "X9 = {0}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1-1:1.8.3*255 1-1:1.6.0*255 1-1:21.8.0*255                | 1-1:2.8.0*255 1-1:15.8.0*255 1-1:3.8.0*255 1-1:2.6.0*255
            2 | 1-1:2.8.3*255 1-1:2.6.0*255 1-1:15.8.0*255 1-1:16.8.0*255 | 1-1:3.8.0*255 1-1:9.6.0*255 1-1:5.8.0*255
            4 | 1-1:10.8.8*255 1-1:10.6.0*255 1-1:5.8.0*255               | 1-1:10.6.1*255 1-1:5.8.1*255
            """)
    void whatTheTypeNumberLeavesOutIsNotThere(int x9, String there, String notThere) {
        MeterConfiguration configuration = measuring(x9);
        ObjectModel model = ObjectModel.of(configuration);

        for (String name : there.split(" ", -1)) {
            assertTrue(model.find(Obis.of(name)).isPresent(), name);
        }
        for (String name : notThere.split(" ", -1)) {
            assertTrue(model.find(Obis.of(name)).isEmpty(), name);
        }
        RegisterList.of(
                        configuration.energyFormat(),
                        MeasuredEnergies.ofCode(x9).orElseThrow())
                .forEach(register -> assertEquals(
                        register.interfaceClass(),
                        model.interfaceClass(register.obis()).orElseThrow().classId()));
    }

    private static MeterConfiguration measuring(int x9) {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        String four = as.typeNumber().characters();
        int position = TypeDigit.X9.position();
        return new MeterConfiguration(
                new TypeNumber(four.substring(0, position - 1) + x9 + four.substring(position)),
                as.energyFormat(),
                as.summation(),
                as.loadProfileContent(),
                as.capturePeriod(),
                as.clock(),
                as.displayLists());
    }

    /// A quarter of seconds, beginning at [#SUMMER].
    private void aQuarterOf(int milliwatts) {
        bench.values.phase(0, 230_000, 5_000, milliwatts, 0);
        for (int second = 1; second <= 900; second++) {
            bench.second(SUMMER + second);
        }
    }
}
