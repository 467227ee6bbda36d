package trefas.benchmarks.dlms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import trefas.benchmarks.Figures;
import trefas.cosem.CosemData;
import trefas.dlms.client.ClientAssociation;

/// What a meter behind TCP costs its process: server and client in two processes on the loopback interface, the
/// server's user and system time for each deed, beside a plain echo of the same numbers of octets, and beside
/// peers when `peers` is said.
public final class DlmsFigures {

    private static final int METERS = 1_000;
    private static final int ROWS_OF_EACH = 200;
    private static final int ROWS_MAX = 17_280;
    private static final int[] ROWS = {2_160, 8_640, ROWS_MAX};
    private static final int LARGE_APDU = 0xFFFF;
    private static final int CONNECTIONS = 1_000;
    private static final int SESSIONS_BEFORE = 4_000;
    private static final String MICROSECONDS = "µs";
    private static final String MILLISECONDS = "ms";
    private static final double PER_MILLI = 1_000;

    private static final Load MANY = new Load(100_000, 20_000);
    private static final Load SOME = new Load(8_000, 2_000);
    private static final Load DAYS = new Load(20_000, 2_000);
    private static final Load WHOLE = new Load(30, 10);

    private final Figures figures = new Figures();

    private DlmsFigures() {}

    public static void main(String[] arguments) throws IOException {
        List<String> said = Arrays.asList(arguments);
        var run = new DlmsFigures();
        run.registers();
        run.associations();
        run.profiles();
        run.sessions();
        run.connections();
        if (said.contains("peers")) {
            run.peers();
        }
        run.figures.end();
    }

    private void registers() throws IOException {
        figures.head("GET of one register, server CPU");
        Target trefas = Target.trefas();
        try (var server = ServerProcess.start(trefas.kind(), Workload.ofMeter(ROWS_OF_EACH))) {
            // The longer way first: then all code the shorter one needs is compiled.
            Exchange cipheredSize;
            Load.Cost ciphered;
            try (var client = opened(server.port(), trefas.ciphered())) {
                ciphered = MANY.on(server, () -> client.read(trefas.register(), Optional.empty()));
                cipheredSize = new Exchange(client.sentOctets(), client.receivedOctets());
            }
            Exchange size;
            Load.Cost plain;
            try (var client = opened(server.port(), trefas.inClear())) {
                plain = MANY.on(server, () -> client.read(trefas.register(), Optional.empty()));
                size = new Exchange(client.sentOctets(), client.receivedOctets());
            }
            double echo = echo("echo", size);
            double cipheredEcho = echo("echo", cipheredSize);
            double virtual = echo("echo-virtual", size);
            figures.row("plain TCP echo of the same sizes, platform thread", text(echo, MICROSECONDS));
            figures.row("the same on a virtual thread", text(virtual, MICROSECONDS));
            figures.row("in clear", text(plain.microseconds(), MICROSECONDS));
            figures.atMost(1.3, "GET in clear by the echo", plain.microseconds() / echo, "x");
            figures.row("  by the echo on a virtual thread", text(plain.microseconds() / virtual, "x"));
            figures.row("  allocated by the server for one GET", text(plain.octets(), "octets"));
            figures.row("ciphered, HLS-5, suite 0", text(ciphered.microseconds(), MICROSECONDS));
            figures.atMost(4, "GET ciphered above the echo", ciphered.microseconds() - cipheredEcho, MICROSECONDS);
            figures.row("  above the echo on a virtual thread", text(ciphered.microseconds() - virtual, MICROSECONDS));
            figures.row("  allocated by the server for one GET", text(ciphered.octets(), "octets"));
        }
    }

    /// Octets of a request and of its answer.
    private record Exchange(int requestOctets, int answerOctets) {}

    private static double echo(String kind, Exchange size) throws IOException {
        try (var server = ServerProcess.start(kind, Workload.ofEcho(size.requestOctets(), size.answerOctets()));
                var client = new EchoClient(server.port(), size.requestOctets(), size.answerOctets())) {
            return MANY.on(server, client::exchange).microseconds();
        }
    }

    private void associations() throws IOException {
        figures.head("associations opened and closed");
        Target trefas = Target.trefas();
        try (var server = ServerProcess.start(trefas.kind(), Workload.ofMeter(ROWS_OF_EACH))) {
            Load.Cost connected = SOME.on(server, () -> session(server.port(), trefas.open(), _ -> {}));
            figures.atLeast(5_000, "without security, each on a new connection", connected.perSecond(), "/s");
            figures.row("  server CPU", text(connected.microseconds(), MICROSECONDS));
            try (var client = new ReadingClient(server.port(), trefas.open().association())) {
                Load.Cost kept = SOME.on(server, () -> openAndClose(client, trefas.open()));
                figures.row("without security, on one connection", text(kept.perSecond(), "/s"));
                figures.row("  server CPU", text(kept.microseconds(), MICROSECONDS));
            }
            Load.Cost ciphered = SOME.on(server, () -> session(server.port(), trefas.ciphered(), _ -> {}));
            figures.row("HLS-5 and ciphered, each on a new connection", text(ciphered.perSecond(), "/s"));
            figures.row("  server CPU", text(ciphered.microseconds(), MICROSECONDS));
        }
    }

    private static void openAndClose(ReadingClient client, Terms terms) throws IOException {
        client.take(terms.association());
        client.open();
        client.release();
    }

