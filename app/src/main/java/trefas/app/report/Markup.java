package trefas.app.report;

/// Text that is safe between tags and in quoted attributes, whatever a file's owner called his channels.
final class Markup {

    private Markup() {}

    /// The same text for the reader, with nothing in it that a browser would take for markup. Control characters,
    /// which HTML does not allow, become spaces.
    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
            }
        });
        return safe.toString();
    }
}
