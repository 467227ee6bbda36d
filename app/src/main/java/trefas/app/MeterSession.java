package trefas.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import trefas.app.host.MeterProcess;
import trefas.app.host.StartException;
import trefas.app.read.MeterReader;
import trefas.app.read.Reading;
import trefas.app.settings.ClientRole;
import trefas.app.settings.ModelChoice;
import trefas.app.settings.RunSettings;
import trefas.cosem.CosemData;
import trefas.cosem.InterfaceClass;
import trefas.device.Meter;
import trefas.device.register.EnergyRegister;
import trefas.dlms.acse.AssociationSettings;
import trefas.objects.Association;
import trefas.quantity.Obis;
import trefas.transport.TcpTimeouts;

/// One meter from start to end on the console: the banner, the wait, the summary of a replay.
final class MeterSession {

    private static final String IMPORTED_ENERGY = "1.8.0";
    private static final String SERIAL_NUMBER = "96.1.0";

    /// What the standard model tells everybody.
    private static final String CLOCK = "0-0:1.0.0*255";

    /// 0.00001 kWh in mW s: finer than any register shows, and exact.
    private static final long SUMMARY_STEP = 36_000;

    private static final int SUMMARY_DECIMALS = 5;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final RunSettings settings;
    private final Console console;

    MeterSession(RunSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /// Starts the meter and stays until it is told to end.
    ///
    /// @param history seconds a demo has lived already; 0 for a meter with a memory
    /// @return exit code
    int run(long history, boolean exitAtEnd) {
        Instant begin = Instant.now();
        MeterProcess process;
        try {
            process = MeterProcess.start(settings, begin.getEpochSecond(), history);
        } catch (StartException refused) {
            throw new CommandFailure(refused.exitCode(), refused.sentence());
        }
        var stopping = new AtomicBoolean();
        var ending = new CountDownLatch(1);
        var hook = new Thread(
                () -> {
                    stopping.set(true);
                    process.close();
                    ending.countDown();
                },
                "end");
        Runtime.getRuntime().addShutdownHook(hook);
        banner(process, history > 0);
        try {
            Optional<IOException> failure = process.awaitEnd();
            if (failure.isPresent()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The meter stopped, because its memory takes no more: "
                                + failure.get().getMessage());
            }
            boolean isAtEnd = !stopping.get();
            if (isAtEnd) {
                summary(process, Duration.between(begin, Instant.now()));
            }
            if (isAtEnd && process.inputProblem().isPresent()) {
                throw new CommandFailure(ExitCode.FAILED, process.inputProblem().get() + ".");
            }
            if (isAtEnd && !exitAtEnd) {
                console.line("The replay has ended; the meter goes on answering. Ctrl-C ends it.");
            }
            if (!isAtEnd || !exitAtEnd) {
                ending.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private void banner(MeterProcess process, boolean demo) {
        console.line(String.format(
                Locale.ROOT,
                "%-58s%s",
                "trefas " + Version.number() + " – software three-phase meter",
                demo
                        ? "DEMO, nothing is saved"
                        : settings.stateDirectory()
                                .map(path -> "state in " + path)
                                .orElse("nothing is saved")));
        process.facePort().ifPresent(port -> console.line("  face and controls   http://localhost:" + port));
        console.line("  DLMS wrapper, HDLC  localhost:" + process.dlmsPort() + "   " + clientsInWords(process));
        process.p1Port().ifPresent(port -> console.line("  P1 telegrams        localhost:" + port));
        console.line("  meter               " + settings.serialNumber() + " · type "
                + settings.meter().typeNumber() + " · clock " + settings.speed());
        console.line("  driven by           " + process.worldInWords());
        console.line("  self-read           " + selfRead(process.dlmsPort()));
        String port = process.dlmsPort() == RunSettings.DLMS_PORT ? "" : " --port " + process.dlmsPort();
        if (!process.isClockValid()) {
            console.line(lostClock(settings, port, Instant.now()));
        }
        console.line("Try:  " + tries(port)
                + (process.facePort().isPresent() ? "      press the left button on the page" : "")
                + "      Ctrl-C ends");
    }

    /// For a meter that was stopped longer than its clock goes on without supply.
    ///
    /// @param port option with the port of the meter, or nothing
    /// @param now what to set the clock to
    static String lostClock(RunSettings settings, String port, Instant now) {
        String clock = switch (settings.model()) {
            case OWN -> settings.security().isEncrypted() ? " --keys FILE 1.0.0" : " 1.0.0";
            case STANDARD -> " --client 1 --keys FILE 1.0.0";
        };
        return "The meter stood still for longer than its clock goes on without supply, and the clock was lost; set it:"
                + " ./trefas set" + port + clock + " dt:" + SECOND.format(now.atOffset(ZoneOffset.UTC));
    }

    /// Commands that read something, as far as this meter lets anybody in.
    private String tries(String port) {
        return switch (settings.model()) {
            case OWN ->
                settings.security().isEncrypted()
                        ? "./trefas read" + port + " --client 16 96.1.0 1.0.0"
                        : "./trefas read" + port + " 1.8.0 32.7.0      ./trefas read" + port + " 99.1.0";
            case STANDARD ->
                settings.security().keys().containsKey(ClientRole.MANAGEMENT)
                        ? "./trefas read" + port + " --client 1 --keys FILE 1.8.0      ./trefas objects" + port
                                + " --client 16"
                        : "./trefas objects" + port + " --client 16";
        };
    }

    /// Who may come and how, those who prove themselves alike together.
    private String clientsInWords(MeterProcess process) {
        var words = new LinkedHashMap<String, StringJoiner>();
        for (AssociationSettings client : process.clients()) {
            words.computeIfAbsent(proofInWords(client), _ -> new StringJoiner(", "))
                    .add("" + client.clientSap());
        }
        return words.entrySet().stream()
                .map(group -> (group.getValue().toString().contains(",") ? "clients " : "client ") + group.getValue()
                        + " " + group.getKey())
                .collect(Collectors.joining(" · "));
    }

    private String proofInWords(AssociationSettings client) {
        return switch (client.mechanism()) {
            case NONE -> client.isPreEstablished() ? "ciphered and heard without association" : "no password";
            case LOW -> hasPasswordOfThePapers(client) ? "password " + RunSettings.PASSWORD : "password as configured";
            case HIGH_MANUFACTURER, HIGH_MD5, HIGH_SHA1, HIGH_SHA256, HIGH_GMAC, HIGH_ECDSA -> "ciphered";
        };
    }

    private static boolean hasPasswordOfThePapers(AssociationSettings client) {
        return client.secret().equals(CosemData.Octets.of(RunSettings.PASSWORD.getBytes(StandardCharsets.US_ASCII)));
    }

    /// Reads the meter over its own port, as a user would.
    private String selfRead(int port) {
        long begin = System.nanoTime();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        boolean isStandard = settings.model() == ModelChoice.STANDARD;
        boolean isPublic = isStandard || settings.security().isEncrypted();
        var association = isPublic ? Association.PUBLIC : Association.PRIMARY_MODULE;
        try (var reader = MeterReader.open(
                address,
                AssociationSettings.ofReader(
                        association.clientSap(), association.serverSap(), isPublic ? "" : settings.password()),
                TcpTimeouts.DEFAULT)) {
            Reading reading = isPublic
                    ? isStandard
                            ? reader.read(Obis.of(CLOCK), InterfaceClass.CLOCK)
                            : reader.read(Obis.of(SERIAL_NUMBER), InterfaceClass.DATA)
                    : reader.read(Obis.of(IMPORTED_ENERGY), InterfaceClass.REGISTER);
            long milliseconds = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            return reading.obis() + " = " + reading.text() + " in " + milliseconds + " ms ✓";
        } catch (IOException failed) {
            return "failed: " + failed.getMessage();
        }
    }

    private void summary(MeterProcess process, Duration took) {
        process.measuredSeconds().ifPresent(seconds -> {
            console.line("measured            " + seconds
                    + String.format(Locale.ROOT, " s of samples in %.1f s", took.toMillis() / 1_000.0));
            registers(process);
        });
        process.recording().ifPresent(recording -> {
            console.line(process.host()
                    .read(meter -> "replayed            "
                            + MINUTE.format(meter.clock().normal(recording.beginEpochSecond())) + " to "
                            + MINUTE.format(meter.clock().normal(recording.endEpochSecond())) + ", " + recording.rows()
                            + " minutes of "
                            + (recording.endEpochSecond() - recording.beginEpochSecond()) / 60
                            + " in " + String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1_000.0)));
            registers(process);
        });
    }

    private void registers(MeterProcess process) {
        console.line(process.host()
                .read(meter -> "registers           " + energy(meter, EnergyRegister.A_PLUS)
                        + "   " + energy(meter, EnergyRegister.A_MINUS) + "   "
                        + energy(meter, EnergyRegister.R_PLUS)
                        + "   " + energy(meter, EnergyRegister.R_MINUS)));
        console.line(process.host()
                .read(meter -> "load profile        " + meter.loadProfile().entriesInUse() + " rows"));
    }

    /// A register with more digits than the display has, cut.
    private static String energy(Meter meter, EnergyRegister register) {
        long hundredThousandths = meter.milliwattSeconds(register) / SUMMARY_STEP;
        return register.title() + " = "
                + BigDecimal.valueOf(hundredThousandths, SUMMARY_DECIMALS).toPlainString() + " k"
                + register.kind().unit();
    }
}
