package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import trefas.cosem.AttributeAccess;
import trefas.cosem.CosemData;
import trefas.cosem.InterfaceClass;
import trefas.cosem.ScalerUnit;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.LoggedRegister;
import trefas.device.settings.FunctionSettings;
import trefas.quantity.Obis;

/// `docs/objects.md` lists every object of dossier 20; what it says of those that are served is what the meter
/// does.
class ObjectPapersTest {

    private static final Path PAGE = Path.of("../../docs/objects.md");
    private static final String OWN_MODEL = "## The meter's own model";
    private static final String LATER = "### Comes later";
    private static final HdlcSetup LINE = new HdlcSetup(5, 1, 1, 1_010, 1_010, 500, 20, 0);

    private final DeviceOnBench bench = new DeviceOnBench();
    /// Its analysis logger has the means that the other one leaves out.
    private final DeviceOnBench averaging = new DeviceOnBench(averagingOthers());

    private final ObjectModel model =
            ObjectModel.of(MeterConfiguration.DEFAULT, Software.UNVERSIONED, Optional.of(LINE));

    @Test
    void thePageListsExactlyTheObjectsThatAreServed() throws IOException {
        List<Obis> listed =
                servedRows().stream().map(row -> Obis.of(row.getFirst())).toList();

        assertEquals(model.list(name -> name), listed);
    }

    @Test
    void whatComesLaterIsNotServedYet() throws IOException {
        List<List<String>> later = rows(LATER, "\n## ");

        assertEquals(42, later.size());
        for (List<String> row : later) {
            assertTrue(model.find(Obis.of(row.getFirst())).isEmpty(), row::toString);
        }
    }

    @Test
    void classTypeUnitAndRightsAreAsThePageSays() throws IOException {
        bench.second(DeviceOnBench.START);
        averaging.second(DeviceOnBench.START);
        var asListed = new TreeMap<String, String>();
        var asServed = new TreeMap<String, String>();
        for (List<String> row : servedRows()) {
            asListed.put(row.getFirst(), String.join(" | ", row.subList(1, 6)));
            MeterObject object = model.find(Obis.of(row.getFirst())).orElseThrow();
            asServed.put(row.getFirst(), described(object, row.get(2).isEmpty()));
        }

        assertEquals(lines(asListed), lines(asServed));
    }

    private String described(MeterObject object, boolean withoutType) {
        String type = withoutType ? "" : type(read(object, 2));
        String unit = hasUnit(object) ? unit(read(object, 3)) : "";
        Question question = question(with(object), DeviceOnBench.PRIMARY);
        AttributeAccess access = object.access(2, question);
        String rights = (access.isReadable() ? "R" : "") + (access.isWritable() ? "W" : "");
        return String.join(
                " | ",
                "" + object.interfaceClass().classId(),
                type,
                unit,
                rights,
                object.isVisibleTo(Association.PUBLIC, with(object).meter) ? "yes" : "");
    }

    private static MeterConfiguration averagingOthers() {
        FunctionSettings made = MeterConfiguration.DEFAULT.settings().functions();
        AnalysisSettings analysis = made.analysis().settings();
        List<LoggedRegister> others = LoggedRegister.ALL.stream()
                .filter(register -> register.name().matches("MEAN_.*_L\\d")
                        && !register.name().contains("THD")
                        && !analysis.registers().contains(register))
                .toList();
        return MeterConfiguration.DEFAULT.withFunctions(made.with(analysis.withRegisters(others)));
    }

    private static boolean hasUnit(MeterObject object) {
        return object.interfaceClass().equals(InterfaceClass.REGISTER)
                || object.interfaceClass().equals(InterfaceClass.EXTENDED_REGISTER);
    }

    private CosemData read(MeterObject object, int attribute) {
        return with(object)
                .get(
                        DeviceOnBench.PRIMARY,
                        object.interfaceClass().classId(),
                        object.logicalName(),
                        attribute,
                        Optional.empty())
                .data();
    }

    /// The meter that has an object.
    private DeviceOnBench with(MeterObject object) {
        return object.presence().isIn(bench.meter) ? bench : averaging;
    }

    private static Question question(DeviceOnBench bench, int client) {
        return new Question(
                bench.device,
                Association.ofClient(client).orElseThrow(),
                DeviceOnBench.requester(client),
                Optional.empty());
    }

    private static String unit(CosemData data) {
        ScalerUnit scalerUnit = ScalerUnit.of(data).orElseThrow();
        return (scalerUnit.scaler() + " " + scalerUnit.unit().symbol()).strip();
    }

    private static String type(CosemData data) {
        return switch (data) {
            case CosemData.Array _ -> "array";
            case CosemData.DoubleLongUnsigned _ -> "double-long-unsigned";
            case CosemData.LongUnsigned _ -> "long-unsigned";
            case CosemData.Int16 _ -> "long";
            case CosemData.Unsigned _ -> "unsigned";
            case CosemData.OctetString _ -> "octet-string";
            case CosemData.VisibleString _ -> "visible-string";
            case CosemData _ -> throw new AssertionError(data);
        };
    }

    private static String lines(Map<String, String> rows) {
        var lines = new ArrayList<String>();
        rows.forEach((name, row) -> lines.add(String.format(Locale.ROOT, "%-18s %s", name, row)));
        return String.join("\n", lines);
    }

    private static List<List<String>> servedRows() throws IOException {
        return rows(OWN_MODEL, LATER);
    }

    /// The rows of tables between two headings, cell by cell, without those that head a table.
    private static List<List<String>> rows(String from, String to) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(from);
        int end = page.indexOf(to, begin + from.length());
        return page.substring(begin, end < 0 ? page.length() : end)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
    }
}
