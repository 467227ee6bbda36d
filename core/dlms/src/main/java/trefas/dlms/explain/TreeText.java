package trefas.dlms.explain;

import java.util.List;

/// Prints explanations as a tree for people: offset, octets, name and value of every part, with what is wrong
/// below it.
///
/// ```
/// 0000  C001C100080000010000FF0200   Get-Request: Clock 0-0:1.0.0*255 clock, attribute 2 time
/// 0001  01                             get-request: 1 get-request-normal
/// ```
///
/// Offsets are hexadecimal. Those in octets that were joined or deciphered begin again, with the number of that
/// source before them: `1:0000`.
public final class TreeText {

    private static final int OCTETS_SHOWN = 16;
    private static final int OCTETS_COLUMN = 2 * OCTETS_SHOWN + 3;
    private static final String INDENT = "  ";

    /// Gives a piece of the text its colour.
    @FunctionalInterface
    public interface Painter {
        Painter PLAIN = (role, text) -> text;

        String paint(Role role, String text);
    }

    /// What a piece of the text is.
    public enum Role {
        OFFSET,
        OCTETS,
        NAME,
        VALUE,
        NOTE,
        WARNING,
        FAULT
    }

    private TreeText() {}

    /// One line for each part, each ending with a line feed.
    public static String of(List<Explanation> explanations, Painter painter) {
        var text = new StringBuilder();
        explanations.forEach(explanation -> write(explanation, "", painter, text));
        return text.toString();
    }

    private static void write(Explanation explanation, String indent, Painter painter, StringBuilder text) {
        String octets = explanation.hex(OCTETS_SHOWN);
        text.append(painter.paint(Role.OFFSET, offset(explanation.source(), explanation.offset())))
                .append("  ")
                .append(painter.paint(Role.OCTETS, octets))
                .append(" ".repeat(OCTETS_COLUMN - octets.length()))
                .append(indent)
                .append(painter.paint(Role.NAME, explanation.name()));
        if (!explanation.value().isEmpty()) {
            text.append(": ").append(painter.paint(Role.VALUE, explanation.value()));
        }
        text.append('\n');
        for (Remark remark : explanation.remarks()) {
            text.append(painter.paint(Role.OFFSET, offset(explanation.source(), remark.offset())))
                    .append("  ")
                    .append(" ".repeat(OCTETS_COLUMN))
                    .append(indent)
                    .append(INDENT)
                    .append(
                            switch (remark.kind()) {
                                case NOTE -> painter.paint(Role.NOTE, "· " + remark.text());
                                case WARNING -> painter.paint(Role.WARNING, "! " + remark.text());
                                case UNVERIFIED -> painter.paint(Role.WARNING, "✗ " + remark.text());
                                case FAULT -> painter.paint(Role.FAULT, "✗ " + remark.text());
                            })
                    .append('\n');
        }
        explanation.parts().forEach(part -> write(part, indent + INDENT, painter, text));
    }

    private static String offset(Explanation.Source source, int offset) {
        String digits = String.format("%04X", offset);
        return source.number() == 0 ? digits : source.number() + ":" + digits;
    }
}
