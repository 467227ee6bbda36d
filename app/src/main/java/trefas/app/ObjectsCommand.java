package trefas.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trefas.app.read.MeterReader;
import trefas.app.read.ObjectsPrinter;
import trefas.app.read.ViewedObject;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.dlms.client.ServiceCall.AttributeRead;
import trefas.transport.ReadResult;

/// `trefas objects`: what a meter shows a client.
@Command(
        name = "objects",
        description = "List the objects a meter shows: class, version, name and what this client may do.",
        mixinStandardHelpOptions = true,
        footer = {"", "Rights: r read, w write, x call; +a, +e, +s if the request is authenticated, encrypted, signed."
        })
final class ObjectsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--values", description = "Read everything that is readable too; of profiles all but the rows.")
    private boolean values;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "Default table.")
    private ObjectsPrinter output = ObjectsPrinter.TABLE;

    ObjectsCommand() {}

    @Override
    public Integer call() {
        return MeterAccess.use(connection, reader -> {
            int version = reader.associationVersion();
            var printed = new ArrayList<ObjectsPrinter.Entry>();
            for (ViewedObject object : reader.objects()) {
                printed.add(new ObjectsPrinter.Entry(
                        object, version, values ? values(reader, object, version) : List.of()));
            }
            new Console(spec.commandLine().getOut()).line(output.print(printed));
        });
    }

    private static List<ObjectsPrinter.Value> values(MeterReader reader, ViewedObject object, int version)
            throws IOException {
        var attributes = object.attributes().stream()
                .filter(right -> object.isReadable(right, version))
                .filter(right -> !isLong(object, right.number()))
                .map(ViewedObject.Right::number)
                .toList();
        var reads = attributes.stream()
                .map(number -> new AttributeRead(
                        new AttributeDescriptor(object.classId(), object.obis(), number), Optional.empty()))
                .toList();
        var results = reader.connection().get(reads);
        var values = new ArrayList<ObjectsPrinter.Value>(results.size());
        for (int i = 0; i < results.size(); i++) {
            values.add(
                    switch (results.get(i)) {
                        case ReadResult.Value(CosemData data) ->
                            new ObjectsPrinter.Value(attributes.get(i), Optional.of(data), "");
                        case ReadResult.NotGiven(String reason) ->
                            new ObjectsPrinter.Value(attributes.get(i), Optional.empty(), reason);
                    });
        }
        return values;
    }

    /// Rows of a profile and the list that was just read: a command of their own shows them.
    private static boolean isLong(ViewedObject object, int attribute) {
        return attribute == 2 && (object.classId() == 7 || object.classId() == 15);
    }
}
