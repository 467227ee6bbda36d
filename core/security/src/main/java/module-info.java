import org.jspecify.annotations.NullMarked;

/// What DLMS/COSEM security is made of: suites, keys, counters, policies and the arithmetic on them (Green Book,
/// security). Knows no APDU, no object and no meter; the primitives are the Java platform's.
@NullMarked
module trefas.security {
    requires static transitive org.jspecify;

    exports trefas.security;
}
