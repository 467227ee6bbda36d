package trefas.app;

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
import trefas.app.read.MeterReader;
import trefas.app.read.ObjectPath;
import trefas.app.read.Reading;
import trefas.app.read.ReadingPrinter;
import trefas.app.read.ValueText;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.CosemText;
import trefas.cosem.MethodDescriptor;
import trefas.dlms.client.Outcome;
import trefas.dlms.client.ServiceCall.MethodCall;

/// `trefas action`: calls one method of an object of a meter.
@Command(name = "action", description = "Call a method of a meter.", mixinStandardHelpOptions = true)
final class ActionCommand implements Callable<Integer> {

    /// What methods without parameters are called with (dossier D5).
    private static final CosemData NOTHING = new CosemData.Int8(0);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OBIS:METHOD",
            converter = PathConverter.class,
            description = "What to call: 96.3.10:1, or 70/0-0:96.3.10*255:1 when the meter does not list it.")
    private @Nullable ObjectPath path;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VALUE",
            description =
                    "The parameter with its type, such as i8:0 (default), u16:3, {u8:1, os:0A}, json:.. or xml:..")
    private @Nullable String value;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "Default table.")
    private ReadingPrinter output = ReadingPrinter.TABLE;

    ActionCommand() {}

    @Override
    public Integer call() {
        ObjectPath wanted = Optional.ofNullable(path).orElseThrow();
        if (wanted.member().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE,
                    "Which method of " + wanted.code() + "? Expected " + wanted.code() + ":1 or so.");
        }
        CosemData parameter = parameter();
        return MeterAccess.use(connection, reader -> {
            AttributeDescriptor found = reader.find(wanted, 1)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.REFUSED,
                            "The meter shows client " + connection.client() + " no object " + wanted.code() + "."));
            var method = new MethodDescriptor(found.classId(), found.logicalName(), found.attributeId());
            String name = method.logicalName() + ":" + method.methodId();
            switch (reader.connection().invoke(new MethodCall(method, Optional.of(parameter)))) {
                case Outcome.Done(Optional<CosemData> returned) -> print(method, name, returned);
                case Outcome.Refused(int _, String words) ->
                    throw new MeterReader.NotGivenException(
                            "The meter does not carry out method " + name + ": " + words + ".");
            }
        });
    }

    private CosemData parameter() {
        if (value == null) {
            return NOTHING;
        }
        return switch (ValueText.parse(value)) {
            case ValueText.Parsed.Value(CosemData data) -> data;
            case ValueText.Parsed.Unreadable(String expected) ->
                throw new CommandFailure(
                        ExitCode.WRONG_USAGE, "\"" + value + "\" is no parameter: expected " + expected + ".");
        };
    }

    private void print(MethodDescriptor method, String name, Optional<CosemData> returned) {
        var console = new Console(spec.commandLine().getOut());
        switch (output) {
            case TABLE ->
                console.line(name + ": done"
                        + returned.map(data -> ", returned " + CosemText.oneLine(data))
                                .orElse(""));
            case JSON, CSV ->
                console.line(output.print(List.of(new Reading(
                        method.logicalName(),
                        returned.orElse(new CosemData.NullData()),
                        Optional.empty(),
                        List.of(),
                        method.methodId()))));
        }
    }
}
