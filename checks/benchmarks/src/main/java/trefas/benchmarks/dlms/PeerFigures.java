package trefas.benchmarks.dlms;

import java.io.IOException;
import java.util.Optional;
import trefas.benchmarks.Figures;

/// The deeds of [DlmsFigures] done to a peer. A deed it can't do is told and the others go on.
///
/// @param target the peer
record PeerFigures(Figures figures, Target target) {

    private static final int ROWS_SMALL = 2_160;
    private static final int ROWS_MAX = 17_280;
    private static final String MICROSECONDS = "µs";
    private static final double PER_MILLI = 1_000;

    // Peers are slow: fewer repetitions than ours, so that all of it ends within minutes.
    private static final Load GETS = new Load(10_000, 2_000);
    private static final Load DAYS = new Load(600, 100);
    private static final Load SESSIONS = new Load(400, 100);
    private static final Load WHOLE = new Load(3, 1);
    private static final Load WHOLE_OF_MANY = new Load(0, 1, 3);

    /// What of a peer may fail by itself.
    @FunctionalInterface
    private interface Part {
        void run() throws IOException;
    }

    void run() throws IOException {
        try (var server = ServerProcess.start(target.kind(), Workload.ofMeter(ROWS_SMALL))) {
            for (boolean isCiphered : new boolean[] {false, true}) {
                Terms terms = isCiphered ? target.ciphered() : target.inClear();
                String how = isCiphered ? ", ciphered" : ", in clear";
                trying("GET of one register" + how, () -> register(server, terms, how));
                trying("96 of 2,160 rows" + how, () -> day(server, terms, ROWS_SMALL, how));
                trying("open and close" + how, () -> sessions(server, terms, how));
                trying("open, 96 rows, close" + how, () -> sessionsWithDay(server, terms, how));
                trying("all rows" + how, () -> whole(server, terms, ROWS_SMALL, how));
            }
        }
        try (var server = ServerProcess.start(target.kind(), Workload.ofMeter(ROWS_MAX))) {
            trying("all 17,280 rows", () -> whole(server, target.inClear(), ROWS_MAX, ", in clear"));
        }
    }

    private void trying(String what, Part part) {
        try {
            part.run();
        } catch (IOException | RuntimeException failed) {
            // Whatever a peer does to our client, the other rows are measured.
            figures.failed(target.kind() + ", " + what, failed);
        }
    }

    private void register(ServerProcess server, Terms terms, String how) throws IOException {
        try (var client = DlmsFigures.opened(server.port(), terms)) {
            row("GET of one register" + how, GETS.on(server, () -> client.read(target.register(), Optional.empty())));
        }
    }

    private void day(ServerProcess server, Terms terms, int rows, String how) throws IOException {
        try (var client = DlmsFigures.opened(server.port(), terms)) {
            row(
                    "96 of " + rows + " rows" + how,
                    DAYS.on(
                            server,
                            () -> DlmsFigures.check(
                                    client.read(target.buffer(), target.day(rows)), Target.ROWS_OF_A_DAY)));
        }
    }

    private void sessions(ServerProcess server, Terms terms, String how) throws IOException {
        Load.Cost cost = SESSIONS.on(server, () -> DlmsFigures.session(server.port(), terms, _ -> {}));
        row("open and close on a new connection" + how, cost);
        figures.row("  of them", DlmsFigures.text(cost.perSecond(), "/s"));
    }

    private void sessionsWithDay(ServerProcess server, Terms terms, String how) throws IOException {
        DlmsFigures.Conversation day =
                client -> DlmsFigures.check(client.read(target.buffer(), target.day(ROWS_SMALL)), Target.ROWS_OF_A_DAY);
        row(
                "open, 96 rows, close on a new connection" + how,
                SESSIONS.on(server, () -> DlmsFigures.session(server.port(), terms, day)));
    }

    private void whole(ServerProcess server, Terms terms, int rows, String how) throws IOException {
        try (var client = DlmsFigures.opened(server.port(), terms)) {
            Load load = rows == ROWS_SMALL ? WHOLE : WHOLE_OF_MANY;
            Load.Cost cost =
                    load.on(server, () -> DlmsFigures.check(client.read(target.buffer(), Optional.empty()), rows));
            figures.row("all " + rows + " rows" + how, DlmsFigures.text(cost.microseconds() / PER_MILLI, "ms"));
        }
    }

    private void row(String what, Load.Cost cost) {
        figures.row(what, DlmsFigures.text(cost.microseconds(), MICROSECONDS));
    }
}
