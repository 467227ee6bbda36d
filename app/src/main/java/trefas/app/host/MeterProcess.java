package trefas.app.host;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import trefas.app.ExitCode;
import trefas.app.Version;
import trefas.app.settings.RunSettings;
import trefas.device.Meter;
import trefas.device.Restored;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordKind;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.server.DetectingServer;
import trefas.metrology.OneSecondValues;
import trefas.objects.ObjectModel;
import trefas.objects.Software;
import trefas.objects.standard.StandardModel;
import trefas.objects.standard.StandardSettings;
import trefas.readout.P1Telegram;
import trefas.readout.PushSchedule;
import trefas.simulation.LoadRecording;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;
import trefas.storage.VolatileMemory;
import trefas.transport.BroadcastLimits;
import trefas.transport.TcpBroadcaster;
import trefas.transport.TcpListener;
import trefas.web.FaceServer;

/// One meter with everything around it: memory, world, clock, ports and face. Started in one piece or not at all.
public final class MeterProcess implements AutoCloseable {

    private final PermanentMemory memory;
    private final Surroundings surroundings;
    private final MeterHost host;
    private final PushSender pushes;
    private final AlarmCalls calls;
    private @Nullable MeterServers servers;
    private @Nullable TcpListener dlms;
    private @Nullable FurtherLines furtherLines;
    private @Nullable FaceServer face;
    private @Nullable TcpBroadcaster p1;
    private @Nullable RunningMeter running;

    private MeterProcess(
            PermanentMemory memory, Surroundings surroundings, MeterHost host, PushSender pushes, AlarmCalls calls) {
        this.memory = memory;
        this.surroundings = surroundings;
        this.host = host;
        this.pushes = pushes;
        this.calls = calls;
    }

    /// Starts a meter.
    ///
    /// @param wallSecond the time of this machine, in seconds since 1970-01-01T00:00:00Z
    /// @param history seconds the meter has lived already when it starts, for a demo whose logs are not empty
    /// @throws StartException with the one thing to tell; then nothing has been left open
    public static MeterProcess start(RunSettings settings, long wallSecond, long history) throws StartException {
        var surroundings = Surroundings.of(settings, wallSecond);
        PermanentMemory memory = openMemory(settings, surroundings);
        MeterProcess process;
        var pushes = new PushSender();
        var calls = AlarmCalls.start(pushes::trySend, pushes, MeterProcess::tell, AlarmCalls.PAUSE);
        try {
            MeterHost host = host(settings, surroundings, memory, pushes, calls, wallSecond - history);
            process = new MeterProcess(memory, surroundings, host, pushes, calls);
        } catch (IOException | StartException refused) {
            calls.close();
            pushes.close();
            closeQuietly(memory);
            throw refused instanceof StartException known
                    ? known
                    : new StartException(ExitCode.FAILED, String.valueOf(refused.getMessage()));
        }
        try {
            process.host.advanceTo(surroundings.isLive() ? wallSecond : process.host.next());
            process.openPorts(settings, history > 0);
            process.running = RunningMeter.start(
                    process.host,
                    process.memory,
                    settings.speed(),
                    process.outputs(),
                    surroundings.samples(),
                    BackupWatch.of(process.memory, MeterProcess::tell));
            return process;
        } catch (IOException refused) {
            process.close();
            throw new StartException(ExitCode.FAILED, String.valueOf(refused.getMessage()));
        } catch (StartException refused) {
            process.close();
            throw refused;
        }
    }

    private static PermanentMemory openMemory(RunSettings settings, Surroundings surroundings) throws StartException {
        if (settings.stateDirectory().isEmpty()) {
            return new VolatileMemory();
        }
        try {
            boolean hurried = surroundings.isReplay()
                    || (surroundings.isLive() && settings.speed().factor() > 1);
            return RocksMemory.open(
                    settings.stateDirectory().get(), hurried ? Durability.GROUP : Durability.EACH_WRITE);
        } catch (IOException refused) {
            throw new StartException(ExitCode.FAILED, String.valueOf(refused.getMessage()));
        }
    }

