package trefas.app;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line.
@Command(
        name = "trefas",
        description = "A software three-phase electricity meter.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ReadCommand.class,
            ProfileCommand.class,
            ObjectsCommand.class,
            SetCommand.class,
            ActionCommand.class,
            DecodeCommand.class,
            ExplainCommand.class,
            CaptureCommand.class,
            MeasureCommand.class,
            AccuracyCommand.class,
            WaveformCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 4 port taken or no connection,",
            "5 refused by the meter, 130 interrupted."
        })
public final class Trefas implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Made by the command line.
    /// How a problem with a value that has no option in front of it begins, and what ends that beginning.
    private static final String WRONG_VALUE = "Invalid value for positional parameter";
    private static final String WRONG_VALUE_END = "): ";

    public Trefas() {}

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        return new CommandLine(new Trefas())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, commandLine, _) -> tell(problem, commandLine))
                .setParameterExceptionHandler((problem, _) -> {
                    PrintWriter err = problem.getCommandLine().getErr();
                    String said = String.valueOf(problem.getMessage());
                    int place = said.startsWith(WRONG_VALUE) ? said.indexOf(WRONG_VALUE_END) : -1;
                    if (place >= 0) {
                        // What is wrong with a value says all there is; where it stood helps nobody.
                        err.println("trefas: " + said.substring(place + WRONG_VALUE_END.length()) + ".");
                    } else {
                        err.println("trefas: " + said);
                        err.println("Try 'trefas " + usageOf(problem.getCommandLine()) + "--help'.");
                    }
                    return ExitCode.WRONG_USAGE;
                })
                .execute(arguments);
    }

    /// Every failure a user can cause is one line; anything else is our bug and shows where.
    private static int tell(Exception problem, CommandLine commandLine) {
        if (problem instanceof CommandFailure failure) {
            commandLine.getErr().println("trefas: " + failure.getMessage());
            return failure.exitCode();
        }
        commandLine.getErr().println("trefas: this is a bug, please report it");
        problem.printStackTrace(commandLine.getErr());
        return ExitCode.FAILED;
    }

    private static String usageOf(CommandLine commandLine) {
        return commandLine.getParent() == null ? "" : commandLine.getCommandName() + " ";
    }

    /// Without a command there is nothing to do but say what could be done.
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
