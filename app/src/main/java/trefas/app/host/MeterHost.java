package trefas.app.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import trefas.app.settings.ClientRole;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Requester;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.MeterInput;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;
import trefas.device.status.OutgoingCall;
import trefas.metrology.OneSecondValues;
import trefas.objects.ObjectModel;
import trefas.security.SecurityAccess;
import trefas.security.SecurityState;
import trefas.simulation.World;

/// One meter in its shell: its world goes in, its effects are carried out, and whoever reads it does so between
/// two seconds. Whatever a reader may see has been saved before, so a killed process loses nothing that was shown
/// or read.
public final class MeterHost implements LogicalDevice {

    /// Readers wait at most for so many simulated seconds.
    static final int CHUNK_SECONDS = 900;

    /// Fair, so that a replay at full speed lets readers in.
    private final ReentrantLock writer = new ReentrantLock(true);

    private final Meter meter;
    private final ShownObjects objects;
    private final PermanentMemory memory;
    private final World world;
    private final OneSecondValues values = new OneSecondValues();
    private final List<PermanentMemory.Captured> captured = new ArrayList<>();
    private final List<OutgoingCall> calls = new ArrayList<>();
    private final List<MeterSecurity> securities;
    private final ConnectedModule module = new ConnectedModule();
    private final Calls called;
    private boolean changed;
    private boolean settingsChanged;
    private boolean lost;
    private long next;

    /// A meter that shows its own list.
    ///
    /// @param meter new, or as it was restored from the memory
    /// @param next end of the first second to step; everything between the meter's last second and it was an
    ///     outage
    /// @param securities keys, counters and passwords; the first holds the passwords
    public MeterHost(
            Meter meter,
            ObjectModel model,
            PermanentMemory memory,
            List<MeterSecurity> securities,
            World world,
            long next) {
        this(meter, OwnObjects.of(model), memory, securities, world, next, Calls.NOBODY);
    }

    /// @param objects what it shows
    /// @param called whoever is told at once
    MeterHost(
            Meter meter,
            ShownObjects.Model objects,
            PermanentMemory memory,
            List<MeterSecurity> securities,
            World world,
            long next,
            Calls called) {
        this.meter = meter;
        this.called = called;
        this.securities = List.copyOf(securities);
        this.memory = memory;
        this.world = world;
        this.next = next;
        this.objects = objects.of(new Lent(meter, memory, this::carryOut, security(), modules(), this::done));
    }

    private Map<Integer, SecurityAccess> modules() {
        var modules = new HashMap<Integer, SecurityAccess>();
        for (MeterSecurity security : securities) {
            if (security.role() != ClientRole.MANAGEMENT) {
                modules.put(security.role().association().clientSap(), access(security));
            }
        }
        return modules;
    }

    /// Steps the meter through every second up to this one.
    ///
    /// @return false when the world has come to its end
    /// @throws IOException when the memory takes no more; from then on the meter shows and answers nothing,
    ///     because
    ///     it could not keep its word
    public boolean advanceTo(long epochSecond) throws IOException {
        while (next <= epochSecond) {
            writer.lock();
            try {
                if (!stepChunk(Math.min(epochSecond, next + CHUNK_SECONDS - 1))) {
                    return false;
                }
            } catch (IOException unsaved) {
                lost = true;
                throw unsaved;
            } finally {
                writer.unlock();
            }
        }
        return true;
    }

    private boolean stepChunk(long last) throws IOException {
        boolean goesOn = true;
        while (next <= last) {
            goesOn = world.second(next, values);
            if (!goesOn) {
                break;
            }
            objects.let(values);
            meter.secondElapsed(next, values, this::carryOut);
            objects.secondElapsed();
            next++;
        }
        // Nobody could look in between, so one save keeps every change of these seconds, and with them what grew below
        // the display's resolution (decision 0051).
        save();
        return goesOn;
    }

    private void carryOut(Effect effect) {
        changed = true;
        switch (effect) {
            case Effect.SaveRegisters() -> {}
            case Effect.SaveSettings() -> settingsChanged = true;
            case Effect.AppendRow(var logger, var entry, int capacity) ->
                captured.add(new PermanentMemory.Captured(logger, entry, capacity));
            case Effect.SwitchRelay(var switched) -> module.put(switched);
            case Effect.SendPulses(var pulses) -> module.send(pulses);
            case Effect.Call(OutgoingCall call) -> calls.add(call);
        }
    }

    private void save() throws IOException {
        memory.save(meter.serialNumber(), meter.registers(), captured, furtherRecords());
        captured.clear();
        changed = false;
        settingsChanged = false;
        securities.forEach(MeterSecurity::saved);
        objects.saved();
        if (!calls.isEmpty()) {
            List<OutgoingCall> leaving = List.copyOf(calls);
            calls.clear();
            leaving.forEach(call -> called.call(call, meter, security()));
        }
    }

    private Optional<SecurityAccess> security() {
        return securities.stream().findFirst().map(this::access);
    }