    private static MeterHost host(
            RunSettings settings,
            Surroundings surroundings,
            PermanentMemory memory,
            Pushes pushes,
            Calls calls,
            long liveFrom)
            throws IOException, StartException {
        Meter meter = switch (memory.recall(settings.serialNumber())) {
            case PermanentMemory.Recall.NeverSaved() -> new Meter(made(settings), settings.serialNumber());
            case PermanentMemory.Recall.Saved saved -> restore(settings, saved.octets(), memory);
            case PermanentMemory.Recall.Damaged(String reason) -> throw new StartException(ExitCode.FAILED, reason);
        };
        long afterLast = meter.lastSecond().orElse(Long.MIN_VALUE) + 1;
        // A recording goes on where the meter stopped; real life went on without it.
        long next = Math.max(afterLast, surroundings.firstSecond().orElse(liveFrom));
        if (surroundings.isReplay() && meter.lastSecond().isPresent()) {
            var last = new OneSecondValues();
            surroundings.world().second(meter.lastSecond().getAsLong(), last);
            meter.standStill(last);
        }
        return new MeterHost(
                meter,
                objects(settings, surroundings, memory, pushes),
                memory,
                MeterSecurity.openAll(settings, memory),
                surroundings.world(),
                next,
                calls);
    }

    private static ShownObjects.Model objects(
            RunSettings settings, Surroundings surroundings, PermanentMemory memory, Pushes pushes)
            throws IOException, StartException {
        return switch (settings.model()) {
            case OWN ->
                OwnObjects.of(ObjectModel.of(
                        settings.meter(),
                        Software.ofVersion(Version.number()),
                        Optional.of(HdlcLines.setup(settings)),
                        AssociationRows.ciphering(settings)));
            case STANDARD ->
                StandardObjects.of(
                        StandardModel.of(settings.meter(), StandardSettings.DEFAULT.with(HdlcLines.ports(settings))),
                        StandardObjects.recall(
                                memory.recall(settings.serialNumber(), RecordKind.STANDARD_MODEL.whole()),
                                place(settings)),
                        pushes,
                        surroundings.samples().isEmpty(),
                        new SecureRandom()::nextDouble);
        };
    }

    /// Where the memory is, in words.
    private static String place(RunSettings settings) {
        return settings.stateDirectory().map(Path::toString).orElse("the memory");
    }

    /// The meter of the settings with the software that is running.
    private static MeterConfiguration made(RunSettings settings) {
        MeterConfiguration meter = settings.meter();
        return meter.withFront(meter.front().withFirmware(OwnFirmware.read()));
    }

    private static Meter restore(RunSettings settings, byte[] registers, PermanentMemory memory)
            throws IOException, StartException {
        Restored restored = switch (memory.recall(settings.serialNumber(), RecordKind.SETTINGS.whole())) {
            case PermanentMemory.Recall.NeverSaved() ->
                Meter.restore(made(settings), settings.serialNumber(), registers);
            case PermanentMemory.Recall.Saved saved ->
                Meter.restore(made(settings), settings.serialNumber(), registers, saved.octets());
            case PermanentMemory.Recall.Damaged(String reason) -> throw new StartException(ExitCode.FAILED, reason);
        };
        return switch (restored) {
            case Restored.Ready(Meter meter) -> meter;
            case Restored.Unusable(String reason) ->
                throw new StartException(
                        ExitCode.FAILED,
                        "In " + settings.stateDirectory().orElseThrow() + " " + reason + "; nothing was changed.");
        };
    }

    private void openPorts(RunSettings settings, boolean demo) throws StartException {
        var associations = new MeterServers(settings, host, System::nanoTime);
        servers = associations;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        var lines = new HdlcLines(settings, host);
        try {
            dlms = TcpListener.open(
                    new InetSocketAddress(loopback, settings.dlmsPort()),
                    settings.limits().tcp(),
                    lines::tcpConnectionsMax,
                    () -> new DetectingServer(lines.settings(), associations.get(), lines.tcpIdleMilliseconds()));
        } catch (IOException taken) {
            throw new StartException(
                    ExitCode.PORT_OR_CONNECTION,
                    taken.getMessage() + "; choose another with --port (0 takes a free one).");
        }
        try {
            furtherLines = FurtherLines.open(settings, lines, associations);
        } catch (IOException taken) {
            throw new StartException(ExitCode.PORT_OR_CONNECTION, String.valueOf(taken.getMessage()));
        }
        if (settings.p1Port().isPresent()) {
            openP1(new InetSocketAddress(loopback, settings.p1Port().getAsInt()));
        }
        if (settings.facePort().isPresent()) {
            try {
                face = FaceServer.open(
                        new InetSocketAddress(loopback, settings.facePort().getAsInt()),
                        new HostDesk(host, surroundings.controls(), surroundings.inWords(), settings.speed(), demo));
            } catch (IOException taken) {
                throw new StartException(
                        ExitCode.PORT_OR_CONNECTION,
                        withoutFullStop(taken) + "; choose another with --http (0 takes a free one, off opens none).");
            }
        }
    }

