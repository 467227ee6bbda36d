package trefas.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trefas.app.capture.CaptureRelay;
import trefas.app.capture.PortTakenException;
import trefas.dlms.explain.KeyUnsealer;

/// `trefas capture`: a relay before a meter that writes what is said as a capture file.
@Command(
        name = "capture",
        description = "Relay connections to a meter and write what both ends say as pcapng, for Wireshark or decode.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CaptureCommand implements Callable<Integer> {

    private static final long OCTETS_PER_MEGABYTE = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.pcapng", description = "What to write; an old file is replaced.")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:4059",
            description = "The meter (default localhost:4059).")
    private String to = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortOptions.Port.class,
            defaultValue = "4060",
            description = "Where clients connect (default 4060, 0 takes a free one).")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "localhost",
            description = "On which address (default localhost: nobody else can connect).")
    private String listen = "localhost";

    @Option(
            names = "--max-size",
            paramLabel = "MB",
            defaultValue = "100",
            description = "Ends the capture (default 100).")
    private int megabytesMax;

    @Option(names = "--duration", paramLabel = "S", description = "Ends the capture after so many seconds.")
    private @Nullable Long seconds;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "32",
            description = "At the same time (default 32).")
    private int connectionsMax;

    @Option(
            names = "--decipher",
            description = "Also write FILE.plain.pcapng with the APDUs in clear, as wrapper packets whatever the line; "
                    + "needs keys.")
    private boolean isDeciphering;

    @Mixin
    private DecipherOptions decipher = new DecipherOptions();

    CaptureCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        InetSocketAddress meter = meter();
        KeyUnsealer.Keys keys = decipher.keys();
        if (isDeciphering && keys.equals(KeyUnsealer.Keys.NONE)) {
            throw wrong("--decipher needs keys: give --ek and --ak.");
        }
        if (megabytesMax < 1 || connectionsMax < 1 || (seconds != null && seconds < 1)) {
            throw wrong("--max-size, --duration and --connections are 1 or more.");
        }
        Optional<Path> plain = isDeciphering ? Optional.of(plainFile()) : Optional.empty();
        var limits = new CaptureRelay.Limits(megabytesMax * OCTETS_PER_MEGABYTE, connectionsMax);
        var console = new Console(spec.commandLine().getOut());
        try (var relay = CaptureRelay.open(
                new InetSocketAddress(listen, port),
                meter,
                file,
                plain,
                new KeyUnsealer(keys),
                InstantSource.system(),
                limits)) {
            console.line("Relaying localhost:" + relay.port() + " to " + to + ", writing " + file
                    + plain.map(path -> " and " + path).orElse("") + ". Ctrl-C ends");
            String why = relay.await(
                    seconds == null
                            ? Long.MAX_VALUE
                            : Duration.ofSeconds(seconds).toMillis());
            console.line(relay.connectionCount() + " connections captured in " + file
                    + (why.isEmpty() ? "." : "; " + why + "."));
            return ExitCode.OK;
        } catch (PortTakenException taken) {
            throw new CommandFailure(ExitCode.PORT_OR_CONNECTION, taken.getMessage() + ".");
        } catch (IOException unwritable) {
            throw UnwritableFile.because(file, unwritable);
        }
    }

    private InetSocketAddress meter() {
        int colon = to.lastIndexOf(':');
        if (colon < 1 || !to.substring(colon + 1).matches("\\d{1,5}")) {
            throw wrong("\"" + to + "\" is not a host and a port such as localhost:4059.");
        }
        int meterPort = Integer.parseInt(to.substring(colon + 1));
        if (meterPort < 1 || meterPort > 0xFFFF) {
            throw wrong("\"" + to + "\" has no port from 1 to 65535.");
        }
        var address = new InetSocketAddress(to.substring(0, colon), meterPort);
        if (address.isUnresolved()) {
            throw new CommandFailure(
                    ExitCode.PORT_OR_CONNECTION, "There is no host named " + to.substring(0, colon) + ".");
        }
        return address;
    }

    private Path plainFile() {
        String name = file.toString();
        String stem = name.endsWith(".pcapng") ? name.substring(0, name.length() - ".pcapng".length()) : name;
        return Path.of(stem + ".plain.pcapng");
    }

    private static CommandFailure wrong(String sentence) {
        return new CommandFailure(ExitCode.WRONG_USAGE, sentence);
    }
}
