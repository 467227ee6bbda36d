package trefas.app;

import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import trefas.app.input.TerminalCheck;
import trefas.app.read.MeterReader;
import trefas.app.read.ObjectPath;
import trefas.app.read.ProfileReader;
import trefas.app.read.ProfileSelection;
import trefas.app.read.Reading;
import trefas.app.read.RowPrinter;
import trefas.cosem.InterfaceClass;
import trefas.quantity.Obis;

/// `trefas profile`: the rows of a profile with the units of what it captures.
@Command(
        name = "profile",
        description = "Read the rows of a profile, such as a load profile or an event log.",
        mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {

    private enum Form {
        TABLE,
        JSON,
        CSV
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OBIS",
            converter = PathConverter.class,
            description = "The profile: 99.1.0, 1-1:99.1.0*255, or 7/99.1.0 when the meter does not list it.")
    private ObjectPath path = ObjectPath.parse("99.1.0").orElseThrow();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = LocalTimeConverter.class,
            description = "Rows from this local time, such as 2026-11-22T14:00.")
    private @Nullable LocalDateTime from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = LocalTimeConverter.class,
            description = "Rows up to this local time, inclusive.")
    private @Nullable LocalDateTime to;

    @Option(
            names = "--entries",
            paramLabel = "A..B",
            converter = Entries.class,
            description = "Rows by number, from 1, both inclusive; 10.. goes to the last one.")
    private ProfileSelection.@Nullable Entries entries;

    @Option(names = "--last", paramLabel = "N", description = "The newest N rows.")
    private @Nullable Long last;

    @Option(
            names = "--columns",
            paramLabel = "NAME,..",
            split = ",",
            description = "Only these columns: time, 1.8.0 or 1-1:1.8.0*255, in the order they are captured in.")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "Default table; csv and json come row by row.")
    private Form output = Form.TABLE;

    ProfileCommand() {}

    @Override
    public Integer call() {
        ProfileSelection selection = selection();
        return MeterAccess.use(connection, reader -> {
            var profile = reader.find(path, Reading.VALUE)
                    .filter(found -> found.classId() == InterfaceClass.PROFILE_GENERIC.classId())
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.REFUSED,
                            "The meter shows client " + connection.client() + " no profile " + path.code() + "."));
            var rows = ProfileReader.of(reader, new MeterReader.Listed(profile.classId(), profile.logicalName()));
            rows.choose(columns);
            PrintWriter out = spec.commandLine().getOut();
            RowPrinter printer = printer(profile.logicalName(), rows, out);
            var progress =
                    new RowProgress(spec.commandLine().getErr(), TerminalCheck.isErrorTerminal(), System::nanoTime);
            rows.read(selection, cells -> {
                printer.row(cells);
                progress.row();
            });
            progress.end();
            printer.end();
        });
    }

    private RowPrinter printer(Obis profile, ProfileReader rows, PrintWriter out) {
        return switch (output) {
            case TABLE -> RowPrinter.table(profile, rows.columns(), out);
            case JSON -> RowPrinter.json(profile, rows.columns(), out);
            case CSV -> RowPrinter.csv(rows.columns(), out);
        };
    }

    private ProfileSelection selection() {
        boolean isBetween = from != null || to != null;
        int ways = (isBetween ? 1 : 0) + (entries != null ? 1 : 0) + (last != null ? 1 : 0);
        if (ways > 1) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE, "--from and --to, --entries and --last each select rows: give one of them.");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--from is not after --to.");
        }
        if (last != null && last < 1) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--last is 1 row or more.");
        }
        if (isBetween) {
            return new ProfileSelection.Between(Optional.ofNullable(from), Optional.ofNullable(to));
        }
        if (entries != null) {
            return entries;
        }
        return last == null ? new ProfileSelection.Everything() : new ProfileSelection.Last(last);
    }

    /// Numbers of rows.
    static final class Entries implements ITypeConverter<ProfileSelection.Entries> {

        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{0,9}))?");

        Entries() {}

        @Override
        public ProfileSelection.Entries convert(String text) {
            Matcher matcher = WRITTEN.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("\"" + text + "\" is no range of rows, expected one such as 1..96");
            }
            long first = Long.parseLong(matcher.group(1));
            String until = matcher.group(2);
            long last = until == null ? first : until.isEmpty() ? 0 : Long.parseLong(until);
            if (first < 1 || (last != 0 && last < first)) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no range of rows: the first is 1, and the last " + "is not before it");
            }
            return new ProfileSelection.Entries(first, last);
        }
    }
}
