package trefas.objects.standard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import trefas.device.configuration.MeterConfiguration;
import trefas.quantity.Obis;

/// All objects of the meters of one configuration in the standard model. Exists once; a further meter costs none
/// of it.
public final class StandardModel {

    private static final int ELECTRICITY = 1;
    private static final int REGISTER = 3;
    private static final int EXTENDED_REGISTER = 4;

    /// Group F of a value that belongs to no earlier billing period.
    private static final long NOT_IN_THE_PAST = 0xFF;

    private final MeterConfiguration configuration;
    private final StandardSettings settings;
    private final List<StandardObject> objects;
    /// Packed logical names in rising order, so that finding one allocates nothing.
    private final long[] names;
    private final List<StandardObject> timed;
    private final List<StandardObject> watching;

    private StandardModel(MeterConfiguration configuration, StandardSettings settings, List<StandardObject> objects) {
        this.configuration = configuration;
        this.settings = settings;
        this.objects = objects.stream()
                .sorted(Comparator.comparingLong(object -> object.logicalName().packed()))
                .toList();
        this.names = this.objects.stream()
                .mapToLong(object -> object.logicalName().packed())
                .toArray();
        this.timed =
                objects.stream().filter(object -> object.behaviour().isTimed()).toList();
        this.watching = objects.stream()
                .filter(object -> object.behaviour().watchesWrites())
                .toList();
        if (Arrays.stream(names).distinct().count() != names.length) {
            throw new IllegalArgumentException("a logical name occurs twice");
        }
    }

    public static StandardModel of(MeterConfiguration configuration, StandardSettings settings) {
        return of(configuration, settings, StandardTable.of(configuration, settings));
    }

    /// A model of other objects: for tests, and for whoever needs fewer or more.
    public static StandardModel of(
            MeterConfiguration configuration, StandardSettings settings, List<StandardObject> objects) {
        return new StandardModel(configuration, settings, objects);
    }

    public MeterConfiguration configuration() {
        return configuration;
    }

    public StandardSettings settings() {
        return settings;
    }

    /// All objects by logical name.
    public List<StandardObject> objects() {
        return objects;
    }

    /// The object of a name. Names of earlier billing periods are those of the object they are the past of.
    public Optional<StandardObject> find(Obis logicalName) {
        int index = Arrays.binarySearch(names, logicalName.packed());
        if (index >= 0) {
            return Optional.of(objects.get(index));
        }
        return History.isPeriod(logicalName.f()) ? past(logicalName) : Optional.empty();
    }

    private Optional<StandardObject> past(Obis logicalName) {
        int index = Arrays.binarySearch(names, logicalName.packed() | NOT_IN_THE_PAST);
        boolean isRecorded = index >= 0
                && logicalName.a() == ELECTRICITY
                && isRegister(objects.get(index).interfaceClass().classId())
                && find(History.PROFILE).isPresent();
        return isRecorded ? Optional.of(History.of(objects.get(index), logicalName.f())) : Optional.empty();
    }

    private static boolean isRegister(int classId) {
        return classId == REGISTER || classId == EXTENDED_REGISTER;
    }

    /// Objects that live by the second, in the order of the table: an object may rely on those before it.
    List<StandardObject> timed() {
        return timed;
    }

    List<StandardObject> watching() {
        return watching;
    }
}
