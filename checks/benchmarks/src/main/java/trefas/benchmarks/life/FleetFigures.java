package trefas.benchmarks.life;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import trefas.benchmarks.BenchedMeter;
import trefas.benchmarks.Figures;
import trefas.benchmarks.ProcessTime;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.memory.PermanentMemory;
import trefas.metrology.OneSecondValues;
import trefas.simulation.SimulatedHouse;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;

/// A thousand meters, each with an input of its own, in steps of a second: phasors, or simulated houses that are spread
/// over all hours of the day and days of the year. Time is the processor's, of all threads, so it is that of one core.
///
/// | saved            | a meter's state is written                                                     |
/// |------------------|--------------------------------------------------------------------------------|
/// | by itself        | with each second in which a register stepped, each in a write of its own        |
/// | with its fellows | the same, but all that stepped in the same second in one write                  |
/// | by the chunk     | once in 900 seconds, as [MeterHost] does at speed, all in one write (decision 0051) |
final class FleetFigures {

    private static final int METERS = 1_000;
    private static final int FIRST_SERIAL = 1;
    private static final int CHUNK_SECONDS = 900;

    /// Until the compiler has come to rest, which takes some seven million seconds of a meter and ten thousand saves.
    private static final int WINDOWS_TO_WARM_UP = 12;

    /// The least of them counts: neighbours on the machine make it only slower.
    private static final int WINDOWS = 8;

    private static final int YEAR_SECONDS = 365 * 86_400;
    private static final long FLUSH_NANOS = 500_000_000;
    private static final double GOAL_PER_SECOND = 5e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLION = 1e6;

    private final Figures figures;
    private final Meter[] meters = new Meter[METERS];
    private final SimulatedHouse[] houses = new SimulatedHouse[METERS];
    private final PhasorInput[] phasors = new PhasorInput[METERS];
    private final PlainSecond[] yardsticks = new PlainSecond[METERS];
    private final OneSecondValues values = new OneSecondValues();
    private final Step step = new Step();
    private final List<PermanentMemory.Change> changes = new ArrayList<>();
    private Part input = this::phasors;
    private long now = BenchedMeter.START;
    private long saves;

    /// The goal is one for phasors.
    private boolean isJudged;

    FleetFigures(Figures figures) {
        this.figures = figures;
        for (int meter = 0; meter < METERS; meter++) {
            meters[meter] = LoggingMeter.made(FIRST_SERIAL + meter);
            houses[meter] = LoggingMeter.house(meter);
            phasors[meter] = new PhasorInput(meter);
            yardsticks[meter] = new PlainSecond();
        }
    }

    /// What is done with each second of each meter.
    private interface Part {
        void second(int meter, long at) throws IOException;

        /// After the last of a span of seconds of a meter.
        default void spanEnded(int meter) throws IOException {}

        /// After a span of all meters.
        default void allEnded() throws IOException {}
    }

    /// What a meter asked for in a second.
    private static final class Step implements Consumer<Effect> {
        private final List<PermanentMemory.Captured> captured = new ArrayList<>();
        private boolean isChanged;

        @Override
        public void accept(Effect effect) {
            isChanged = true;
            switch (effect) {
                case Effect.AppendRow(var logger, var entry, int capacity) ->
                    captured.add(new PermanentMemory.Captured(logger, entry, capacity));
                case Effect.SaveRegisters _,
                        Effect.SaveSettings _,
                        Effect.SwitchRelay _,
                        Effect.SendPulses _,
                        Effect.Call _ -> {}
            }
        }
    }

    /// Of phasors, the seconds of a chunk one after the other: the goal is one for these.
    void phasorsByChunk(Path folder) throws IOException {
        isJudged = true;
        figures.head(METERS + " meters measured as phasors, a chunk of seconds at a time, time of one core");
        byChunk("the phasors", this::phasors, folder);
    }

    void phasorsBySecond(Path folder) throws IOException {
        isJudged = true;
        figures.head(METERS + " meters measured as phasors, all of them second by second, time of one core");
        bySecond("the phasors", this::phasors, folder);
    }

    void housesByChunk(Path folder) throws IOException {
        figures.head(METERS + " meters in simulated houses, a chunk of seconds at a time, time of one core");
        byChunk("the house", this::house, folder);
    }

    private void byChunk(String what, Part input, Path folder) throws IOException {
        this.input = input;
        warmUp(CHUNK_SECONDS);
        double world = timed(CHUNK_SECONDS, input);
        double meter = timed(CHUNK_SECONDS, this::meter);
        row(what, world);
        row("the meter, all loggers on", meter - world);
        try (var memory = RocksMemory.open(folder, Durability.GROUP)) {
            stored("saved by the chunk", CHUNK_SECONDS, new ByChunk(memory), meter, memory);
        }
    }

