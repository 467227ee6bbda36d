package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.MonthDay;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.module.PortSetup;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.DayPlan;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SeasonPlan;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;
import trefas.quantity.Obis;

/// What the meter has acknowledged outlives a kill (decision 0005): each deed that changes a record asks for that
/// record
/// to be saved, and a meter that has nothing but its records and its rows answers everything as before.
@DisplayName("own model: what was answered is kept")
class OwnModelKeepsItsWordTest {

    private static final int MANAGEMENT = 1;
    private static final int QUARTER = 900;
    private static final int MOMENTARY_D = 7;
    private static final int VALUE_OCTETS_MAX = 100_000;

    /// Class, object, attribute or method, and for an attribute a value that is not there yet.
    private static final String DEEDS = """
            1  | 0-1:96.3.1*255    | set 2  | 11 04
            1  | 0-1:96.10.2*255   | set 2  | 06 00000000
            1  | 1-1:0.0.0*255     | set 2  | 09 05 3734353433
            1  | 1-1:0.0.1*255     | set 2  | 06 00000001
            1  | 1-1:0.0.2*255     | set 2  | 06 00000002
            1  | 1-1:0.0.3*255     | set 2  | 06 00000003
            1  | 1-1:0.1.5*128     | set 2  | 11 01
            1  | 1-1:0.1.6*128     | set 2  | 11 02
            1  | 1-1:0.128.1*255   | set 2  | 06 0000002A
            1  | 1-1:0.130.1*255   | set 2  | 06 00000004
            1  | 1-1:0.130.2*255   | set 2  | 06 00000005
            1  | 1-1:96.1.2*255    | set 2  | 09 03 00FF41
            1  | 1-1:96.5.1*255    | set 2  | 11 03
            1  | 1-1:96.52.1*255   | set 2  | 11 01
            1  | 1-1:96.52.2*255   | set 2  | 11 0F
            1  | 1-1:96.52.3*255   | set 2  | 11 01
            1  | 1-1:96.52.4*255   | set 2  | 11 F0
            1  | 1-1:96.52.5*255   | set 2  | 12 003C
            1  | 1-1:96.52.11*255  | set 2  | 11 00
            1  | 1-1:96.52.21*255  | set 2  | 11 03
            1  | 1-1:96.52.22*255  | set 2  | 11 02
            1  | 1-1:96.52.24*255  | set 2  | 11 02
            1  | 1-1:96.52.31*255  | set 2  | 11 01
            1  | 1-1:96.52.32*255  | set 2  | 11 01
            1  | 1-1:96.52.34*255  | set 2  | 11 02
            1  | 1-1:96.52.41*255  | set 2  | 11 01
            1  | 1-1:96.52.42*255  | set 2  | 11 01
            1  | 1-1:96.52.44*255  | set 2  | 11 02
            1  | 1-1:129.0.0*255   | set 2  | 11 04
            1  | 1-1:134.0.3*255   | set 2  | 11 80
            1  | 1-1:134.0.4*255   | set 2  | 06 AC100478
            1  | 1-1:134.0.5*255   | set 2  | 12 1389
            1  | 1-1:134.0.6*255   | set 2  | 06 00000040
            1  | 1-1:134.0.7*255   | set 2  | 06 00000040
            1  | 1-1:134.0.8*255   | set 2  | 06 00000040
            3  | 1-1:134.0.9*255   | set 2  | 12 0032
            3  | 1-1:134.0.10*255  | set 2  | 12 0104
            1  | 1-1:134.0.11*255  | set 2  | 12 0078
            3  | 1-1:134.0.12*255  | set 2  | 12 0104
            3  | 1-1:134.0.13*255  | set 2  | 12 00C8
            1  | 1-1:134.0.14*255  | set 2  | 12 003C
            1  | 1-1:134.0.15*255  | set 2  | 12 003C
            3  | 1-1:96.51.1*255   | set 2  | 06 00002710
            7  | 1-1:99.1.0*255    | set 4  | 06 00000E10
            7  | 1-1:99.1.1*255    | set 3  | COLUMNS
            7  | 1-1:99.1.1*255    | set 4  | 06 0000012C
            8  | 0-1:1.0.0*255     | set 2  | 09 0C 07EA 01 01 04 0C 00 00 00 8000 00
            8  | 0-1:1.0.0*255     | set 8  | 03 00
            7  | 1-1:98.1.0*255    | call 2 |
            7  | 1-1:99.1.0*255    | call 1 |
            7  | 1-1:99.1.1*255    | call 1 |
            7  | 1-1:99.98.2*255   | call 1 |
            7  | 1-1:99.98.3*255   | call 1 |
            7  | 1-1:99.98.5*255   | call 1 |
            7  | 1-1:99.98.10*255  | call 1 |
            7  | 1-1:99.98.12*255  | call 1 |
            7  | 1-1:99.98.16*255  | call 1 |
            7  | 1-1:99.98.17*255  | call 1 |
            8  | 0-1:1.0.0*255     | call 1 |
            8  | 0-1:1.0.0*255     | call 2 |
            8  | 0-1:1.0.0*255     | call 3 |
            8  | 0-1:1.0.0*255     | call 6 | 10 003C
            """;

