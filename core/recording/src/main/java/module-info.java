import org.jspecify.annotations.NullMarked;

/// Recorded waveforms: octets in, sample blocks out. Opens no file.
@NullMarked
module trefas.recording {
    requires transitive trefas.metrology;
    requires static transitive org.jspecify;

    exports trefas.recording;
}
