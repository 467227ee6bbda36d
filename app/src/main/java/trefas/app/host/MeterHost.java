package trefas.app.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.memory.PermanentMemory;
import trefas.metrology.OneSecondValues;
import trefas.objects.MeterDevice;
import trefas.objects.ObjectModel;
import trefas.simulation.World;

/// One meter in its shell: its world goes in, its effects are carried out, and whoever reads it does so between two
/// seconds. Whatever a reader may see has been saved before, so a killed process loses nothing that was shown or read.
public final class MeterHost implements LogicalDevice {

    /// Readers wait at most for so many simulated seconds.
    static final int CHUNK_SECONDS = 900;

    /// Fair, so that a replay at full speed lets readers in.
    private final ReentrantLock writer = new ReentrantLock(true);

    private final Meter meter;
    private final MeterDevice device;
    private final PermanentMemory memory;
    private final World world;
    private final OneSecondValues values = new OneSecondValues();
    private final List<PermanentMemory.Captured> captured = new ArrayList<>();
    private boolean changed;
    private boolean lost;
    private long next;

    /// @param meter new, or as it was restored from the memory
    /// @param next end of the first second to step; everything between the meter's last second and it was an outage
    public MeterHost(Meter meter, ObjectModel model, PermanentMemory memory, World world, long next) {
        this.meter = meter;
        this.device = new MeterDevice(model, meter, memory);
        this.memory = memory;
        this.world = world;
        this.next = next;
    }

    /// Steps the meter through every second up to this one.
    ///
    /// @return false when the world has come to its end
    /// @throws IOException when the memory takes no more; from then on the meter shows and answers nothing, because
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
            meter.secondElapsed(next, values, this::carryOut);
            if (changed) {
                save();
            }
            next++;
        }
        // What grew below the display's resolution is kept as well before anybody looks.
        save();
        return goesOn;
    }

    private void carryOut(Effect effect) {
        changed = true;
        switch (effect) {
            case Effect.SaveRegisters() -> {}
            case Effect.AppendRow(var logger, var entry, int capacity) ->
                captured.add(new PermanentMemory.Captured(logger, entry, capacity));
        }
    }

    private void save() throws IOException {
        memory.save(meter.serialNumber(), meter.registers(), captured);
        captured.clear();
        changed = false;
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
        writer.lock();
        try {
            meter.leftButtonPressed(meter.now());
        } finally {
            writer.unlock();
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
            return device.get(requester, attribute, selection, value);
        } finally {
            writer.unlock();
        }
    }

    @Override
    public boolean isPowered() {
        writer.lock();
        try {
            return !lost && device.isPowered();
        } finally {
            writer.unlock();
        }
    }
}