    private void bySecond(String what, Part input, Path folder) throws IOException {
        this.input = input;
        warmUp(1);
        double world = timed(1, input);
        row(what, world);
        double yardstick = timed(1, (meter, at) -> {
            input.second(meter, at);
            yardsticks[meter].add(values);
        });
        row("yardstick: the registers alone, in a plain loop", yardstick - world);
        double meter = timed(1, this::meter);
        row("the meter, all loggers on", meter - world);
        figures.row("  times the yardstick", Figures.number((meter - world) / (yardstick - world)));
        try (var memory = RocksMemory.open(folder, Durability.GROUP)) {
            stored("saved by itself", 1, new Alone(memory), meter, memory);
            stored("saved with its fellows", 1, new Together(memory), meter, memory);
        }
    }

    /// For the compiler, and for the houses to plan their days.
    private void warmUp(int span) throws IOException {
        live(WINDOWS_TO_WARM_UP * CHUNK_SECONDS, span, this::meter, Optional.empty());
    }

    private void house(int meter, long at) {
        // Spread over the year, and with it over the day.
        houses[meter].second(at + (long) meter * YEAR_SECONDS / METERS, values);
    }

    private void phasors(int meter, long at) {
        phasors[meter].second(at, values);
    }

    private void meter(int meter, long at) throws IOException {
        input.second(meter, at);
        step.isChanged = false;
        step.captured.clear();
        meters[meter].secondElapsed(at, values, step);
    }

    private final class Alone implements Part {
        private final PermanentMemory memory;

        Alone(PermanentMemory memory) {
            this.memory = memory;
        }

        @Override
        public void second(int meter, long at) throws IOException {
            meter(meter, at);
            if (step.isChanged) {
                saves++;
                memory.save(FIRST_SERIAL + meter, meters[meter].registers(), step.captured);
            }
        }
    }

    private class Together implements Part {
        private final PermanentMemory memory;

        Together(PermanentMemory memory) {
            this.memory = memory;
        }

        @Override
        public void second(int meter, long at) throws IOException {
            meter(meter, at);
            if (step.isChanged) {
                keep(meter, step.captured);
            }
        }

        final void keep(int meter, List<PermanentMemory.Captured> captured) {
            saves++;
            changes.add(
                    new PermanentMemory.Change(FIRST_SERIAL + meter, meters[meter].registers(), captured, Map.of()));
        }

        @Override
        public void allEnded() throws IOException {
            memory.saveAll(changes);
            changes.clear();
        }
    }

    private final class ByChunk extends Together {
        private final List<PermanentMemory.Captured> rows = new ArrayList<>();

        ByChunk(PermanentMemory memory) {
            super(memory);
        }

        @Override
        public void second(int meter, long at) throws IOException {
            meter(meter, at);
            if (!step.captured.isEmpty()) {
                rows.addAll(step.captured);
            }
        }

        @Override
        public void spanEnded(int meter) {
            keep(meter, rows);
            rows.clear();
        }
    }

    private void stored(String how, int span, Part part, double unsaved, RocksMemory memory) throws IOException {
        live(WINDOWS_TO_WARM_UP * CHUNK_SECONDS, span, part, Optional.of(memory));
        saves = 0;
        double all = timed(span, part, Optional.of(memory));
        row("the memory, " + how, all - unsaved);
        figures.row(
                "  meter-seconds from save to save", Figures.number((double) WINDOWS * CHUNK_SECONDS * METERS / saves));
        double millionPerSecond = NANOS_PER_SECOND / all / MILLION;
        if (isJudged) {
            figures.atLeast(GOAL_PER_SECOND / MILLION, "  input, meter and memory", millionPerSecond, "million/s");
        } else {
            figures.row("  input, meter and memory", Figures.number(millionPerSecond) + " million/s");
        }
    }

    private void row(String what, double nanos) {
        figures.row(what, Figures.number(nanos) + " ns");
    }

    private double timed(int span, Part part) throws IOException {
        return timed(span, part, Optional.empty());
    }

    /// Processor time of a second of one meter, ns.
    private double timed(int span, Part part, Optional<PermanentMemory> memory) throws IOException {
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            long begin = ProcessTime.nanoseconds();
            live(CHUNK_SECONDS, span, part, memory);
            least = Math.min(least, ProcessTime.nanoseconds() - begin);
        }
        return least / ((double) CHUNK_SECONDS * METERS);
    }

    private void live(int seconds, int span, Part part, Optional<PermanentMemory> memory) throws IOException {
        long flushed = System.nanoTime();
        for (long end = now + seconds; now < end; now += span) {
            for (int meter = 0; meter < METERS; meter++) {
                for (int second = 1; second <= span; second++) {
                    part.second(meter, now + second);
                }
                part.spanEnded(meter);
            }
            part.allEnded();
            if (memory.isPresent() && System.nanoTime() - flushed >= FLUSH_NANOS) {
                memory.get().flush();
                flushed = System.nanoTime();
            }
        }
    }
}
