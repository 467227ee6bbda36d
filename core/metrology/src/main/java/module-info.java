import org.jspecify.annotations.NullMarked;

/// Samples and phasors to the values a meter refreshes once a second. Knows no register and no clock.
@NullMarked
module trefas.metrology {
    requires transitive trefas.quantity;
    requires static transitive org.jspecify;
    // The fast path of the sums; without it (--add-modules jdk.incubator.vector) plain loops give the same answers.
    requires static jdk.incubator.vector;

    exports trefas.metrology;
    exports trefas.metrology.accuracy;
    exports trefas.metrology.event;
    exports trefas.metrology.flicker;
    exports trefas.metrology.interval;
    exports trefas.metrology.kernel;
    exports trefas.metrology.measurement;
    exports trefas.metrology.quality;
    exports trefas.metrology.spectrum;
}
