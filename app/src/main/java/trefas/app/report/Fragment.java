package trefas.app.report;

/// A piece of a page: a chart, a table, a paragraph.
@FunctionalInterface
public interface Fragment {

    /// The piece as HTML, ready to stand inside a section.
    String html();

    /// A paragraph of plain text.
    static Fragment text(String sentence) {
        return () -> "<p>" + Markup.escape(sentence) + "</p>\n";
    }
}
