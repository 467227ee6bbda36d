package trefas.app.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.VisibleString;
import trefas.cosem.ScalerUnit;
import trefas.cosem.Unit;
import trefas.quantity.Obis;

class ReadingPrinterTest {

    private static final Reading ENERGY =
            register("1-1:1.8.0*255", new DoubleLongUnsigned(1_234_567), new ScalerUnit(1, Unit.WATT_HOUR));
    private static final Reading VOLTAGE =
            register("1-1:32.7.0*255", new LongUnsigned(2_301), new ScalerUnit(-1, Unit.VOLT));
    private static final Reading WORDS = data("0-0:96.1.0*255", new VisibleString("He said \"1,2\"\nand left"));
    private static final Reading NUMBER = data("0-0:96.7.0*255", new LongUnsigned(7));
    private static final Reading PROFILE = new Reading(
            Obis.of("1-1:99.1.0*255"),
            new CosemData.Array(List.of(
                    new Structure(List.of(new LongUnsigned(1), new DoubleLongUnsigned(100))),
                    new Structure(List.of(new LongUnsigned(22), new NullData())))),
            Optional.empty(),
            List.of("id", "1.8.0"));

    @Test
    void aTableHasOneLineForEachValueAndTheRowsOfAProfile() {
        assertEquals(
                """
                1-1:1.8.0*255      12345.67 kWh
                1-1:32.7.0*255     230.1 V
                0-0:96.1.0*255     He said "1,2"?and left
                0-0:96.7.0*255     7
                id  1.8.0
                 1    100
                22   null
                2 rows of 1-1:99.1.0*255""",
                ReadingPrinter.TABLE
                        .print(List.of(ENERGY, VOLTAGE, WORDS, NUMBER, PROFILE))
                        .replace("\r\n", "\n"));
    }

    @Test
    void jsonHasNumbersWhereTheMeterHasNumbers() {
        assertEquals("""
                [{"obis":"1-1:1.8.0*255","value":12345670,"unit":"Wh"},\
                {"obis":"1-1:32.7.0*255","value":230.1,"unit":"V"},\
                {"obis":"0-0:96.1.0*255","value":"He said \\"1,2\\"\\nand left"},\
                {"obis":"0-0:96.7.0*255","value":7},\
                {"obis":"1-1:99.1.0*255","columns":["id","1.8.0"],"rows":[["1","100"],["22","null"]]}]""", ReadingPrinter.JSON.print(List.of(ENERGY, VOLTAGE, WORDS, NUMBER, PROFILE)));
    }

    @Test
    void csvQuotesWhatWouldBreakALine() {
        assertEquals(
                """
                obis,value,unit
                1-1:1.8.0*255,12345670,Wh
                1-1:32.7.0*255,230.1,V
                0-0:96.1.0*255,"He said ""1,2""
                and left",""", ReadingPrinter.CSV.print(List.of(ENERGY, VOLTAGE, WORDS)).replace("\r\n", "\n"));
    }

    @Test
    void csvOfAProfileIsItsRows() {
        assertEquals(
                "id,1.8.0\n1,100\n22,null",
                ReadingPrinter.CSV.print(List.of(PROFILE)).replace("\r\n", "\n"));
    }

    @Test
    void nothingReadIsAnEmptyAnswer() {
        assertEquals("", ReadingPrinter.TABLE.print(List.of()));
        assertEquals("[]", ReadingPrinter.JSON.print(List.of()));
        assertEquals("", ReadingPrinter.CSV.print(List.of()));
    }

    @ParameterizedTest(name = "{0} × 10^{1} {2}")
    @CsvSource(textBlock = """
            1234567, 1,  WATT_HOUR,         12345.67 kWh
            1234567, 0,  VAR_HOUR,          1234.567 kvarh
            12,      3,  VOLT_AMPERE_HOUR,  12 kVAh
            12,      4,  WATT_HOUR,         120 kWh
            12,      -1, WATT_HOUR,         0.0012 kWh
            5,       0,  HOUR,              5 h
            5,       0,  AMPERE_HOUR,       5 Ah
            5,       2,  VOLT_SQUARED_HOUR, 500 V²h
            100,     -2, NONE,              1.00
            0,       2,  WATT,              0 W
            """)
    void aRegisterIsReadInItsUnitAndEnergyInThousands(long number, int scaler, Unit unit, String text) {
        assertEquals(
                text,
                register("1-0:1.8.0*255", new DoubleLongUnsigned(number), new ScalerUnit(scaler, unit))
                        .text());
    }

    @Test
    void sixtyFourBitsWithoutSignStayPositive() {
        var all = register("1-0:1.8.0*255", new CosemData.Long64Unsigned(-1), new ScalerUnit(0, Unit.WATT));

        assertEquals("18446744073709551615 W", all.text());
    }

    private static Reading register(String obis, CosemData value, ScalerUnit scalerUnit) {
        return new Reading(Obis.of(obis), value, Optional.of(scalerUnit), List.of());
    }

    private static Reading data(String obis, CosemData value) {
        return new Reading(Obis.of(obis), value, Optional.empty(), List.of());
    }
}