    /// Mean P+ of the phases in place of what the logger is made with.
    private static final String COLUMNS = "0107"
            + "0204120008 0906 0001010000FF 0F02 120000 0204120007 0906 0101630101FF 0FFF 120000"
            + "0204120007 0906 0101630101FF 0FFE 120000 0204120001 0906 0101860001FF 0F02 120000"
            + "0204120003 0906 0101151900FF 0F02 120000 0204120003 0906 0101291900FF 0F02 120000"
            + "0204120003 0906 01013D1900FF 0F02 120000";

    /// One line of the table.
    record Deed(int classId, String name, boolean isSet, int number, String axdr) {

        static Deed of(String line) {
            String[] cells = line.split("\\|", -1);
            String[] what = cells[2].strip().split(" ", -1);
            String axdr = cells[3].strip().replace("COLUMNS", COLUMNS);
            return new Deed(
                    Integer.parseInt(cells[0].strip()),
                    cells[1].strip(),
                    what[0].equals("set"),
                    Integer.parseInt(what[1]),
                    axdr);
        }

        String target() {
            return name + (isSet ? " attribute " : " method ") + number;
        }

        @Override
        public String toString() {
            return target() + " " + axdr;
        }
    }

    private final DeviceOnBench bench = new DeviceOnBench(everythingIsWritable());

    /// Tariff and relays follow what is written; the module has a pulse input.
    private static MeterConfiguration everythingIsWritable() {
        FunctionSettings made = MeterConfiguration.DEFAULT.settings().functions();
        var load = made.load();
        for (LoadRelay relay : LoadRelay.values()) {
            load = load.withRelay(relay, load.relay(relay).withMode(RelayMode.REGISTER));
        }
        return MeterConfiguration.DEFAULT.withFunctions(
                made.with(made.tariff().withSource(TariffSource.REGISTER).withPlans(plans(PlanValue.TARIFF, 3, 7)))
                        .with(load.withPlans(plans(PlanValue.RELAY_POSITION, 0, 1)))
                        .with(made.module().withPorts(PortSetup.PULSE_ALARM)));
    }

    /// Two plans that always say the same.
    private static PlanSet plans(PlanValue kind, int first, int second) {
        return new PlanSet(
                IntStream.of(first, second)
                        .mapToObj(value -> {
                            DayPlan day = DayPlan.always(kind, value);
                            var season = new SeasonPlan("year", List.of(MonthDay.of(1, 1)), day, day, day);
                            return new SwitchingPlan("always " + value, List.of(season));
                        })
                        .toList(),
                WorkCalendar.DEFAULT);
    }

    static Stream<Deed> deeds() {
        return DEEDS.lines().map(Deed::of);
    }

