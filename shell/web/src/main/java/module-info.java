import org.jspecify.annotations.NullMarked;

/// The meter's face in a browser, and the HTTP API and event stream behind it. It shows what a [trefas.web.Desk] says
/// and passes on what people do; it decides nothing and knows no simulation.
@NullMarked
module trefas.web {
    requires transitive trefas.device;
    requires static transitive org.jspecify;
    requires jdk.httpserver;
    requires tools.jackson.core;

    exports trefas.web;
}
