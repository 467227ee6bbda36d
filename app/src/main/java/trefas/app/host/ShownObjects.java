package trefas.app.host;

import java.util.Map;
import trefas.cosem.LogicalDevice;
import trefas.device.memory.RecordName;
import trefas.metrology.OneSecondValues;

/// The objects a meter in its shell shows: one of the two models, and what of it lives in time and in the
/// permanent memory beside the meter's own records. Confined to the meter's one writer.
sealed interface ShownObjects permits OwnObjects, StandardObjects {

    /// Makes the objects of one meter of what its shell lends.
    interface Model {
        ShownObjects of(Lent lent);
    }

    /// What clients ask.
    LogicalDevice device();

    /// The world's values on their way into the meter: open contacts let nothing through.
    void let(OneSecondValues values);

    /// The meter has stepped one second, with or without supply.
    void secondElapsed();

    /// True when [#records] must be saved for nothing to be lost.
    boolean isChanged();

    /// What changed since it was last saved.
    Map<RecordName, byte[]> records();

    /// Tells that the records are kept; what was waiting for that may go out.
    void saved();
}
