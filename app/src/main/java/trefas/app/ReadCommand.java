package trefas.app;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trefas.app.read.CosemTimes;
import trefas.app.read.MeterReader;
import trefas.app.read.ObjectPath;
import trefas.app.read.Reading;
import trefas.app.read.ReadingPrinter;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemDateTime;
import trefas.cosem.InterfaceClass;

/// `trefas read`: values of any DLMS meter.
@Command(
        name = "read",
        description = "Read values from a meter, ours or any DLMS meter.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "OBIS",
            converter = PathConverter.class,
            description = {
                "What to read: 1.8.0, 1-1:1.8.0*255 or 1.1.1.8.0.255. A profile such as 99.1.0 gives its rows.",
                "1.8.0:3 is attribute 3 of it, 3/1.8.0:2 attribute 2 of an object of class 3 the meter need not list."
            })
    private List<ObjectPath> paths = new ArrayList<>();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = LocalTimeConverter.class,
            description = "Rows of a profile from this local time, such as 2026-11-22T14:00.")
    private @Nullable LocalDateTime from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = LocalTimeConverter.class,
            description = "Rows of a profile up to this local time, inclusive.")
    private @Nullable LocalDateTime to;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "Default table.")
    private ReadingPrinter output = ReadingPrinter.TABLE;

    ReadCommand() {}

    @Override
    public Integer call() {
        return MeterAccess.use(connection, reader -> {
            var readings = read(reader);
            new Console(spec.commandLine().getOut()).line(output.print(readings));
        });
    }

    /// Everything that is one value in as few requests as possible; profiles one by one, in their place.
    private List<Reading> read(MeterReader reader) throws IOException {
        var attributes = new ArrayList<AttributeDescriptor>(paths.size());
        for (ObjectPath path : paths) {
            attributes.add(reader.find(path, Reading.VALUE)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.REFUSED,
                            "The meter shows client " + connection.client() + " no object " + path.code() + ".")));
        }
        var simple =
                attributes.stream().filter(attribute -> !isBuffer(attribute)).toList();
        var values = reader.read(simple).iterator();
        var readings = new ArrayList<Reading>(attributes.size());
        for (AttributeDescriptor attribute : attributes) {
            readings.add(isBuffer(attribute) ? rows(reader, attribute) : values.next());
        }
        return readings;
    }

    private static boolean isBuffer(AttributeDescriptor attribute) {
        return attribute.classId() == InterfaceClass.PROFILE_GENERIC.classId()
                && attribute.attributeId() == Reading.VALUE;
    }

    private Reading rows(MeterReader reader, AttributeDescriptor buffer) throws IOException {
        var profile = new MeterReader.Listed(buffer.classId(), buffer.logicalName());
        return from == null && to == null
                ? reader.read(profile, Optional.empty())
                : reader.readRange(profile, time(from), time(to));
    }

    /// A time as the meter's wall shows it, or all of time.
    private static CosemDateTime time(@Nullable LocalDateTime time) {
        return time == null
                ? CosemTimes.OPEN
                : CosemDateTime.of(time, CosemDateTime.DEVIATION_NOT_SPECIFIED, CosemDateTime.STATUS_NOT_SPECIFIED);
    }
}