    /// An hour with a deviation of the voltage, a set clock and a row in every logger that can have one.
    @BeforeEach
    void liveAnHour() {
        bench.values.phase(0, 230_000, 5_000, 1_000_000, 200_000);
        long now = DeviceOnBench.START;
        for (int second = 0; second <= 4 * QUARTER; second++) {
            bench.values.phase(1, second / 10 % 2 == 0 ? 230_000 : 190_000, 5_000, 1_000_000, 200_000);
            bench.second(now + second);
        }
        bench.clockTo(now + 4 * QUARTER + 30);
        bench.second(now + 4 * QUARTER + 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    void whatWasAnsweredIsInTheRecords(Deed deed) {
        byte[] settings = bench.meter.settingsRecord();
        int saved = bench.registersSaved + bench.settingsSaved;
        int settingsSaved = bench.settingsSaved;

        doIt(deed);

        assertTrue(bench.registersSaved + bench.settingsSaved > saved, "a deed asks to be kept");
        if (bench.settingsSaved == settingsSaved) {
            assertArrayEquals(settings, bench.meter.settingsRecord(), "settings not saved");
        }
        assertEquals(everything(bench.device), everything(bench.restarted()));
    }

    private void doIt(Deed deed) {
        Optional<String> value = Optional.of(deed.axdr()).filter(axdr -> !axdr.isEmpty());
        if (deed.isSet()) {
            assertEquals(
                    DataAccessResult.SUCCESS,
                    bench.set(
                            MANAGEMENT,
                            deed.classId(),
                            deed.name(),
                            deed.number(),
                            FunctionsOnBench.data(value.orElseThrow())));
        } else {
            assertEquals(
                    ActionResult.SUCCESS,
                    bench.invoke(
                            MANAGEMENT, deed.classId(), deed.name(), deed.number(), value.map(FunctionsOnBench::data)));
        }
    }

    /// All that can be read of a meter but what it measures this second.
    private Map<String, String> everything(MeterDevice device) {
        var all = new TreeMap<String, String>();
        for (MeterObject object : bench.model.objects()) {
            boolean isMomentary = object.interfaceClass().equals(InterfaceClass.REGISTER)
                    && object.logicalName().d() == MOMENTARY_D;
            for (int attribute = 1;
                    attribute <= object.interfaceClass().attributes().size() && !isMomentary;
                    attribute++) {
                var out = new AxdrWriter(VALUE_OCTETS_MAX);
                DataAccessResult result = device.get(
                        DeviceOnBench.requester(MANAGEMENT),
                        new AttributeDescriptor(object.interfaceClass().classId(), object.logicalName(), attribute),
                        Optional.empty(),
                        out);
                all.put(
                        object.logicalName() + ":" + attribute,
                        result == DataAccessResult.SUCCESS
                                ? HexFormat.of().withUpperCase().formatHex(out.toOctets())
                                : result.name());
            }
        }
        return all;
    }

    // The password is the security state's, whose own test this is.
    @Test
    void theTableHasEveryDeedThereIs() {
        var possible = new TreeSet<String>();
        var question = new Question(
                bench.device, Association.MANAGEMENT, DeviceOnBench.requester(MANAGEMENT), Optional.empty());
        for (MeterObject object : bench.objects()) {
            String name = object.logicalName().toString();
            for (int attribute = 2; attribute <= object.attributes().size() + 1; attribute++) {
                if (object.access(attribute, question).isWritable()) {
                    possible.add(name + " attribute " + attribute);
                }
            }
            for (int method = 1; method <= object.methods().size(); method++) {
                if (object.isCallable(method, Association.MANAGEMENT)) {
                    possible.add(name + " method " + method);
                }
            }
        }

        assertEquals(possible, new TreeSet<>(deeds().map(Deed::target).toList()));
    }

    @Test
    void theHourHasFilledTheLoggers() {
        for (String logger : new String[] {
            "1-1:99.1.0*255", "1-1:99.1.1*255", "1-1:99.98.2*255", "1-1:99.98.3*255", "1-1:99.98.16*255"
        }) {
            assertTrue(!bench.get(7, Obis.of(logger).toString(), 2).rows().isEmpty(), logger);
        }
    }
}
