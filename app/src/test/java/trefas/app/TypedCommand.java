package trefas.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// A command that talks to a meter, as a user types it.
final class TypedCommand {

    private TypedCommand() {}

    /// Runs it.
    ///
    /// @param line such as `read 1.8.0 --port 4059`
    /// @return the exit code; -1 when something went wrong that no sentence was made for
    static int run(String line, StringWriter out, StringWriter err) {
        String[] words = line.strip().split(" +");
        Callable<Integer> command = switch (words[0]) {
            case "read" -> new ReadCommand();
            case "profile" -> new ProfileCommand();
            case "objects" -> new ObjectsCommand();
            case "set" -> new SetCommand();
            default -> new ActionCommand();
        };
        var arguments = new String[words.length - 1];
        System.arraycopy(words, 1, arguments, 0, arguments.length);
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    err.append(String.valueOf(problem.getMessage()));
                    return problem instanceof CommandFailure failure ? failure.exitCode() : -1;
                })
                .execute(arguments);
    }
}
