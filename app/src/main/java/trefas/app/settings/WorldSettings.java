package trefas.app.settings;

import java.nio.file.Path;
import trefas.app.input.InputOptions;
import trefas.simulation.HouseConnection;
import trefas.simulation.Household;

/// What the meter is connected to.
public sealed interface WorldSettings {

    /// A simulated house on a simulated grid.
    ///
    /// @param seed the same seed makes the same days
    record House(long seed, Household household) implements WorldSettings {}

    /// Waveforms that are measured: a recording, or a converter on standard input.
    ///
    /// @param name of a file, or `-`
    record Waveforms(String name, InputOptions options) implements WorldSettings {}

    /// A recorded load that is replayed.
    record Recording(Path file, HouseConnection connection) implements WorldSettings {}
}
