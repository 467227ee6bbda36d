package trefas.app.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import trefas.app.input.UnusableInputException;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.CaptureFile;
import trefas.dlms.capture.CapturedMessages;
import trefas.dlms.explain.Conversation;
import trefas.dlms.explain.ExplainLimits;
import trefas.dlms.explain.Explanation;
import trefas.dlms.explain.Form;
import trefas.dlms.explain.Speaker;
import trefas.dlms.explain.Unsealer;

/// Where `trefas decode` takes its octets from: words of the command line, files and standard input, in
/// hexadecimal, as they are, or in a capture file.
public final class DecodeInput {

    /// Octets of a file that is read.
    public static final int FILE_OCTETS_MAX = 256 * 1_048_576;

    /// One message to explain.
    ///
    /// @param title who said it and when; empty when nobody knows
    /// @param connection the same for messages of one conversation
    public record Message(String title, String connection, Speaker speaker, Octets octets) {}

    private DecodeInput() {}

    /// Reads everything there is to explain.
    ///
    /// @param words file names, `-`, or hexadecimal octets
    /// @param port of the meter in capture files
    public static List<Message> read(List<String> words, InputStream standardInput, OptionalInt port)
            throws IOException, UnusableInputException {
        if (words.isEmpty() || words.equals(List.of("-"))) {
            return of(limited(standardInput, "the standard input"), "the standard input", port);
        }
        if (words.size() == 1) {
            Optional<Path> file = file(words.getFirst());
            if (file.isPresent()) {
                try (InputStream in = Files.newInputStream(file.get())) {
                    return of(limited(in, words.getFirst()), words.getFirst(), port);
                }
            }
        }
        return switch (HexText.read(String.join("\n", words))) {
            case HexText.Messages(var messages) -> separate(messages);
            case HexText.NotHex(String why) ->
                throw new UnusableInputException(
                        words.size() == 1
                                ? "\"" + words.getFirst() + "\" is neither a file nor hexadecimal octets"
                                : "these are not hexadecimal octets: " + why);
        };
    }

    private static Optional<Path> file(String word) {
        try {
            return Optional.of(Path.of(word)).filter(Files::exists);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private static byte[] limited(InputStream in, String name) throws IOException, UnusableInputException {
        byte[] octets = in.readNBytes(FILE_OCTETS_MAX + 1);
        if (octets.length > FILE_OCTETS_MAX) {
            throw new UnusableInputException(name + " is longer than " + FILE_OCTETS_MAX / 1_048_576 + " MB");
        }
        return octets;
    }

    private static List<Message> of(byte[] octets, String name, OptionalInt port) throws UnusableInputException {
        if (octets.length == 0) {
            throw new UnusableInputException(name + " is empty");
        }
        if (CaptureFile.isOne(octets)) {
            return captured(octets, name, port);
        }
        Optional<String> text = text(octets);
        if (text.isEmpty()) {
            return List.of(new Message("", "", Speaker.UNKNOWN, Octets.of(octets)));
        }
        return switch (HexText.read(text.get())) {
            case HexText.Messages(var messages) -> separate(messages);
            case HexText.NotHex(String why) -> throw new UnusableInputException(name + ", " + why);
        };
    }

    /// The octets as text, if they are printable.
    private static Optional<String> text(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            boolean isPrintable = text.chars()
                    .allMatch(character ->
                            character >= ' ' || character == '\n' || character == '\r' || character == '\t');
            return isPrintable ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static List<Message> captured(byte[] octets, String name, OptionalInt port) throws UnusableInputException {
        return switch (CaptureFile.read(octets)) {
            case CaptureFile.Unreadable(String why, int offset) ->
                throw new UnusableInputException(name + " is no usable capture: octet " + offset + ", " + why);
            case CaptureFile.Packets(var packets, boolean _) -> {
                var messages = CapturedMessages.of(packets, port).stream()
                        .map(message -> new Message(
                                CaptureTitle.of(message), message.connection(), message.speaker(), message.octets()))
                        .toList();
                if (messages.isEmpty()) {
                    throw new UnusableInputException(name + " has no DLMS message in its " + packets.size() + " packets"
                            + (port.isPresent() ? " on port " + port.getAsInt() : ""));
                }
                yield messages;
            }
        };
    }

    /// Lines that are messages of their own, when together they make no sense and each alone does.
    private static List<Message> separate(List<HexText.Message> messages) {
        var separate = new ArrayList<Message>();
        for (HexText.Message message : messages) {
            String title = switch (message.speaker()) {
                case CLIENT -> "client";
                case SERVER -> "server";
                case UNKNOWN -> "";
            };
            boolean isOnePerLine = message.lines().size() > 1
                    && !makesSense(message.octets())
                    && message.lines().stream().allMatch(DecodeInput::makesSense);
            if (isOnePerLine) {
                message.lines().forEach(line -> separate.add(new Message(title, "", message.speaker(), line)));
            } else {
                separate.add(new Message(title, "", message.speaker(), message.octets()));
            }
        }
        return separate;
    }

    private static boolean makesSense(Octets octets) {
        return new Conversation(ExplainLimits.DEFAULT, Unsealer.WITHOUT_KEYS)
                .explain(Form.of(octets), Speaker.UNKNOWN, octets).stream().allMatch(Explanation::isWellFormed);
    }
}
