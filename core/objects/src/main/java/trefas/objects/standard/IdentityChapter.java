package trefas.objects.standard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.cosem.InterfaceClass;
import trefas.objects.standard.LiveRegister.Reading;
import trefas.quantity.Obis;

/// Associations, names and numbers of the standard model (dossier F4, G3).
final class IdentityChapter {

    private static final Obis SECURITY_SETUP = Obis.of("0-0:43.0.0*255");

    private IdentityChapter() {}

    static List<StandardObject> objects(StandardSettings settings) {
        var chapter = new ArrayList<StandardObject>();
        chapter.add(association("0-0:40.0.0*255", Optional.empty(), settings)
                .granting(ClientRole.PUBLIC, "r2-6,8")
                .granting(ClientRole.MANAGEMENT, currentRights(settings.associationVersion())));
        int e = 1;
        for (ClientRole role : ClientRole.values()) {
            chapter.add(association("0-0:40.0." + e++ + "*255", Optional.of(role), settings)
                    .granting(ClientRole.MANAGEMENT, "R2-3,8"));
        }
        chapter.add(StandardObject.of("0-0:41.0.0*255", InterfaceClass.SAP_ASSIGNMENT)
                .behaving(new LiveRegister((self, out) -> {
                    out.array(1).structure(2).longUnsigned(ClientRole.SERVER_SAP);
                    out.octetString(deviceName(self));
                }))
                .granting(ClientRole.PUBLIC, "r2")
                .granting(ClientRole.MANAGEMENT, "r2"));
        chapter.add(data("0-0:42.0.0*255", (self, out) -> out.octetString(deviceName(self)))
                .granting(ClientRole.PUBLIC, "r2")
                .granting(ClientRole.MANAGEMENT, "r2"));
        chapter.add(data("0-0:96.1.0*255", (self, out) -> out.octetString(serialNumber(self)))
                .granting(ClientRole.MANAGEMENT, "R2"));
        chapter.add(data(
                        "0-0:96.1.1*255",
                        (self, out) -> out.octetString(self.meter().typeNumber().getBytes(StandardCharsets.US_ASCII)))
                .granting(ClientRole.MANAGEMENT, "R2"));
        chapter.add(StandardObject.of("0-0:96.10.1*255", InterfaceClass.DATA)
                .behaving(new LiveRegister((self, out) -> out.unsigned(profileStatus(self))))
                .granting(ClientRole.MANAGEMENT, "R2"));
        return chapter;
    }

    /// Everything can be read but the secret, which can only be changed.
    private static String currentRights(int version) {
        return switch (version) {
            case 0 -> "r2-6,8 W7 X2";
            case 1 -> "r2-6,8-9 W7 X2";
            default -> "r2-6,8-11 W7 X2,5-6";
        };
    }

    private static StandardObject association(String name, Optional<ClientRole> own, StandardSettings settings) {
        InterfaceClass version = switch (settings.associationVersion()) {
            case 0 -> InterfaceClass.ASSOCIATION_LN;
            case 1 -> InterfaceClass.ASSOCIATION_LN_1;
            case 2 -> InterfaceClass.ASSOCIATION_LN_2;
            default -> InterfaceClass.ASSOCIATION_LN_3;
        };
        return StandardObject.of(name, version).behaving(new AssociationBehaviour(own, SECURITY_SETUP));
    }

    private static StandardObject data(String name, Reading reading) {
        return StandardObject.of(name, InterfaceClass.DATA).behaving(new LiveRegister(reading));
    }

    /// Three letters, then the serial number in thirteen digits: 16 octets, unique.
    private static byte[] deviceName(Instance self) {
        String prefix = self.device().model().settings().deviceNamePrefix();
        long serial = Integer.toUnsignedLong(self.meter().serialNumber());
        return (prefix + String.format(Locale.ROOT, "%013d", serial)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] serialNumber(Instance self) {
        return Integer.toUnsignedString(self.meter().serialNumber()).getBytes(StandardCharsets.US_ASCII);
    }

    /// The profile status of this moment: only daylight saving can hold while somebody reads (dossier G5).
    private static int profileStatus(Instance self) {
        return self.clock().isDaylightSaving(self.now()) ? 0x08 : 0;
    }
}
