package trefas.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.InterfaceClass;
import trefas.device.configuration.MeterConfiguration;
import trefas.quantity.Obis;
import trefas.security.CounterUse;
import trefas.security.SecurityAccess;

/// The meter's object list (dossier 20), one line for each logical name. Objects whose state the meter does not
/// have yet are not here: none answers with an invented value. `docs/objects.md` lists all of them, served or not.
final class ObjectTable {

    static final Obis CLOCK = Obis.of("0-1:1.0.0*255");
    static final Obis ASSOCIATION = Obis.of("0-0:40.0.0*255");

    private static final boolean PUBLICLY = true;

    private ObjectTable() {}

    /// @param line what the HDLC line works with, or empty when there is none
    /// @param ciphering clients that have keys and counters of their own
    static List<MeterObject> of(
            MeterConfiguration configuration, Software software, Optional<HdlcSetup> line, List<Integer> ciphering) {
        var table = new ArrayList<MeterObject>();
        line.ifPresent(setup -> table.add(new MeterObject(
                Obis.of("0-0:22.0.0*255"), InterfaceClass.IEC_HDLC_SETUP, PUBLICLY, hdlcAttributes(setup))));
        table.add(new MeterObject(ASSOCIATION, InterfaceClass.ASSOCIATION_LN, PUBLICLY, AssociationObject.ATTRIBUTES));
        table.add(new MeterObject(
                Obis.of("0-0:41.0.0*255"),
                InterfaceClass.SAP_ASSIGNMENT,
                PUBLICLY,
                List.of(AssociationObject.SAP_LIST)));
        table.add(MeterObject.data(
                "0-0:42.0.0*255", PUBLICLY, Attribute.whole(AssociationObject::writeLogicalDeviceName)));
        // Not in the dossier: where a management client that has lost count may go on (decision 0023).
        table.add(MeterObject.data(
                "0-0:43.1.0*255",
                PUBLICLY,
                Attribute.asked(
                        (question, out) -> writeHighestCounter(question.device().security(), out))));
        // "e = association" (dossier E9), and what tells our associations apart is the client.
        ciphering.forEach(client -> table.add(MeterObject.data(
                "0-0:43.1." + client + "*255",
                PUBLICLY,
                Attribute.asked(
                        (question, out) -> writeHighestCounter(question.device().securityOf(client), out)))));
        table.add(new MeterObject(CLOCK, InterfaceClass.CLOCK, PUBLICLY, ClockObject.ATTRIBUTES, ClockObject.METHODS));
        table.add(MeterObject.data("1-1:96.52.11*255", !PUBLICLY, ClockObject.DAYLIGHT_SAVING_CONFIG));
        table.add(MeterObject.data(
                "1-1:134.0.21*255",
                !PUBLICLY,
                Attribute.whole((meter, out) ->
                        out.unsigned(meter.configuration().clock().plan().isSouthern() ? 1 : 0))));
        table.addAll(LoggerObjects.of(configuration));
        table.addAll(NumberObjects.of(software));
        table.addAll(RegisterObjects.of(configuration));
        table.addAll(MomentaryObjects.all());
        table.addAll(TariffObjects.all());
        table.addAll(LoadObjects.all());
        table.addAll(ModuleObjects.all());
        table.addAll(DebitingObjects.all());
        table.addAll(StatusObjects.all());
        table.addAll(SupplyObjects.all());
        table.addAll(MeanObjects.of(configuration.energyFormat()));
        table.addAll(CapturedObjects.all());
        return table;
    }

    /// The highest counter received under the unicast key: a client goes on one above (dossier C6).
    private static void writeHighestCounter(Optional<SecurityAccess> security, AxdrWriter out) {
        out.doubleLongUnsigned(security.map(access -> access.with(state -> state.highestReceived(CounterUse.UNICAST)))
                .orElse(0L));
    }

    /// As the line is set up when it opens; it is not set up anew while it works.
    private static List<Attribute> hdlcAttributes(HdlcSetup setup) {
        return List.of(
                Attribute.whole((_, out) -> out.enumerated(setup.commSpeed())),
                Attribute.whole((_, out) -> out.unsigned(setup.windowTransmit())),
                Attribute.whole((_, out) -> out.unsigned(setup.windowReceive())),
                Attribute.whole((_, out) -> out.longUnsigned(setup.informationOctetsTransmit())),
                Attribute.whole((_, out) -> out.longUnsigned(setup.informationOctetsReceive())),
                Attribute.whole((_, out) -> out.longUnsigned(setup.interOctetMilliseconds())),
                Attribute.whole((_, out) -> out.longUnsigned(setup.inactivitySeconds())),
                Attribute.whole((_, out) -> out.longUnsigned(setup.deviceAddress())));
    }
}
