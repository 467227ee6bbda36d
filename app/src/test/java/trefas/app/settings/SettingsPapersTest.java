package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import trefas.device.configuration.ConfigurationCode;
import trefas.device.configuration.ConfigurationNumber;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.TariffSource;

/// What is written about the configuration file agrees with the reader of that file: the reader is asked for its
/// keys by way of its own mistakes.
class SettingsPapersTest {

    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLE = ROOT.resolve("examples/house.yaml");
    /// What their order forms would say has keys in the file.
    private static final Set<ConfigurationNumber> TOLD_BY_KEYS = Set.of(
            ConfigurationNumber.Z5,
            ConfigurationNumber.Z13,
            ConfigurationNumber.Z14,
            ConfigurationNumber.Z17,
            ConfigurationNumber.Z20);

    private static final String NOBODYS_KEY = "nobodys-key";
    private static final Pattern EXPECTED =
            Pattern.compile("unknown key \"(?:.*\\.)?" + NOBODYS_KEY + "\", expected one of (.*)");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    @Test
    void theReaderTellsItsKeys() {
        assertTrue(keysOfReader().containsAll(Set.of("speed", "ports.p1", "meter.time.zone", "input.file")));
        assertEquals(133, keysOfReader().size());
    }

    @Test
    void theExampleIsReadAndChangesNothingButTheFolder() {
        RunSettings settings = assertInstanceOf(SettingsFile.Read.Settings.class, SettingsFile.read(EXAMPLE))
                .settings();

        assertEquals(RunSettings.DEFAULT.meter().typeNumber(), settings.meter().typeNumber());
        assertEquals(RunSettings.DEFAULT.world(), settings.world());
        assertEquals(Optional.of(EXAMPLE.toAbsolutePath().resolveSibling("house-state")), settings.stateDirectory());
    }

    @Test
    void theExampleOfTheStandardModelHasTheKeysOfTheDemo() {
        RunSettings settings = assertInstanceOf(
                        SettingsFile.Read.Settings.class, SettingsFile.read(ROOT.resolve("examples/standard.yaml")))
                .settings();

        assertEquals(ModelChoice.STANDARD, settings.model());
        assertEquals(SecuritySettings.DEMO.keys(), settings.security().keys());
    }

    @Test
    void theExampleOfTariffsIsReadAsItSays() {
        FunctionSettings switching = assertInstanceOf(
                        SettingsFile.Read.Settings.class, SettingsFile.read(ROOT.resolve("examples/tariff.yaml")))
                .settings()
                .functions();

        assertEquals(TariffSource.PLAN, switching.tariff().source());
        assertEquals(2, switching.tariff().plans().plans().size());
        assertEquals(
                13, switching.tariff().plans().calendar().exceptionDays().days().size());
        assertEquals(0b1010, switching.load().relay1().tariffMask());
        assertEquals(1, switching.load().plans().plans().size());
        assertEquals(
                switching.tariff().plans().calendar(), switching.load().plans().calendar());
    }

    @Test
    void theExampleHasEveryKeyOfAHouse() throws IOException {
        Set<String> expected = keysOfReader();
        expected.removeIf(key -> key.startsWith("input."));

        assertEquals(expected, keysOfMapping(yaml(EXAMPLE), ""));
    }

    @Test
    void thePageListsEveryKeyOnceAndNoOther() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(ROOT.resolve("docs/configuration.md")))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertEquals(keysOfReader(), new TreeSet<>(rows));
        assertEquals(keysOfReader().size(), rows.size());
    }

    @Test
    void theSchemaKnowsTheSameKeys() throws IOException {
        assertEquals(keysOfReader(), keysOfSchema(yaml(ROOT.resolve("docs/trefas.schema.json")), ""));
    }

    /// The schema takes as text the codes a meter can start on: the published ones, with or without leading zeros.
    @Test
    void theSchemaKnowsTheCodesOfEachNumber() throws IOException {
        Map<?, ?> numbers = below(
                yaml(ROOT.resolve("docs/trefas.schema.json")), "properties", "meter", "properties", "configuration");
        for (ConfigurationNumber number : ConfigurationNumber.values()) {
            if (!number.isOfThisMeter()) {
                assertFalse(below(numbers, "properties").containsKey(number.name()));
                continue;
            }
            Pattern pattern = Pattern.compile(
                    String.valueOf(below(numbers, "properties", number.name()).get("pattern")));
            Set<Integer> taken = number.codes().stream()
                    .filter(ConfigurationCode::isTaken)
                    .map(ConfigurationCode::code)
                    .collect(Collectors.toSet());
            for (int code = 0; code <= ConfigurationNumber.ORDER_FORM_MAX; code++) {
                boolean isTaken = taken.contains(code) || (TOLD_BY_KEYS.contains(number) && number.isOrderForm(code));
                String text = number.text(code);
                assertEquals(isTaken, pattern.matcher(text).matches(), () -> number + "=" + text);
                assertEquals(isTaken, pattern.matcher(String.valueOf(code)).matches(), () -> number + "=" + text);
            }
        }
    }

    private static Map<?, ?> below(Map<?, ?> mapping, String... keys) {
        Map<?, ?> found = mapping;
        for (String key : keys) {
            found = assertInstanceOf(Map.class, found.get(key), key);
        }
        return found;
    }

    private static Set<String> keysOfReader() {
        var keys = new TreeSet<String>();
        collect(List.of(), keys);
        return keys;
    }

    private static void collect(List<String> path, Set<String> keys) {
        Optional<List<String>> below = expectedBelow(path);
        if (below.isEmpty()) {
            keys.add(String.join(".", path));
        } else {
            for (String key : below.get()) {
                var longer = new ArrayList<>(path);
                longer.add(key);
                collect(longer, keys);
            }
        }
    }

    /// The keys a section knows, or empty when it is none.
    private static Optional<List<String>> expectedBelow(List<String> path) {
        String text = path.stream().map(key -> "{" + key + ": ").collect(Collectors.joining())
                + "{" + NOBODYS_KEY + ": 1}"
                + "}".repeat(path.size());
        var read = SettingsFile.parse("probe.yaml", text, Path.of(""));
        return assertInstanceOf(SettingsFile.Read.Problems.class, read).problems().stream()
                .map(EXPECTED::matcher)
                .filter(Matcher::find)
                .map(expected -> Arrays.asList(expected.group(1).split(", ")))
                .findFirst();
    }

    private static Set<String> keysOfMapping(Map<?, ?> mapping, String prefix) {
        var keys = new TreeSet<String>();
        mapping.forEach((key, value) -> keys.addAll(
                value instanceof Map<?, ?> below
                        ? keysOfMapping(below, prefix + key + ".")
                        : Collections.singleton(prefix + key)));
        return keys;
    }

    private static Set<String> keysOfSchema(Map<?, ?> schema, String prefix) {
        var keys = new TreeSet<String>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            assertEquals(false, schema.get("additionalProperties"), prefix);
            properties.forEach((key, value) -> keys.addAll(
                    value instanceof Map<?, ?> below && below.containsKey("properties")
                            ? keysOfSchema(below, prefix + key + ".")
                            : Collections.singleton(prefix + key)));
        }
        return keys;
    }

    /// JSON is YAML too.
    private static Map<?, ?> yaml(Path file) throws IOException {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return assertInstanceOf(Map.class, loaded);
    }
}
