package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;

/// A value the meter itself knows at any moment, classes 1 and 3. Nothing of it is copied: attribute 2 is read off
/// the meter, and nobody can write it.
final class LiveRegister implements Behaviour {

    private static final int VALUE = 2;

    /// Appends the value as it is now.
    @FunctionalInterface
    interface Reading {
        void write(Instance self, AxdrWriter out);
    }

    private final Reading reading;

    LiveRegister(Reading reading) {
        this.reading = reading;
    }

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (attributeId != VALUE || selection.isPresent()) {
            return Behaviour.super.read(self, attributeId, selection, value);
        }
        reading.write(self, value);
        return DataAccessResult.SUCCESS;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        return DataAccessResult.READ_WRITE_DENIED;
    }
}
