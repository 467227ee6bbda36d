package trefas.dlms.explain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import trefas.cosem.CosemData.Octets;

/// A conversation kept as a file: lines `C: hex` and `S: hex` for the two ends, `APDU: hex` and `AXDR: hex` for
/// octets on their own, `#` for comments; and the tree it must give, in a file beside it.
record ExplainedFile(String name, List<Line> lines) {

    record Line(String mark, Octets octets) {}

    ExplainedFile {
        lines = List.copyOf(lines);
    }

    static ExplainedFile read(String name) throws IOException {
        var lines = new ArrayList<Line>();
        for (String line : text(name + ".hex").lines().toList()) {
            if (!line.startsWith("#")) {
                int colon = line.indexOf(':');
                lines.add(new Line(line.substring(0, colon), Octets.ofHex(line.substring(colon + 1))));
            }
        }
        return new ExplainedFile(name, lines);
    }

    /// The tree that was looked through and kept.
    String golden() throws IOException {
        return text(name + ".tree.txt");
    }

    String tree(Unsealer unsealer) {
        var conversation = new Conversation(ExplainLimits.DEFAULT, unsealer);
        var text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.mark())
                    .append('\n')
                    .append(TreeText.of(explain(line, conversation), TreeText.Painter.PLAIN));
        }
        return text.toString();
    }

    static List<Explanation> explain(Line line, Conversation conversation) {
        return switch (line.mark()) {
            case "C" -> conversation.explain(Speaker.CLIENT, line.octets());
            case "S" -> conversation.explain(Speaker.SERVER, line.octets());
            case "APDU" -> conversation.explain(Form.APDU, Speaker.UNKNOWN, line.octets());
            case "AXDR" -> conversation.explain(Form.AXDR, Speaker.UNKNOWN, line.octets());
            default -> throw new IllegalArgumentException(line.mark());
        };
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ExplainedFile.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
