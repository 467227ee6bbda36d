package trefas.app.report;

import java.util.function.Function;
import trefas.app.report.Drawing.Paper;

/// What stands around every chart: heading, legend, the picture for wide and for narrow screens, its numbers as a
/// table for whoever reads rather than sees.
final class Figure {

    private Figure() {}

    /// @param legend HTML, may be empty
    /// @param height of the wide picture; the narrow one is a little lower
    /// @param numbers the same content as a table
    static String html(String title, String legend, int height, Function<Paper, String> picture, Table numbers) {
        return "<figure>\n<figcaption>" + Markup.escape(title) + "</figcaption>\n" + legend
                + picture.apply(Paper.wide(height))
                + picture.apply(Paper.narrow(Math.max(220, height - 40)))
                + "<details><summary>As a table</summary>\n" + numbers.html() + "</details>\n</figure>\n";
    }
}
