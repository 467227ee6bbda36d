package trefas.device.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.OperationState;
import trefas.quantity.Obis;

/// The registers of dossier 20 that count or are averaged, by class, unit and value.
class RegisterListTest {

    private static final List<MeterRegister> LIST = RegisterList.of(EnergyFormat.F72, MeasuredEnergies.FOUR_QUADRANTS);

    /// The lines of dossier 20 as they stand there; a range of the last group before F is written with a dash.
    private static final Map<Integer, String> PAPER = Map.of(
            1,
            "1.1.96.51.2",
            3,
            "0.1.96.8.0 1.1.1.2.0-2 1.1.2.2.0-2 1.1.3.2.0 1.1.4.2.0 1.1.{1,2,3,4}.8.0-8 1.1.{1,2,3,4}.8.0*128"
                    + " 1.1.{5,6,7,8}.8.0 1.1.{9,10}.8.0-8 1.1.{1,2,3,4,9,10}.25.0 1.1.{1,2,3,4,9,10}.128.0"
                    + " 1.1.13.25.0 1.1.14.25.0 1.1.15.8.0 1.1.16.8.0 1.1.{21,41,61,22,42,62}.8.0 1.1.96.51.1",
            4,
            "1.1.1.6.0-8 1.1.1.13.0 1.1.1.16.0 1.1.2.6.0-2 1.1.3.6.0-2 1.1.4.6.0 1.1.9.6.0-8 1.1.10.6.0");

    /// Beyond the paper: hours of each tariff, reactive energy of each phase (decision 0009).
    private static final String OURS = "0.1.96.8.1-8 1.1.{23,43,63,24,44,64}.8.0";

    @ParameterizedTest
    @CsvSource({"1", "3", "4"})
    void everyRegisterOfThePaperIsThere(int interfaceClass) {
        Set<String> expected = expand(PAPER.getOrDefault(interfaceClass, ""));
        if (interfaceClass == 3) {
            expected.addAll(expand(OURS));
        }
        var listed = new TreeSet<String>();
        LIST.stream()
                .filter(register -> register.interfaceClass() == interfaceClass)
                .forEach(register -> listed.add(register.obis().toString()));

        assertEquals(expected, listed);
    }

