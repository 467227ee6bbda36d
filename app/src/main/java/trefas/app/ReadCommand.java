package trefas.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import trefas.app.read.MeterReader;
import trefas.app.read.Reading;
import trefas.app.read.ReadingPrinter;
import trefas.app.settings.RunSettings;
import trefas.cosem.CosemDateTime;
import trefas.cosem.InterfaceClass;
import trefas.dlms.acse.AssociationSettings;
import trefas.objects.Association;
import trefas.quantity.Obis;
import trefas.transport.AssociationRejectedException;
import trefas.transport.TcpTimeouts;

/// `trefas read`: values of any DLMS meter that speaks the wrapper over TCP.
@Command(
        name = "read",
        description = "Read values from a meter, ours or any DLMS meter over TCP.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    private static final int PUBLIC_CLIENT = 16;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "OBIS",
            description =
                    "What to read: 1.8.0, 1-1:1.8.0*255 or 1.1.1.8.0.255. A profile such as 99.1.0 gives its rows.")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--host", paramLabel = "NAME", defaultValue = "localhost", description = "Default localhost.")
    private String host = "localhost";

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortOptions.Port.class,
            defaultValue = "4059",
            description = "Default 4059.")
    private int port = RunSettings.DLMS_PORT;

    @Option(
            names = "--client",
            paramLabel = "N",
            defaultValue = "18",
            description = "Client address: 16 without password, 18 with (default 18).")
    private int client = Association.PRIMARY_MODULE.clientSap();

    @Option(names = "--server", paramLabel = "N", description = "Logical device (default 1 for client 16, else 16).")
    private @Nullable Integer server;

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            defaultValue = RunSettings.PASSWORD,
            description = "Password of the association (default ${DEFAULT-VALUE}); client 16 has none.")
    private String password = RunSettings.PASSWORD;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Rows of a profile from this local time, such as 2026-11-22T14:00.")
    private @Nullable LocalDateTime from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Time.class,
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
        for (String code : codes) {
            if (Obis.parse(code).isEmpty()) {
                throw new CommandFailure(
                        ExitCode.WRONG_USAGE,
                        "\"" + code + "\" is not an OBIS code, expected one such as 1.8.0 or 1-1:1.8.0*255.");
            }
        }
        try (var reader = MeterReader.open(new InetSocketAddress(host, port), settings(), TcpTimeouts.DEFAULT)) {
            var readings = new ArrayList<Reading>();
            for (String code : codes) {
                readings.add(read(reader, code));
            }
            new Console(spec.commandLine().getOut()).line(output.print(readings));
            return ExitCode.OK;
        } catch (AssociationRejectedException | MeterReader.NotGivenException refused) {
            throw new CommandFailure(ExitCode.REFUSED, String.valueOf(refused.getMessage()));
        } catch (IOException failed) {
            throw new CommandFailure(ExitCode.PORT_OR_CONNECTION, String.valueOf(failed.getMessage()));
        }
    }

    private AssociationSettings settings() {
        boolean isPublic = client == PUBLIC_CLIENT;
        int device =
                Optional.ofNullable(server).orElse(isPublic ? Association.PUBLIC_SERVER : Association.METER_SERVER);
        return AssociationSettings.ofReader(client, device, isPublic ? "" : password);
    }

    private Reading read(MeterReader reader, String code) throws IOException {
        MeterReader.Listed object = reader.find(code)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.REFUSED, "The meter shows client " + client + " no object " + code + "."));
        boolean isProfile = object.classId() == InterfaceClass.PROFILE_GENERIC.classId();
        if (!isProfile || (from == null && to == null)) {
            return reader.read(object, Optional.empty());
        }
        return reader.readRange(object, time(from), time(to));
    }

    /// A time as the meter's wall shows it, or all of time.
    private static CosemDateTime time(@Nullable LocalDateTime time) {
        return time == null
                ? new CosemDateTime(
                        CosemDateTime.YEAR_NOT_SPECIFIED,
                        CosemDateTime.NOT_SPECIFIED,
                        CosemDateTime.NOT_SPECIFIED,
                        CosemDateTime.NOT_SPECIFIED,
                        CosemDateTime.NOT_SPECIFIED,
                        CosemDateTime.NOT_SPECIFIED,
                        CosemDateTime.NOT_SPECIFIED,
                        CosemDateTime.NOT_SPECIFIED,
                        CosemDateTime.DEVIATION_NOT_SPECIFIED,
                        CosemDateTime.STATUS_NOT_SPECIFIED)
                : CosemDateTime.of(time, CosemDateTime.DEVIATION_NOT_SPECIFIED, CosemDateTime.STATUS_NOT_SPECIFIED);
    }

    /// A local time on the command line.
    static final class Time implements ITypeConverter<LocalDateTime> {
        Time() {}

        @Override
        public LocalDateTime convert(String text) {
            try {
                return text.contains("T") ? LocalDateTime.parse(text) : LocalDateTime.parse(text + "T00:00");
            } catch (DateTimeParseException notATime) {
                throw new TypeConversionException(
                        "\"" + text + "\" is not a time such as 2026-11-22T14:00 or 2026-11-22");
            }
        }
    }
}
