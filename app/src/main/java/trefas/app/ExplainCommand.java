package trefas.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trefas.app.explain.ConfigurationPrinter;
import trefas.app.explain.ExplainedMeter;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.configuration.ConfigurationProblem;
import trefas.device.configuration.MeterIdentity;
import trefas.device.configuration.TypeNumber;

/// `trefas explain`: a type number and configuration numbers, digit by digit.
@Command(
        name = "explain",
        description = "Explain a meter's type number and its configuration numbers digit by digit.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Ends with 0 when a meter can be so, with 1 when it can't."})
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE|Zn=CODE",
            description =
                    "A type number such as 684-14-39B-N24-4-100-010 (default: that one), and numbers such as Z1=3.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--serial",
            paramLabel = "N",
            description = "Tell the numbers too that a meter with this serial number has.")
    private @Nullable Integer serial;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "Default table.")
    private ConfigurationPrinter output = ConfigurationPrinter.TABLE;

    ExplainCommand() {}

    @Override
    public Integer call() {
        Optional<MeterIdentity> identity = Optional.ofNullable(serial).map(ExplainCommand::identity);
        boolean hasType = !words.isEmpty() && !words.getFirst().contains("=");
        String numbers = String.join(" ", hasType ? words.subList(1, words.size()) : words);
        var problems = new ArrayList<ConfigurationProblem>();
        TypeNumber type = hasType ? type(words.getFirst(), problems) : TypeNumber.DIN_RAIL_FOUR_QUADRANT;
        switch (ConfigurationNumbers.check(type, numbers)) {
            case ConfigurationNumbers.Checked.Taken(ConfigurationNumbers taken) -> {
                if (problems.isEmpty()) {
                    var out = spec.commandLine().getOut();
                    out.println(output.print(new ExplainedMeter(taken, identity)));
                    out.flush();
                    return ExitCode.OK;
                }
            }
            case ConfigurationNumbers.Checked.Refused(List<ConfigurationProblem> more) -> problems.addAll(more);
        }
        throw new CommandFailure(
                ExitCode.FAILED,
                String.join(
                        "\ntrefas: ",
                        problems.stream()
                                .map(problem -> sentence(problem.sentence()))
                                .toList()));
    }

    private static MeterIdentity identity(int serial) {
        if (serial < 0 || serial > MeterIdentity.SERIAL_NUMBER_MAX) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "A serial number has at most 8 digits.");
        }
        return new MeterIdentity(serial);
    }

    /// Where the type number is wrong, the numbers are judged with the default.
    private static TypeNumber type(String word, List<ConfigurationProblem> problems) {
        return switch (TypeNumber.check(word)) {
            case TypeNumber.Checked.Taken(TypeNumber type) -> type;
            case TypeNumber.Checked.Refused(List<ConfigurationProblem> found) -> {
                problems.addAll(found);
                yield TypeNumber.DIN_RAIL_FOUR_QUADRANT;
            }
        };
    }

    private static String sentence(String part) {
        return Character.toUpperCase(part.charAt(0)) + part.substring(1) + ".";
    }
}
