package trefas.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trefas.app.decode.AlarmWords;
import trefas.app.decode.DecodeInput;
import trefas.app.decode.DecodePrinter;
import trefas.app.decode.DecodePrinter.Explained;
import trefas.app.input.UnusableInputException;
import trefas.dlms.explain.Conversation;
import trefas.dlms.explain.ExplainLimits;
import trefas.dlms.explain.Explanation;
import trefas.dlms.explain.Form;
import trefas.dlms.explain.KeyUnsealer;
import trefas.dlms.explain.Remark;
import trefas.dlms.explain.TreeText;

/// `trefas decode`: any DLMS octets as a tree, deciphered if there are keys.
@Command(
        name = "decode",
        description = "Explain HDLC frames, wrapper units, APDUs, pushes or A-XDR as a tree, and decipher them.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Ends with 0 when everything is understood, with 1 when octets are wrong or do not verify."})
final class DecodeCommand implements Callable<Integer> {

    private static final String ESCAPE = "\u001b[";

    /// What octets may be said to be.
    enum As {
        HDLC,
        WRAPPER,
        APDU,
        AXDR,
        /// Whatever a push comes in.
        PUSH;

        private Optional<Form> form() {
            return switch (this) {
                case HDLC -> Optional.of(Form.HDLC);
                case WRAPPER -> Optional.of(Form.WRAPPER);
                case APDU -> Optional.of(Form.APDU);
                case AXDR -> Optional.of(Form.AXDR);
                case PUSH -> Optional.empty();
            };
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|-|HEX",
            description = "Hexadecimal octets, a file with them, a binary file, pcapng or pcap; - is standard input.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--as",
            paramLabel = "hdlc|wrapper|apdu|axdr|push",
            description = "What the octets are (default: told from how they begin).")
    private @Nullable As as;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortOptions.Port.class,
            description = "In a capture, the meter's port (default: whatever looks like DLMS).")
    private @Nullable Integer port;

    @Mixin
    private DecipherOptions decipher = new DecipherOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "tree|json|xml",
            defaultValue = "tree",
            description = "Default tree.")
    private DecodePrinter output = DecodePrinter.TREE;

    DecodeCommand() {}

    @Override
    public Integer call() {
        List<Explained> explained = explain(messages());
        spec.commandLine().getOut().print(output.print(explained, painter()));
        spec.commandLine().getOut().flush();
        List<Remark> faults = remarks(explained, Remark.Kind.FAULT);
        if (!faults.isEmpty()) {
            Remark first = faults.getFirst();
            throw new CommandFailure(
                    ExitCode.FAILED,
                    String.format(
                            Locale.ROOT,
                            "Octet %04X can't be right: %s%s.",
                            first.offset(),
                            first.text(),
                            faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : ""));
        }
        List<Remark> unverified = remarks(explained, Remark.Kind.UNVERIFIED);
        if (!unverified.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    (unverified.size() == 1 ? "A protected APDU is" : unverified.size() + " protected APDUs are")
                            + " not verified: " + unverified.getFirst().text() + ".");
        }
        return ExitCode.OK;
    }

    private List<DecodeInput.Message> messages() {
        try {
            return DecodeInput.read(words, System.in, port == null ? OptionalInt.empty() : OptionalInt.of(port));
        } catch (UnusableInputException problem) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, sentence(String.valueOf(problem.getMessage())));
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    ExitCode.FAILED, String.join(" ", words) + " can't be read: " + unreadable.getMessage() + ".");
        }
    }

    private static String sentence(String part) {
        return Character.toUpperCase(part.charAt(0)) + part.substring(1) + ".";
    }

    private List<Explained> explain(List<DecodeInput.Message> messages) {
        var unsealer = new KeyUnsealer(decipher.keys());
        Map<String, Conversation> conversations = new HashMap<>();
        var explained = new ArrayList<Explained>();
        for (DecodeInput.Message message : messages) {
            Conversation conversation = conversations.computeIfAbsent(
                    message.connection(), _ -> new Conversation(ExplainLimits.DEFAULT, unsealer));
            Optional<Form> form = Optional.ofNullable(as).flatMap(As::form);
            explained.add(new Explained(
                    message.title(),
                    (form.isPresent()
                                    ? conversation.explain(form.get(), message.speaker(), message.octets())
                                    : conversation.explain(message.speaker(), message.octets()))
                            .stream().map(AlarmWords::in).toList()));
        }
        return explained;
    }

    private static List<Remark> remarks(List<Explained> messages, Remark.Kind kind) {
        return messages.stream()
                .flatMap(message -> message.explanations().stream())
                .flatMap((Explanation explanation) -> explanation.remarks(kind).stream())
                .toList();
    }

    /// Colours on a terminal only, and not where NO_COLOR asks for none.
    private static TreeText.Painter painter() {
        boolean isTerminal = Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false)
                && Optional.ofNullable(System.getenv("NO_COLOR")).isEmpty();
        return isTerminal ? DecodeCommand::coloured : TreeText.Painter.PLAIN;
    }

    private static String coloured(TreeText.Role role, String text) {
        String code = switch (role) {
            case OFFSET, OCTETS -> "90m";
            case NAME -> "36m";
            case VALUE -> "0m";
            case NOTE -> "90m";
            case WARNING -> "33m";
            case FAULT -> "31m";
        };
        return ESCAPE + code + text + ESCAPE + "0m";
    }
}
