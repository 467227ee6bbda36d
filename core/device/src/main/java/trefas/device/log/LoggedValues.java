package trefas.device.log;

/// What the registers stand at when a logger takes a row.
@FunctionalInterface
public interface LoggedValues {

    /// The register as every protocol shows it: cut to its display step, unsigned 32 bit. A net register below zero
    /// is its two's complement of 32 bits; a time is seconds since 1970-01-01T00:00:00Z, 0 when there is none yet.
    /// Asked for means only where nobody logs them by itself.
    long value(LoggedRegister register);
}
