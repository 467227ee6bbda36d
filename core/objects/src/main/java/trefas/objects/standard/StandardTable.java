package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.device.configuration.MeterConfiguration;

/// The object list of the standard model, by chapter (dossier G3). Objects whose state the meter does not have yet
/// are not here: none answers with an invented value. The order is that in which objects are told of a second.
final class StandardTable {

    private StandardTable() {}

    static List<StandardObject> of(MeterConfiguration configuration, StandardSettings settings) {
        var table = new ArrayList<StandardObject>();
        table.addAll(IdentityChapter.objects(settings));
        table.addAll(RegisterChapter.objects());
        table.addAll(TimeChapter.objects(configuration, settings));
        table.addAll(ProfileChapter.objects(configuration));
        table.addAll(ControlTable.of(configuration, settings));
        return table;
    }
}
