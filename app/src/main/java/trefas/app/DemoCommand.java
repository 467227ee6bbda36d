package trefas.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SecuritySettings;
import trefas.app.settings.Speed;
import trefas.app.settings.WorldSettings;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.FrontPanel;
import trefas.device.display.RightButton;

/// `trefas demo`: a meter that is simply there.
@Command(
        name = "demo",
        description = "Start one meter in a simulated house. It has lived for a week already; nothing is saved.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /// A week, so that the load profile has something to read.
    private static final long HISTORY_SECONDS = 7L * 24 * 3_600;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(
            names = "--speed",
            paramLabel = "X",
            converter = SpeedConverter.class,
            description = "Simulated seconds per second, or max (default 1; 0 stops the clock).")
    private @Nullable Speed speed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed makes the same days (default 1).")
    private long seed;

    DemoCommand() {}

    @Override
    public Integer call() {
        MeterConfiguration meter = RunSettings.DEFAULT.meter();
        // Whoever tries a meter may try all that its buttons can do.
        FrontPanel front = meter.front().withRightButton(RightButton.ALL);
        RunSettings settings = ports.applyTo(RunSettings.DEFAULT.withMeter(meter.withFront(front)))
                .withStateDirectory(Optional.empty())
                .withSecurity(SecuritySettings.DEMO)
                .withWorld(new WorldSettings.House(seed, RunSettings.HOUSEHOLD))
                .withSpeed(Optional.ofNullable(speed).orElse(Speed.REAL_TIME));
        var console = new Console(spec.commandLine().getOut());
        return new MeterSession(settings, console).run(HISTORY_SECONDS, false);
    }
}
