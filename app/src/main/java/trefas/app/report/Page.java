package trefas.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One self-contained HTML page: style inside, no script, nothing fetched from anywhere. Light or dark as the reader's
/// screen is, one column on a telephone and two on a desk.
public final class Page {

    private record Section(String heading, boolean isBroad, List<Fragment> fragments) {}

    private static final String MARK = "<svg class=\"mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
            + "<circle cx=\"12\" cy=\"12\" r=\"11\"/><g><path d=\"M12 12V4.6\"/><path d=\"M12 12l6.4 3.7\"/>"
            + "<path d=\"M12 12l-6.4 3.7\"/></g></svg>";

    private final String title;
    private final String subtitle;
    private final List<Section> sections = new ArrayList<>();
    private String footer = "";

    /// Starts a page.
    ///
    /// @param title what it is about, such as a file's name
    /// @param subtitle what was done, in a line
    public Page(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /// Adds a card with a heading; two stand side by side where there is room.
    public Page section(String heading, Fragment... fragments) {
        sections.add(new Section(heading, false, List.of(fragments)));
        return this;
    }

    /// Adds a card over the whole width.
    public Page broadSection(String heading, Fragment... fragments) {
        sections.add(new Section(heading, true, List.of(fragments)));
        return this;
    }

    /// The last line: what it was made by and how far it can be trusted.
    public Page footer(String sentence) {
        this.footer = sentence;
        return this;
    }

    /// The whole page.
    public String html() {
        var html = new StringBuilder(65_536);
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>");
        html.append(Markup.escape(title)).append(" – Trefas</title>\n<style>\n").append(style());
        html.append("</style>\n</head>\n<body>\n<header>").append(MARK).append("<div><h1>");
        html.append(Markup.escape(title)).append("</h1>\n<p>").append(Markup.escape(subtitle));
        html.append("</p></div></header>\n<main>\n");
        for (Section section : sections) {
            html.append(section.isBroad() ? "<section class=\"broad\">" : "<section>");
            html.append("<h2>").append(Markup.escape(section.heading())).append("</h2>\n");
            section.fragments().forEach(fragment -> html.append(fragment.html()));
            html.append("</section>\n");
        }
        html.append("</main>\n<footer>").append(Markup.escape(footer)).append("</footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String style() {
        try (InputStream css = Page.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is not in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("report.css can't be read from the jar", unreadable);
        }
    }
}
