package trefas.storage;

/// How much a power cut of the machine may cost. A killed process loses nothing under any of them, because every save
/// is with the operating system before it returns.
public enum Durability {
    /// Every save waits until the disk has it. A power cut loses nothing; a few thousand saves per second at most.
    EACH_WRITE,

    /// Saves wait for nothing; whoever owns the memory calls [RocksMemory#flush] at least every
    /// [#GROUP_MILLISECONDS_MAX]. A power cut loses what was saved since the last flush.
    GROUP,

    /// Saves wait for nothing and the operating system writes when it likes. A power cut may lose the last half minute.
    OPERATING_SYSTEM;

    /// The longest time between two flushes that still deserves the name [#GROUP].
    public static final int GROUP_MILLISECONDS_MAX = 1_000;
}