    private void profiles() throws IOException {
        figures.head("load profile of five columns, server CPU");
        for (int rows : ROWS) {
            try (var server = ServerProcess.start("trefas", Workload.ofMeter(rows))) {
                wholeAndDay(server, Target.trefas(), rows, "APDU of 1,024", true);
            }
        }
        try (var server =
                ServerProcess.start("trefas", Workload.ofMeter(ROWS_MAX).withApdu(LARGE_APDU))) {
            wholeAndDay(server, Target.trefas(), ROWS_MAX, "APDU of 65,535", false);
        }
    }

    private void wholeAndDay(ServerProcess server, Target target, int rows, String apdu, boolean isJudged)
            throws IOException {
        for (boolean isCiphered : new boolean[] {false, true}) {
            String how = isCiphered ? "ciphered" : "in clear";
            try (var client = opened(server.port(), isCiphered ? target.ciphered() : target.inClear())) {
                double whole = WHOLE.on(server, () -> check(client.read(target.buffer(), target.whole()), rows))
                                .microseconds()
                        / PER_MILLI;
                String what = "all " + rows + " rows " + how + ", " + apdu;
                if (isJudged && rows == ROWS_MAX) {
                    figures.atMost(isCiphered ? 12 : 7, what, whole, MILLISECONDS);
                } else {
                    figures.row(what, text(whole, MILLISECONDS));
                }
                if (!isJudged) {
                    continue;
                }
                double day = DAYS.on(
                                server,
                                () -> check(client.read(target.buffer(), target.day(rows)), Target.ROWS_OF_A_DAY))
                        .microseconds();
                what = "96 of " + rows + " rows " + how + ", " + apdu;
                if (!isCiphered) {
                    figures.atMost(40, what, day, MICROSECONDS);
                } else {
                    figures.row(what, text(day, MICROSECONDS));
                }
            }
        }
    }

    private void sessions() throws IOException {
        figures.head("open, 96 rows, close, on new connections to 1,000 meters, server CPU");
        Target trefas = Target.trefas();
        try (var server = ServerProcess.start("trefas", Workload.ofMeters(METERS, ROWS_OF_EACH))) {
            List<Terms> clear = Collections.nCopies(METERS, trefas.inClear());
            figures.atMost(120, "session in clear", sessions(server, trefas, clear), MICROSECONDS);
            // Each meter has its own counters, so each is met by a client of its own.
            List<Terms> ciphered = Stream.generate(() -> Target.trefas().ciphered())
                    .limit(METERS)
                    .toList();
            figures.atMost(200, "session ciphered", sessions(server, trefas, ciphered), MICROSECONDS);
        }
    }

    private static double sessions(ServerProcess server, Target target, List<Terms> terms) throws IOException {
        int[] next = {0};
        return SOME.on(server, () -> {
                    int meter = next[0]++ % METERS;
                    session(
                            server.ports().get(meter),
                            terms.get(meter),
                            client -> check(
                                    client.read(target.buffer(), target.day(ROWS_OF_EACH)), Target.ROWS_OF_A_DAY));
                })
                .microseconds();
    }

    private void connections() throws IOException {
        figures.head("heap of an open connection with an association, 1,000 of them");
        for (boolean isCiphered : new boolean[] {false, true}) {
            Target trefas = Target.trefas();
            Terms terms = isCiphered ? trefas.ciphered() : trefas.inClear();
            try (var server = ServerProcess.start(trefas.kind(), Workload.ofMeter(ROWS_OF_EACH))) {
                // Frames of compiled code are smaller, and a server that has served so many has compiled it.
                for (int i = 0; i < SESSIONS_BEFORE; i++) {
                    session(server.port(), terms, client -> client.read(trefas.register(), Optional.empty()));
                }
                long before = server.heapOctets();
                List<ReadingClient> clients = new ArrayList<>();
                try {
                    for (int i = 0; i < CONNECTIONS; i++) {
                        var client = opened(server.port(), terms);
                        clients.add(client);
                        client.read(trefas.register(), Optional.empty());
                    }
                    double octets = (double) (server.heapOctets() - before) / CONNECTIONS;
                    figures.atMost(
                            4_096,
                            isCiphered ? "connection ciphered, after a GET" : "connection in clear, after a GET",
                            octets,
                            "octets");
                } finally {
                    for (ReadingClient client : clients) {
                        client.close();
                    }
                }
            }
        }
    }

    private void peers() {
        for (String kind : List.of("gurux", "jdlms")) {
            try {
                figures.head(kind + ", the same deeds, server CPU");
                new PeerFigures(figures, Target.peer(kind)).run();
            } catch (IOException failed) {
                figures.failed(kind + " does not start", failed);
            }
        }
    }

    static void session(int port, Terms terms, Conversation conversation) throws IOException {
        try (var client = opened(port, terms)) {
            conversation.with(client);
            client.release();
        }
    }

    /// What is said while an association is open.
    @FunctionalInterface
    interface Conversation {
        void with(ReadingClient client) throws IOException;
    }

    static ReadingClient opened(int port, Terms terms) throws IOException {
        ClientAssociation association = terms.association();
        var client = new ReadingClient(port, association);
        try {
            client.open();
            return client;
        } catch (IOException failed) {
            client.close();
            throw failed;
        }
    }

    static void check(CosemData data, int rows) throws IOException {
        int found = data instanceof CosemData.Array array ? array.elements().size() : 0;
        if (found != rows) {
            throw new IOException(rows + " rows expected, found " + found);
        }
    }

    static String text(double value, String unit) {
        return Figures.number(value) + " " + unit;
    }
}
