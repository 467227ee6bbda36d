package trefas.app.settings;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// A YAML file up to the point where its keys are asked for.
final class YamlFile {

    /// A file larger than this is not read.
    static final long LENGTH_MAX = 256 * 1024;

    /// As deep as the switches of a day plan stand: file, meter, tariff, plans, plan, seasons, season, day.
    private static final int DEPTH_MAX = 8;

    /// What a file turned out to be.
    sealed interface Read {
        /// Its first node; empty when there is nothing in it.
        record Root(Optional<Node> node) implements Read {}

        /// Why there is none, in one sentence.
        record Unusable(String sentence) implements Read {}
    }

    private YamlFile() {}

    static Read read(Path file) {
        String name = file.toString();
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LENGTH_MAX) {
                return new Read.Unusable(
                        name + " is larger than " + LENGTH_MAX / 1024 + " kB, expected a configuration");
            }
            return parse(name, Files.readString(file));
        } catch (NoSuchFileException missing) {
            return new Read.Unusable(name + " does not exist");
        } catch (MalformedInputException binary) {
            return new Read.Unusable(name + " is not a UTF-8 text file");
        } catch (IOException unreadable) {
            return new Read.Unusable(name + " cannot be read: " + unreadable.getMessage());
        }
    }

    static Read parse(String name, String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setAllowNonScalarKeys(true)
                    .build();
            if (isTooDeep(settings, text)) {
                return new Read.Unusable(
                        name + ": keys and lists stand more than " + DEPTH_MAX + " deep in each other");
            }
            return new Read.Root(
                    new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode());
        } catch (MarkedYamlEngineException broken) {
            String line = broken.getProblemMark()
                    .map(mark -> ", line " + (mark.getLine() + 1))
                    .orElse("");
            return new Read.Unusable(name + line + ": not YAML, " + broken.getProblem());
        } catch (YamlEngineException broken) {
            return new Read.Unusable(name + ": not YAML");
        }
    }

    /// Asked before anything is built, because what is built below goes as deep as the file.
    private static boolean isTooDeep(LoadSettings settings, String text) {
        var events = new ParserImpl(settings, new StreamReader(settings, text));
        int depth = 0;
        while (events.hasNext()) {
            switch (events.next().getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > DEPTH_MAX) {
                return true;
            }
        }
        return false;
    }
}
