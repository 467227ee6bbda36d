import org.jspecify.annotations.NullMarked;

/// DLMS without I/O: octets in, octets out, for server and client. Knows no meter, no socket and no clock.
@NullMarked
module trefas.dlms {
    requires transitive trefas.cosem;
    requires transitive trefas.security;
    requires static transitive org.jspecify;

    exports trefas.dlms;
    exports trefas.dlms.acse;
    exports trefas.dlms.client;
    exports trefas.dlms.hdlc;
    exports trefas.dlms.security;
    exports trefas.dlms.server;
    exports trefas.dlms.wrapper;
    exports trefas.dlms.xdlms;
}
