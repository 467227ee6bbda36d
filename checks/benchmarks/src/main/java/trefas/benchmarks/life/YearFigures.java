package trefas.benchmarks.life;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import trefas.app.host.MeterHost;
import trefas.benchmarks.BenchedMeter;
import trefas.benchmarks.Figures;
import trefas.benchmarks.ProcessTime;
import trefas.device.memory.PermanentMemory;
import trefas.metrology.OneSecondValues;
import trefas.objects.ObjectModel;
import trefas.simulation.World;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;

/// A year of one meter in steps of a second, hosted as `trefas run --speed max` hosts it: its objects are there to be
/// read, and what changed in a chunk of seconds is one save (decision 0051).
final class YearFigures {

    private static final long SECONDS = TimeUnit.DAYS.toSeconds(365);
    private static final int FLUSHED_EACH_SECONDS = 86_400;
    private static final double GOAL_SECONDS = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    private YearFigures() {}

    static void phasors(Figures figures, Path folder) throws IOException {
        show(figures, folder, "fed with phasors", () -> new PhasorInput(1));
    }

    static void house(Figures figures, Path folder) throws IOException {
        show(figures, folder, "in a simulated house", () -> LoggingMeter.house(1));
    }

    /// The year that is judged comes first, in a process that has done nothing yet.
    private static void show(Figures figures, Path folder, String where, Supplier<World> worlds) throws IOException {
        figures.head("a year of one meter " + where + ", second by second, stored");
        var saved = new WatchedMemory(Optional.of(RocksMemory.open(folder, Durability.GROUP)));
        long begin = System.nanoTime();
        long all = live(saved, worlds.get());
        figures.atMost(GOAL_SECONDS, "wall time", (System.nanoTime() - begin) / NANOS_PER_SECOND, "s");
        figures.row("processor time of all threads", Figures.number(all / NANOS_PER_SECOND) + " s");
        long unsaved = live(new WatchedMemory(Optional.empty()), worlds.get());
        long world = worldAlone(worlds.get());
        figures.row("  of it the world", perSecond(world));
        figures.row("  of it the meter, its host and its objects", perSecond(unsaved - world));
        figures.row("  of it the memory, and the compiler", perSecond(all - unsaved));
        figures.row("  saves", String.format(Locale.ROOT, "%,d", saved.saves()));
        figures.row("  seconds from save to save", Figures.number(SECONDS / (double) saved.saves()) + " s");
        saved.rows().forEach((logger, rows) -> figures.row("  rows of " + logger, rows.toString()));
    }

    private static String perSecond(long nanos) {
        return Figures.number(nanos / (double) SECONDS) + " ns/s";
    }

    /// Processor time, ns.
    private static long worldAlone(World world) {
        var values = new OneSecondValues();
        long begin = ProcessTime.nanoseconds();
        long sum = 0;
        for (long at = BenchedMeter.START + 1; at <= BenchedMeter.START + SECONDS; at++) {
            world.second(at, values);
            sum += values.milliwatts(0);
        }
        long nanos = ProcessTime.nanoseconds() - begin;
        if (sum == 0) {
            throw new IllegalStateException("an empty world");
        }
        return nanos;
    }

    private static long live(PermanentMemory memory, World world) throws IOException {
        var host = new MeterHost(
                LoggingMeter.made(BenchedMeter.SERIAL),
                ObjectModel.of(LoggingMeter.CONFIGURATION),
                memory,
                List.of(),
                world,
                BenchedMeter.START + 1);
        long begin = ProcessTime.nanoseconds();
        for (long at = BenchedMeter.START; at < BenchedMeter.START + SECONDS; at += FLUSHED_EACH_SECONDS) {
            host.advanceTo(at + FLUSHED_EACH_SECONDS);
        }
        memory.close();
        return ProcessTime.nanoseconds() - begin;
    }
}
