package trefas.app;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import trefas.app.settings.RunSettings;

/// Where the meter can be reached; on loopback, as long as nothing but a password guards it.
final class PortOptions {

    private static final int PORT_MAX = 65_535;
    private static final int P1_ABOVE_DLMS = RunSettings.P1_PORT - RunSettings.DLMS_PORT;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = "TCP port of DLMS (default 4059; 0 takes a free one and prints it). P1 moves along with it.")
    private @Nullable Integer port;

    @Option(
            names = "--http",
            paramLabel = "N|off",
            converter = PortOrOff.class,
            description = "TCP port of the page (default 8059; 0 takes a free one, off opens none).")
    private @Nullable OptionalInt http;

    @Option(
            names = "--p1",
            paramLabel = "N|off",
            converter = PortOrOff.class,
            description = "TCP port of the P1 telegrams (default 4 above --port; 0 takes a free one, off opens none).")
    private @Nullable OptionalInt p1;

    PortOptions() {}

    RunSettings applyTo(RunSettings settings) {
        RunSettings withPort = port == null ? settings : atPort(port, settings);
        RunSettings withPage =
                Optional.ofNullable(http).map(withPort::withFacePort).orElse(withPort);
        return Optional.ofNullable(p1).map(withPage::withP1Port).orElse(withPage);
    }

    /// The meter's ports are a block: a second meter moves all of them with one option.
    private static RunSettings atPort(int first, RunSettings settings) {
        RunSettings moved = settings.withDlmsPort(first);
        if (settings.p1Port().isEmpty()) {
            return moved;
        }
        return moved.withP1Port(OptionalInt.of(first == 0 ? 0 : Math.min(PORT_MAX, first + P1_ABOVE_DLMS)));
    }

    /// A TCP port, 0 for any.
    static final class Port implements ITypeConverter<Integer> {
        Port() {}

        @Override
        public Integer convert(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > PORT_MAX) {
                throw new TypeConversionException("\"" + text + "\" is not a port from 0 to 65535");
            }
            return Integer.valueOf(text);
        }
    }

    /// A TCP port, or none.
    static final class PortOrOff implements ITypeConverter<OptionalInt> {
        PortOrOff() {}

        @Override
        public OptionalInt convert(String text) {
            return text.equals("off") ? OptionalInt.empty() : OptionalInt.of(new Port().convert(text));
        }
    }
}
