import org.jspecify.annotations.NullMarked;

/// The meters' permanent memory on disk, and one on the heap for demonstrations. Everything here answers to the core's
/// [trefas.device.memory.PermanentMemory]; nobody outside learns which database is underneath.
@NullMarked
module trefas.storage {
    requires transitive trefas.device;
    requires static transitive org.jspecify;
    requires rocksdbjni;

    exports trefas.storage;
}
