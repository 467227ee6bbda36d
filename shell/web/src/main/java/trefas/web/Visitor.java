package trefas.web;

import com.sun.net.httpserver.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who may speak to a server that has no passwords: programs of this computer and the page it served itself. A page
/// from elsewhere must neither press buttons nor, by a name that points here, read along.
final class Visitor {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private Visitor() {}

    /// One sentence why not, or empty.
    ///
    /// @param changes whether the request would change something
    static Optional<String> refusal(Headers headers, boolean changes) {
        String host = Optional.ofNullable(headers.getFirst("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (!OWN_NAMES.contains(nameOf(host))) {
            return Optional.of("This server answers to localhost only, not to \"" + host + "\".");
        }
        if (!changes) {
            return Optional.empty();
        }
        Optional<String> origin = Optional.ofNullable(headers.getFirst("Origin"));
        if (origin.isPresent() && !origin.get().toLowerCase(Locale.ROOT).equals("http://" + host)) {
            return Optional.of("A page from " + origin.get() + " may not drive this meter.");
        }
        Optional<String> site = Optional.ofNullable(headers.getFirst("Sec-Fetch-Site"));
        if (site.isPresent() && !OWN_SITE.contains(site.get())) {
            return Optional.of("A page from another site may not drive this meter.");
        }
        return Optional.empty();
    }

    /// The host without its port; an IPv6 address keeps its brackets.
    private static String nameOf(String host) {
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }
}
