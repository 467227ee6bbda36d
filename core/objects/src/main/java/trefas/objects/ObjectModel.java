package trefas.objects;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import trefas.cosem.InterfaceClass;
import trefas.device.configuration.MeterConfiguration;
import trefas.quantity.Obis;

/// All objects of the meters of one configuration. Exists once; a further meter costs none of it.
public final class ObjectModel {

    private final List<MeterObject> objects;
    /// Packed logical names in rising order, so that finding one allocates nothing.
    private final long[] names;

    private ObjectModel(List<MeterObject> objects) {
        this.objects = objects;
        this.names = objects.stream()
                .mapToLong(object -> object.logicalName().packed())
                .toArray();
        assert Arrays.stream(names).distinct().count() == names.length : "a logical name occurs twice";
    }

    /// The model of meters without an HDLC line, of a program nobody has given a version.
    public static ObjectModel of(MeterConfiguration configuration) {
        return of(configuration, Software.UNVERSIONED, Optional.empty());
    }

    /// The model of meters that are set up alike.
    ///
    /// @param line what their HDLC line works with, or empty when there is none
    public static ObjectModel of(MeterConfiguration configuration, Software software, Optional<HdlcSetup> line) {
        return of(configuration, software, line, List.of());
    }

    /// The model of meters some of whose modules have keys of their own.
    ///
    /// @param ciphering their client addresses; each has an invocation counter object 0-0:43.1.e, e its address
    public static ObjectModel of(
            MeterConfiguration configuration, Software software, Optional<HdlcSetup> line, List<Integer> ciphering) {
        return new ObjectModel(ObjectTable.of(configuration, software, line, ciphering).stream()
                .sorted(Comparator.comparingLong(object -> object.logicalName().packed()))
                .toList());
    }

    /// Objects this model holds.
    public int size() {
        return objects.size();
    }

    /// Something for every logical name, in order: for pages and tools.
    public <T> List<T> list(Function<Obis, T> item) {
        return objects.stream().map(MeterObject::logicalName).map(item).toList();
    }

    /// The class of an object, or empty when there is none of this name.
    public Optional<InterfaceClass> interfaceClass(Obis logicalName) {
        return find(logicalName).map(MeterObject::interfaceClass);
    }

    Optional<MeterObject> find(Obis logicalName) {
        int index = Arrays.binarySearch(names, logicalName.packed());
        return index < 0 ? Optional.empty() : Optional.of(objects.get(index));
    }

    List<MeterObject> objects() {
        return objects;
    }
}
