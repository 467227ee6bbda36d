package trefas.app;

import java.io.IOException;
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
import trefas.dlms.client.Outcome;
import trefas.transport.ReadResult;

/// `trefas set`: writes one attribute of a meter, and says what it was and what it is.
@Command(name = "set", description = "Write a value of a meter.", mixinStandardHelpOptions = true)
final class SetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "OBIS[:ATTRIBUTE]",
            converter = PathConverter.class,
            description =
                    "What to write: 1.0.0 is its value, 99.1.0:4 its attribute 4, 8/0-0:1.0.0*255:2 one of class 8.")
    private @Nullable ObjectPath path;

    @Parameters(
            index = "1",
            paramLabel = "VALUE",
            description = {
                "As the type that is there now, or with the type in front: u32:900, i8:-1, enum:1, bool:true,",
                "os:0A0B, vs:text, utf8:text, bits:1011, dt:2026-11-28T12:00, obis:1.8.0, null, {u8:1, u8:2}, [..],",
                "json:{\"enum\":\"1\"}, xml:<enum>1</enum>."
            })
    private String value = "";

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "Default table: one sentence. json and csv print what is there afterwards, as read does.")
    private ReadingPrinter output = ReadingPrinter.TABLE;

    SetCommand() {}

    @Override
    public Integer call() {
        return MeterAccess.use(connection, reader -> {
            ObjectPath wanted = Optional.ofNullable(path).orElseThrow();
            AttributeDescriptor attribute = reader.find(wanted, Reading.VALUE)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.REFUSED,
                            "The meter shows client " + connection.client() + " no object " + wanted.code() + "."));
            Optional<CosemData> before = read(reader, attribute);
            CosemData written = parsed(before);
            switch (reader.connection().set(attribute, written)) {
                case Outcome.Done _ -> print(attribute, before, read(reader, attribute), written);
                case Outcome.Refused(int _, String words) ->
                    throw new MeterReader.NotGivenException("The meter does not let " + name(attribute) + " be set to "
                            + CosemText.typeName(written) + " " + CosemText.oneLine(written) + ": " + words + ".");
            }
        });
    }

    private CosemData parsed(Optional<CosemData> before) {
        ValueText.Parsed parsed = before.isPresent() ? ValueText.parse(value, before.get()) : ValueText.parse(value);
        return switch (parsed) {
            case ValueText.Parsed.Value(CosemData data) -> data;
            case ValueText.Parsed.Unreadable(String expected) ->
                throw new CommandFailure(
                        ExitCode.WRONG_USAGE,
                        "\"" + value + "\" can't be written"
                                + before.map(now -> " where a " + CosemText.typeName(now) + " is")
                                        .orElse("")
                                + ": expected " + expected + ".");
        };
    }

    private static Optional<CosemData> read(MeterReader reader, AttributeDescriptor attribute) throws IOException {
        return reader.connection().get(attribute, Optional.empty()) instanceof ReadResult.Value(CosemData data)
                ? Optional.of(data)
                : Optional.empty();
    }

    private void print(
            AttributeDescriptor attribute, Optional<CosemData> before, Optional<CosemData> after, CosemData written) {
        var console = new Console(spec.commandLine().getOut());
        CosemData now = after.orElse(written);
        switch (output) {
            case TABLE ->
                console.line(
                        name(attribute) + ": " + before.map(CosemText::oneLine).orElse("not readable") + " -> "
                                + after.map(CosemText::oneLine).orElse(CosemText.oneLine(written) + " (not readable)"));
            case JSON, CSV ->
                console.line(output.print(List.of(new Reading(
                        attribute.logicalName(), now, Optional.empty(), List.of(), attribute.attributeId()))));
        }
    }

    private static String name(AttributeDescriptor attribute) {
        return attribute.logicalName() + ":" + attribute.attributeId();
    }
}
