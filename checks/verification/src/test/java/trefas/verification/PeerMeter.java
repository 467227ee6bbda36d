package trefas.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import trefas.verification.TrefasProgram.Ended;

/// The packaged meter, as foreign clients meet it: keys for the management client, a recorded week in its load
/// profile, and time that stands still. So every value is there to be known, whoever reads it and when.
final class PeerMeter implements AutoCloseable {

    static final String PASSWORD = "12345";
    static final int PUBLIC_CLIENT = 16;
    static final int READING_CLIENT = 18;
    static final int MANAGEMENT_CLIENT = 1;
    static final int MANAGEMENT_DEVICE = 1;
    static final int METER_DEVICE = 16;

    private static final int CONNECTIONS_MAX = 100;
    private static final String METER_TITLE = "5452460001BC614E";

    private final TrefasProgram program;
    private final int port;

    private PeerMeter(TrefasProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    /// Starts a meter and waits until it has lived through the week.
    ///
    /// @param model `own` or `standard`
    static PeerMeter replayTheWeek(Path folder, String model, PeerKeys keys) throws Exception {
        return replayTheWeek(folder, model, keys, CONNECTIONS_MAX);
    }

    /// The same with places for another number of connections.
    static PeerMeter replayTheWeek(Path folder, String model, PeerKeys keys, int connectionsMax) throws Exception {
        Path file = folder.resolve("meter.yaml");
        Files.writeString(file, """
            meter:
              model: %s
            ports:
              dlms: 0
              face: off
              p1: off
            security:
              system-title: "%s"
              keys:
                management:
            %s
            limits:
              connections: %d
            speed: max
            state: "%s"
            input:
              file: "%s"
            """.formatted(
                        model,
                        METER_TITLE,
                        keys.yaml("      "),
                        connectionsMax,
                        folder.resolve("state"),
                        TrefasProgram.ROOT.resolve("examples/household_1min.csv")));
        var program = TrefasProgram.start("run", file.toString());
        try {
            int port = program.awaitDlmsPort();
            program.awaitLine(Pattern.compile("^The replay has ended"));
            return new PeerMeter(program, port);
        } catch (AssertionError | InterruptedException failed) {
            program.close();
            throw failed;
        }
    }

    int port() {
        return port;
    }

    /// What our own command reads, in CSV, without its heading.
    List<String> readByOurselves(List<String> arguments) throws IOException, InterruptedException {
        var all = new ArrayList<String>(List.of("read", "--port", String.valueOf(port), "-o", "csv"));
        all.addAll(arguments);
        Ended ended = TrefasProgram.run(all.toArray(String[]::new));
        if (ended.exitCode() != 0) {
            throw new AssertionError(String.join("\n", ended.err()));
        }
        return ended.out().subList(1, ended.out().size());
    }

    @Override
    public void close() {
        program.close();
    }
}
