package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import trefas.device.configuration.MeterConfiguration;

/// The part of the standard model that acts on the supply and on the world outside: control, security, push, image
/// transfer, payment and ports. Objects whose state the meter does not have yet are not here.
final class ControlTable {

    private ControlTable() {}

    static List<StandardObject> of(MeterConfiguration configuration, StandardSettings settings) {
        var table = new ArrayList<StandardObject>();
        table.addAll(EventChapter.objects());
        table.addAll(SupplyChapter.objects());
        table.addAll(SecurityChapter.objects());
        table.addAll(UploadChapter.objects());
        table.addAll(PushChapter.objects());
        table.addAll(PaymentChapter.objects());
        table.addAll(PortChapter.objects(settings.ports()));
        return table;
    }
}
