package trefas.dlms.security;

import trefas.cosem.CosemData.Octets;

/// Which key an APDU of general-ciphering is encrypted with (key-info, IEC 62056-5-3).
sealed interface KeyChoice {

    int IDENTIFIED = 0;
    int WRAPPED = 1;
    int AGREED = 2;

    /// The only key that wraps: the master key.
    int MASTER_KEY = 0;

    /// Nothing is said: the global unicast key.
    record Unsaid() implements KeyChoice {}

    /// A key both know: 0 the global unicast key, 1 the global broadcast key.
    record Identified(int id) implements KeyChoice {}

    /// A key made for this, wrapped in the master key.
    record Wrapped(int master, Octets key) implements KeyChoice {}

    /// A key both compute.
    ///
    /// @param parameters 01 one ephemeral and one static key, 02 two static keys
    /// @param data the ephemeral public key and its signature, or nothing
    record Agreed(Octets parameters, Octets data) implements KeyChoice {}
}