    private void openP1(InetSocketAddress address) throws StartException {
        try {
            p1 = TcpBroadcaster.open(address, BroadcastLimits.DEFAULT);
        } catch (IOException taken) {
            throw new StartException(
                    ExitCode.PORT_OR_CONNECTION,
                    taken.getMessage() + "; choose another with --p1 (0 takes a free one, off opens none).");
        }
    }

    private List<PushOutput> outputs() {
        return p1 == null ? List.of() : List.of(new PushOutput(host, PushSchedule.P1, P1Telegram::of, p1::send));
    }

    public MeterHost host() {
        return host;
    }

    /// What is replayed, or empty when the meter lives in the time of this machine.
    public Optional<LoadRecording> recording() {
        return surroundings.recording();
    }

    /// How long the waveforms were that have been measured, s; empty when none are.
    public OptionalLong measuredSeconds() {
        return surroundings.samples().isPresent()
                ? OptionalLong.of(surroundings.samples().get().measuredSeconds())
                : OptionalLong.empty();
    }

    /// Why the input ended before its time, if it did.
    public Optional<String> inputProblem() {
        return surroundings.samples().flatMap(SampledWorld::problem);
    }

    /// Whether the meter knows what time it is. One that was stopped for longer than its clock goes on without supply,
    /// seven days, has begun anew in the year 2000.
    public boolean isClockValid() {
        return host.read(meter -> meter.parts().clock().isValid());
    }

    /// What the meter is connected to, in words.
    public String worldInWords() {
        return surroundings.inWords();
    }

    /// The clients the meter lets in, in the order of its table.
    public List<AssociationSettings> clients() {
        return servers == null ? List.of() : servers.clients();
    }

    public int dlmsPort() {
        return dlms == null ? 0 : dlms.port();
    }

    /// The UDP port of the wrapper.
    public OptionalInt dlmsUdpPort() {
        return furtherLines == null ? OptionalInt.empty() : furtherLines.udpPort();
    }

    public OptionalInt facePort() {
        return face == null ? OptionalInt.empty() : OptionalInt.of(face.port());
    }

    public OptionalInt p1Port() {
        return p1 == null ? OptionalInt.empty() : OptionalInt.of(p1.port());
    }

    /// Waits until the world has come to its end or the memory has failed.
    ///
    /// @return why the memory failed, or empty when it was the world's end
    public Optional<IOException> awaitEnd() throws InterruptedException {
        return running == null ? Optional.empty() : running.await();
    }

    /// Stops the clock, closes the ports and brings everything saved to the disk.
    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
        if (face != null) {
            face.close();
        }
        surroundings.samples().ifPresent(SampledWorld::close);
        if (servers != null) {
            servers.close();
        }
        closeQuietly(p1);
        closeQuietly(furtherLines);
        closeQuietly(dlms);
        calls.close();
        pushes.close();
        try {
            host.settle();
        } catch (IOException unsaved) {
            // The counters set aside are skipped at the next start, as after a kill.
            tell(String.valueOf(unsaved.getMessage()));
        }
        closeQuietly(memory);
    }

    /// What somebody at the console should know while the meter goes on.
    private static void tell(String sentence) {
        System.err.println("trefas: " + sentence);
    }

    private static void closeQuietly(@Nullable Closeable port) {
        if (port != null) {
            try {
                port.close();
            } catch (IOException alreadyGone) {
                // The port is closed either way, and nothing of the meter hangs on it.
            }
        }
    }

    private static void closeQuietly(PermanentMemory memory) {
        try {
            memory.flush();
            memory.close();
        } catch (IOException unsaved) {
            // What was acknowledged is with the operating system; there is nobody left to tell.
            tell(String.valueOf(unsaved.getMessage()));
        }
    }

    private static String withoutFullStop(IOException said) {
        String sentence = String.valueOf(said.getMessage());
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
