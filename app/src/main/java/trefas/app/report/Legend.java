package trefas.app.report;

import java.util.List;

/// Names and colours above a chart, as text of the page so that it wraps.
final class Legend {

    private Legend() {}

    static String html(List<Series> series, boolean hasLimits) {
        var html = new StringBuilder("<p class=\"legend\">");
        for (Series one : series) {
            html.append("<span><i class=\"")
                    .append(one.isDashed() ? "dash " : "")
                    .append(one.tone().style())
                    .append("\"></i>")
                    .append(Markup.escape(one.name()))
                    .append("</span> ");
        }
        if (hasLimits) {
            html.append("<span><i class=\"dash limit\"></i>limit</span>");
        }
        return html.append("</p>\n").toString();
    }
}
