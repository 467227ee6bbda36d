package trefas.objects;

import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.Requester;
import trefas.device.Meter;

/// Who asks one meter for what, or tells it what.
///
/// @param association the row of the table the requester came through
/// @param selection a part of the attribute, or empty for all of it
record Question(MeterDevice device, Association association, Requester requester, Optional<AccessSelection> selection) {

    Meter meter() {
        return device.meter();
    }
}