    /// What changed beside registers and rows; nothing in most seconds.
    private Map<RecordName, byte[]> furtherRecords() {
        Map<RecordName, byte[]> records = Map.of();
        if (settingsChanged) {
            records = new HashMap<>(records);
            records.put(RecordKind.SETTINGS.whole(), meter.settingsRecord());
        }
        for (MeterSecurity security : securities) {
            if (security.isChanged()) {
                records = new HashMap<>(records);
                records.putAll(security.records());
            }
        }
        if (objects.isChanged()) {
            records = new HashMap<>(records);
            records.putAll(objects.records());
        }
        return records;
    }

    /// Keys, counters and passwords, those of the management client first.
    List<MeterSecurity> securities() {
        return securities;
    }

    /// The way to the keys and counters of one row of the association table: one deed at a time, between two
    /// seconds, and saved before it is over. When the memory takes no more, the deed ends with an
    /// [UncheckedIOException], so that no answer leaves.
    public SecurityAccess access(MeterSecurity security) {
        return new SecurityAccess() {
            @Override
            public <T> T with(Function<SecurityState, T> deed) {
                return deed(() -> deed.apply(security.state()));
            }

            @Override
            public SecureRandom randomness() {
                return security.randomness();
            }
        };
    }

    /// Does something to the meter that must be saved before anybody hears of it.
    private <T> T deed(Supplier<T> deed) {
        writer.lock();
        try {
            if (lost) {
                throw new UncheckedIOException(new IOException("the memory of this meter has failed"));
            }
            T done = deed.get();
            if (changed || objects.isChanged() || securities.stream().anyMatch(MeterSecurity::isChanged)) {
                save();
            }
            return done;
        } catch (IOException unsaved) {
            lost = true;
            throw new UncheckedIOException(unsaved);
        } finally {
            writer.unlock();
        }
    }

    private void done(Runnable deed) {
        deed(() -> {
            deed.run();
            return true;
        });
    }

    /// Does something to the meter between two seconds; it is saved before anybody sees it.
    <T> T act(BiFunction<Meter, Consumer<Effect>, T> act) {
        return deed(() -> {
            changed = true;
            return act.apply(meter, this::carryOut);
        });
    }

    /// What the module does in the world; for whoever is reading.
    ConnectedModule module() {
        return module;
    }

    /// Looks at the objects between two seconds.
    <T> T look(Function<ShownObjects, T> look) {
        writer.lock();
        try {
            return look.apply(objects);
        } finally {
            writer.unlock();
        }
    }

    /// Gives back what was set aside for a kill that did not come: before an orderly stop.
    void settle() throws IOException {
        writer.lock();
        try {
            if (!lost && !securities.isEmpty()) {
                securities.forEach(security -> security.state().settle());
                save();
            }
        } finally {
            writer.unlock();
        }
    }

    /// Looks at the meter between two seconds.
    public <T> T read(Function<Meter, T> reader) {
        writer.lock();
        try {
            return reader.apply(meter);
        } finally {
            writer.unlock();
        }
    }

    /// Presses the left button.
    public void pressLeft() {
        happen(MeterInput.LeftButtonPressed::new);
    }

    /// Somebody is at the meter: what it makes of it is saved before anybody sees it. A meter whose memory has failed
    /// does nothing any more.
    ///
    /// @param input at the world's time it gets
    void happen(LongFunction<MeterInput> input) {
        if (!isLost()) {
            done(() -> meter.step(input.apply(meter.worldSecond()), this::carryOut));
        }
    }

    /// Whether the memory has failed: then nothing may be shown any more.
    public boolean isLost() {
        writer.lock();
        try {
            return lost;
        } finally {
            writer.unlock();
        }
    }

    /// End of the last second stepped.
    public OptionalLong lastSecond() {
        return read(Meter::lastSecond);
    }

    /// The second that is due next.
    public long next() {
        writer.lock();
        try {
            return next;
        } finally {
            writer.unlock();
        }
    }

    @Override
    public DataAccessResult get(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, AxdrWriter value) {
        writer.lock();
        try {
            if (lost) {
                return DataAccessResult.HARDWARE_FAULT;
            }
            return objects.device().get(requester, attribute, selection, value);
        } finally {
            writer.unlock();
        }
    }

    /// Saved before the answer leaves (decision 0005): a value that was acknowledged outlives a kill.
    @Override
    public DataAccessResult set(
            Requester requester, AttributeDescriptor attribute, Optional<AccessSelection> selection, CosemData value) {
        return isPowered()
                ? deed(() -> objects.device().set(requester, attribute, selection, value))
                : DataAccessResult.HARDWARE_FAULT;
    }

    /// Saved before the answer leaves.
    @Override
    public ActionResult invoke(
            Requester requester, MethodDescriptor method, Optional<CosemData> parameters, AxdrWriter returned) {
        return isPowered()
                ? deed(() -> objects.device().invoke(requester, method, parameters, returned))
                : ActionResult.HARDWARE_FAULT;
    }

    @Override
    public boolean knowsUser(int clientSap, int serverSap, int userId) {
        writer.lock();
        try {
            return objects.device().knowsUser(clientSap, serverSap, userId);
        } finally {
            writer.unlock();
        }
    }

    @Override
    public boolean isPowered() {
        writer.lock();
        try {
            return !lost && meter.isPowered();
        } finally {
            writer.unlock();
        }
    }
}
