package trefas.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A whole HTTP answer, before it is on the wire.
///
/// @param headers besides content type and length
record Answer(int status, String contentType, Map<String, String> headers, String body) {

    static final String JSON = "application/json";
    static final String PROBLEM_JSON = "application/problem+json";

    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final int NOT_MODIFIED = 304;
    static final int BAD_REQUEST = 400;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int CONFLICT = 409;
    static final int CONTENT_TOO_LARGE = 413;
    static final int UNSUPPORTED_MEDIA_TYPE = 415;
    static final int BROKEN = 500;
    static final int UNAVAILABLE = 503;

    private static final Map<String, String> NEVER_STORED = Map.of("Cache-Control", "no-store");

    static Answer json(String body) {
        return new Answer(OK, JSON, NEVER_STORED, body);
    }

    static Answer done() {
        return new Answer(NO_CONTENT, JSON, NEVER_STORED, "");
    }

    /// An error as RFC 9457 words it.
    ///
    /// @param detail one sentence for the person who has to mend it
    static Answer problem(int status, String detail) {
        String body = Json.object(json -> {
            json.writeStringProperty("type", "about:blank");
            json.writeStringProperty("title", title(status));
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
        });
        return new Answer(status, PROBLEM_JSON, NEVER_STORED, body);
    }

    static Answer notAllowed(String allowed) {
        Answer problem = problem(METHOD_NOT_ALLOWED, "This address takes " + allowed + " only.");
        return new Answer(problem.status, problem.contentType, Map.of("Allow", allowed), problem.body);
    }

    byte[] octets() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String title(int status) {
        return switch (status) {
            case BAD_REQUEST -> "Bad Request";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "Not Found";
            case METHOD_NOT_ALLOWED -> "Method Not Allowed";
            case CONFLICT -> "Conflict";
            case CONTENT_TOO_LARGE -> "Content Too Large";
            case UNSUPPORTED_MEDIA_TYPE -> "Unsupported Media Type";
            case BROKEN -> "Internal Server Error";
            case UNAVAILABLE -> "Service Unavailable";
            default -> "Error";
        };
    }
}
