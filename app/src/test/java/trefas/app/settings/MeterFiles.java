package trefas.app.settings;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;

/// Meter files as tests write them.
final class MeterFiles {

    static final Path FOLDER = Path.of("/etc/trefas");

    private MeterFiles() {}

    static RunSettings settings(String text) {
        return switch (SettingsFile.parse("meter.yaml", text, FOLDER)) {
            case SettingsFile.Read.Settings(RunSettings settings) -> settings;
            case SettingsFile.Read.Problems(List<String> problems) -> throw new AssertionError(problems);
        };
    }

    static List<String> problems(String text) {
        return problems(SettingsFile.parse("meter.yaml", text, FOLDER));
    }

    static List<String> problems(SettingsFile.Read read) {
        return assertInstanceOf(SettingsFile.Read.Problems.class, read).problems();
    }
}