    private static Set<String> expand(String lines) {
        var names = new TreeSet<String>();
        for (String line : lines.split(" ", -1)) {
            int open = line.indexOf('{');
            String[] quantities = open < 0
                    ? new String[] {""}
                    : line.substring(open + 1, line.indexOf('}')).split(",", -1);
            for (String quantity : quantities) {
                String one =
                        open < 0 ? line : line.substring(0, open) + quantity + line.substring(line.indexOf('}') + 1);
                String[] groups = one.split("[.*]", -1);
                String[] range = groups[4].split("-", -1);
                for (int e = Integer.parseInt(range[0]); e <= Integer.parseInt(range[range.length - 1]); e++) {
                    names.add(new Obis(
                                    Integer.parseInt(groups[0]),
                                    Integer.parseInt(groups[1]),
                                    Integer.parseInt(groups[2]),
                                    Integer.parseInt(groups[3]),
                                    e,
                                    groups.length > 5 ? Integer.parseInt(groups[5]) : 255)
                            .toString());
                }
            }
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void noNameTwice(MeasuredEnergies measured) {
        var names = new HashSet<Obis>();
        for (MeterRegister register : RegisterList.of(EnergyFormat.F63, measured)) {
            assertTrue(names.add(register.obis()), register::title);
        }
    }

    @Test
    void aMeterForImportListsImport() {
        Set<Integer> quantities = new TreeSet<>();
        RegisterList.of(EnergyFormat.F63, MeasuredEnergies.ACTIVE_IMPORT)
                .forEach(register -> quantities.add(register.obis().c()));

        assertEquals(Set.of(1, 13, 14, 21, 41, 61, 96), quantities);
    }

    // 3 kW and 4 kvar for an hour in T1, then a debiting stop, then a quarter of an hour of 1 kW export in T2.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                # name          | value | unit | scaler | stamp, s after midnight
                1-1:1.8.0*255   |   300 | Wh   |  1 |    0
                1-1:2.8.0*255   |    25 | Wh   |  1 |    0
                1-1:1.8.1*255   |   300 | Wh   |  1 |    0
                1-1:2.8.1*255   |     0 | Wh   |  1 |    0
                1-1:2.8.2*255   |    25 | Wh   |  1 |    0
                1-1:3.8.1*255   |   400 | varh |  1 |    0
                1-1:5.8.0*255   |   400 | varh |  1 |    0
                1-1:9.8.0*255   |   500 | VAh  |  1 |    0
                1-1:9.8.1*255   |   500 | VAh  |  1 |    0
                1-1:10.8.2*255  |    25 | VAh  |  1 |    0
                1-1:15.8.0*255  |   325 | Wh   |  1 |    0
                1-1:16.8.0*255  |   275 | Wh   |  1 |    0
                1-1:21.8.0*255  |   300 | Wh   |  1 |    0
                1-1:22.8.0*255  |    25 | Wh   |  1 |    0
                1-1:1.128.0*255 |   300 | Wh   |  1 |    0
                1-1:2.128.0*255 |    25 | Wh   |  1 |    0
                1-1:2.8.0*128   |  2500 | Wh   | -1 |    0
                1-1:1.8.0*128   |     0 | Wh   | -1 |    0
                0-1:96.8.0*255  |     1 | h    |  0 |    0
                0-1:96.8.1*255  |     1 | h    |  0 |    0
                0-1:96.8.2*255  |     0 | h    |  0 |    0
                1-1:1.2.0*255   |  3000 | W    |  0 |    0
                1-1:1.2.1*255   |  3000 | W    |  0 |    0
                1-1:1.2.2*255   |     0 | W    |  0 |    0
                1-1:3.2.0*255   |  4000 | var  |  0 |    0
                1-1:1.25.0*255  |     0 | W    |  0 |    0
                1-1:2.25.0*255  |  1000 | W    |  0 |    0
                1-1:10.25.0*255 |  1000 | VA   |  0 |    0
                1-1:13.25.0*255 |   100 |      | -2 |    0
                1-1:14.25.0*255 |  5001 | Hz   | -2 |    0
                1-1:1.6.0*255   |     0 | W    |  0 |    0
                1-1:2.6.0*255   |  1000 | W    |  0 | 4500
                1-1:2.6.1*255   |     0 | W    |  0 |    0
                1-1:2.6.2*255   |  1000 | W    |  0 | 4500
                1-1:10.6.0*255  |  1000 | VA   |  0 | 4500
                1-1:1.16.0*255  |  3000 | W    |  0 |  900
                1-1:1.13.0*255  |     0 | W    |  0 | 4500
                1-1:96.51.1*255 | 99000 | W    |  0 |    0
                1-1:96.51.2*255 |     0 |      |  0 |    0
                """)
    void anHourAndAQuarter(String name, long value, String unit, int scaler, long stamp) {
        var format72 = new MeterRegisters(EnergyFormat.F72, MeasuredEnergies.FOUR_QUADRANTS, DemandSettings.DEFAULT, 0);
        var bench = new RegistersOnBench(format72);
        bench.load(3_000, 4_000, 50_018).run(3_600);
        bench.registers().debitingStop();
        bench.registers().activateTariff(2);
        bench.registers().setOperationState(OperationState.VERIFY_A_MINUS, bench.now());
        bench.load(-1_000, 0, 50_018).run(900);
        MeterRegister register = LIST.stream()
                .filter(each -> each.obis().toString().equals(name))
                .findFirst()
                .orElseThrow();

        assertEquals(value, register.value(bench.registers()));
        assertEquals(unit == null ? "" : unit, register.unit().symbol());
        assertEquals(scaler, register.scaler());
        assertEquals(stamp == 0 ? 0 : RegistersOnBench.MIDNIGHT + stamp, register.stamp(bench.registers()));
    }
}
