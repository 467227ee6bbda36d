package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import trefas.app.settings.SettingsFile.Read;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.DisplayItem;
import trefas.device.display.RightButton;
import trefas.device.display.RightDeed;

/// What `docs/display.md` says of readings and functions is what there is.
class DisplayPapersTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ITEM = Pattern.compile("^\\| (?:`[0-9.]+`)? \\| `.*$", Pattern.MULTILINE);
    private static final Pattern FUNCTION = Pattern.compile("^\\| `([a-z-]+)` \\| (.*) \\|$", Pattern.MULTILINE);

    @Test
    void thePageListsEveryReadingInTheOrderOfTheTable() throws IOException {
        var meter = new Meter(MeterConfiguration.DEFAULT, 1);

        assertEquals(
                DisplayItem.ALL.stream().map(item -> row(item, meter)).toList(),
                ITEM.matcher(page()).results().map(MatchResult::group).toList());
    }

    private static String row(DisplayItem item, Meter meter) {
        String code = item.written().equals(item.code()) ? "`" + item.code() + "`" : "";
        String unit =
                item == DisplayItem.PULSE_INPUT ? "by Z12" : item.unit(meter).symbol();
        return "| " + code + " | `" + item.title() + "` | " + item.text() + " | " + unit + " | " + item.meaning()
                + " |";
    }

    @Test
    void thePageListsEveryFunctionOfTheRightButton() throws IOException {
        List<MatchResult> rows = FUNCTION.matcher(page()).results().toList();

        assertEquals(RightButton.names(), rows.stream().map(row -> row.group(1)).toList());
        assertEquals(
                RightDeed.ALL.stream().map(RightDeed::meaning).toList(),
                rows.stream().skip(1).map(row -> row.group(2)).toList());
    }

    @Test
    void theSchemaKnowsTheFunctions() throws IOException {
        String schema = Files.readString(ROOT.resolve("docs/trefas.schema.json"));

        assertEquals(true, schema.contains("\"enum\": [\"" + String.join("\", \"", RightButton.names()) + "\"]"));
    }

    // Every name the page gives can be written in a file.
    @Test
    void everyReadingCanBeNamedBothWays() {
        for (DisplayItem item : DisplayItem.ALL) {
            for (String name : List.of(item.title(), item.written())) {
                Read read = SettingsFile.parse(
                        "meter.yaml", "meter: {display: {utility: [" + name + "]}}", Path.of("folder"));
                assertEquals(
                        List.of(item),
                        read instanceof Read.Settings(RunSettings settings)
                                ? settings.meter().displayLists().utility()
                                : List.of(),
                        name);
            }
        }
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/display.md"));
    }
}
