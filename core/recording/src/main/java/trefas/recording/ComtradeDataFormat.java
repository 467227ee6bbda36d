package trefas.recording;

import java.util.Locale;
import java.util.Optional;

/// How the samples of a COMTRADE recording are written.
public enum ComtradeDataFormat {
    ASCII(0),
    /// 16-bit two's complement.
    BINARY(2),
    /// 32-bit two's complement.
    BINARY32(4),
    /// IEEE 754 single precision.
    FLOAT32(4);

    private final int octetsPerSample;

    ComtradeDataFormat(int octetsPerSample) {
        this.octetsPerSample = octetsPerSample;
    }

    /// Octets of a sample, 0 for text.
    int octetsPerSample() {
        return octetsPerSample;
    }

    static Optional<ComtradeDataFormat> named(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "ASCII" -> Optional.of(ASCII);
            case "BINARY", "BINARY16" -> Optional.of(BINARY);
            case "BINARY32" -> Optional.of(BINARY32);
            case "FLOAT32" -> Optional.of(FLOAT32);
            default -> Optional.empty();
        };
    }
}
