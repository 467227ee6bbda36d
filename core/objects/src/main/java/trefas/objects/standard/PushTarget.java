package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.quantity.Obis;

/// Where a push goes (send_destination_and_method, push_client_SAP, push_protection_parameters of class 40): what
/// the shell reads before it sends.
///
/// @param transportService 0 TCP, 1 UDP, 5 HDLC and further ones of the class
/// @param destination as written, normally `host:port` in ASCII
/// @param message 0 for an APDU in A-XDR
/// @param clientSap the client the push is meant for
/// @param protectionTypes in the order in which they are applied: 0 authentication, 1 encryption,
///     2 both, 3 signature; empty: by the security policy
public record PushTarget(
        int transportService, Octets destination, int message, int clientSap, List<Integer> protectionTypes) {

    public PushTarget {
        protectionTypes = List.copyOf(protectionTypes);
    }

    /// Empty when there is no such push setup.
    public static Optional<PushTarget> of(StandardDevice device, Obis pushSetup) {
        return device.inside(PushBehaviour.CLASS, pushSetup)
                .flatMap(object -> device.instance(object.logicalName()))
                .map(PushTarget::of);
    }

    /// True when the push setup waits for a DataNotification-Confirm.
    public static boolean wantsConfirmation(StandardDevice device, Obis pushSetup) {
        return device.inside(PushBehaviour.CLASS, pushSetup)
                .flatMap(object -> device.instance(object.logicalName()))
                .map(PushBehaviour::wantsConfirmation)
                .orElse(false);
    }

    static PushTarget of(Instance self) {
        CosemData target = self.value(PushBehaviour.DESTINATION);
        return new PushTarget(
                Values.number(Values.element(target, 0)),
                Values.element(target, 1) instanceof OctetString(Octets octets) ? octets : Octets.of(new byte[0]),
                Values.number(Values.element(target, 2)),
                self.interfaceClass().version() == 0
                        ? ClientRole.MANAGEMENT.clientSap()
                        : (int) self.number(PushBehaviour.CLIENT_SAP),
                Values.elements(self.value(PushBehaviour.PROTECTION)).stream()
                        .map(element -> Values.number(Values.element(element, 0)))
                        .toList());
    }
}
