package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;

/// What an object does beside keeping its attributes. Holds no state of a meter, so one instance serves them all;
/// what a meter changed is behind the [Instance] every call is given. Rights and types are checked before anything
/// here is asked, so a behaviour only looks at what the type can't say.
public interface Behaviour {

    /// Keeps its attributes and has no methods.
    Behaviour PLAIN = new Behaviour() {};

    /// Appends the value of an attribute from 2 on, or says why not and appends nothing.
    default DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (selection.isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        Axdr.encode(self.value(attributeId), value);
        return DataAccessResult.SUCCESS;
    }

    /// Takes a value that fits the attribute's type, wholly or not at all.
    default DataAccessResult write(Instance self, int attributeId, CosemData value) {
        self.put(attributeId, value);
        return DataAccessResult.SUCCESS;
    }

    /// True for an attribute that is written into the meter itself, where it can't be put back.
    default boolean isOfMeter(int attributeId) {
        return false;
    }

    /// Carries out a method.
    ///
    /// @param parameter fits the method's type; null-data when the client sent none
    /// @param returned takes one value, if the method answers with one
    default ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        return ActionResult.OBJECT_UNAVAILABLE;
    }

    /// True when [#second] and [#resumed] are to be called.
    default boolean isTimed() {
        return false;
    }

    /// One second has passed, the one after the last this object was told of.
    ///
    /// @param at its end, in seconds since 1970-01-01T00:00:00Z, as the model's clock counts them
    default void second(Instance self, long at) {}

    /// Seconds are missing: the meter was without supply, is new, or its clock was set.
    ///
    /// @param after end of the last second before, or `at` when there was none
    /// @param at end of the first second after
    default void resumed(Instance self, long after, long at) {}

    /// True when [#written] is to be called.
    default boolean watchesWrites() {
        return false;
    }

    /// A client changed an attribute of some object.
    default void written(Instance self, int classId, Instance other, int attributeId, CosemData value) {}
}
