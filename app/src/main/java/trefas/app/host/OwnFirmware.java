package trefas.app.host;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import trefas.app.Version;
import trefas.device.Meter;
import trefas.device.status.Firmware;

/// What this program says of itself on the display of its meter: its version, and as ROM checksum the CRC-32 of the
/// code of the meter's mind, `trefas.device` (decision 0045).
final class OwnFirmware {

    private OwnFirmware() {}

    /// A checksum of 0 where the code can't be read.
    static Firmware read() {
        return Firmware.ofVersion(Version.number(), checksum());
    }

    private static long checksum() {
        Optional<CodeSource> source =
                Optional.ofNullable(Meter.class.getProtectionDomain().getCodeSource());
        if (source.isEmpty()) {
            return 0;
        }
        try {
            return of(Path.of(source.get().getLocation().toURI()));
        } catch (IOException | URISyntaxException unreadable) {
            return 0;
        }
    }

    /// Over a file, or over all files of a folder in the order of their names.
    static long of(Path code) throws IOException {
        var checksum = new CRC32();
        try (Stream<Path> files = Files.walk(code)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                checksum.update(Files.readAllBytes(file));
            }
        }
        return checksum.getValue();
    }
}
