package trefas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version of this program, as the build wrote it.
public final class Version implements IVersionProvider {

    Version() {}

    /// The number alone, such as 0.4.0.
    public static String number() {
        var properties = new Properties();
        try (var file = Version.class.getResourceAsStream("version.properties")) {
            if (file == null) {
                throw new IllegalStateException("the build left out version.properties");
            }
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return String.valueOf(properties.getProperty("version")).replace("-SNAPSHOT", "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"trefas " + number(), "Java " + Runtime.version()};
    }
}
