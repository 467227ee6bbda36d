package trefas.app.report;

import java.util.Locale;

/// Writes one SVG picture of a given size. Colours and fonts come from the page's style sheet by class.
final class Drawing {

    /// A picture's size on paper and the class that shows it: every chart is drawn twice, so that its letters are
    /// as large on a telephone as on a desk.
    record Paper(int width, int height, String style) {
        static Paper wide(int height) {
            return new Paper(640, height, "wide");
        }

        static Paper narrow(int height) {
            return new Paper(340, height, "narrow");
        }

        boolean isNarrow() {
            return width < 500;
        }
    }

    private final StringBuilder svg = new StringBuilder(4_096);

    Drawing(Paper paper, String title, String description) {
        svg.append("<svg class=\"chart ")
                .append(paper.style())
                .append("\" viewBox=\"0 0 ")
                .append(paper.width())
                .append(' ')
                .append(paper.height())
                .append("\" role=\"img\" aria-label=\"")
                .append(Markup.escape(title))
                .append("\">\n<title>")
                .append(Markup.escape(title))
                .append("</title>\n<desc>")
                .append(Markup.escape(description))
                .append("</desc>\n");
    }

    /// A coordinate, to a tenth.
    static String at(double place) {
        String text = String.format(Locale.ROOT, "%.1f", place);
        String plain = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return plain.equals("-0") ? "0" : plain;
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"")
                .append(style)
                .append("\" x1=\"")
                .append(at(x1))
                .append("\" y1=\"")
                .append(at(y1));
        svg.append("\" x2=\"").append(at(x2)).append("\" y2=\"").append(at(y2)).append("\"/>\n");
    }

    void rectangle(String style, double x, double y, double width, double height) {
        svg.append("<rect class=\"")
                .append(style)
                .append("\" x=\"")
                .append(at(x))
                .append("\" y=\"")
                .append(at(y));
        svg.append("\" width=\"").append(at(Math.max(0, width)));
        svg.append("\" height=\"").append(at(Math.max(0, height))).append("\"/>\n");
    }

    void circle(String style, double x, double y, double radius) {
        svg.append("<circle class=\"")
                .append(style)
                .append("\" cx=\"")
                .append(at(x))
                .append("\" cy=\"")
                .append(at(y));
        svg.append("\" r=\"").append(at(radius)).append("\"/>\n");
    }

    /// @param path in SVG's own words, such as `M0 0L10 10`
    void path(String style, String path) {
        svg.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
    }

    /// @param style may name `start`, `middle` or `end` for the side that is held
    void text(String style, double x, double y, String text) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(at(x))
                .append("\" y=\"")
                .append(at(y));
        svg.append("\">").append(Markup.escape(text)).append("</text>\n");
    }

    /// Begins an area that cuts off whatever reaches over its edge; its own upper left corner is at 0, 0.
    void beginArea(double x, double y, double width, double height) {
        svg.append("<svg x=\"")
                .append(at(x))
                .append("\" y=\"")
                .append(at(y))
                .append("\" width=\"")
                .append(at(width));
        svg.append("\" height=\"").append(at(height)).append("\">\n");
    }

    void endArea() {
        svg.append("</svg>\n");
    }

    /// The picture, which is then finished.
    String finish() {
        return svg.append("</svg>\n").toString();
    }
}
