package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.InterfaceClass;
import trefas.security.CounterUse;
import trefas.security.SecurityAccess;

/// Keys, counters and images (dossier E10, F5, G3).
final class SecurityChapter {

    private SecurityChapter() {}

    static List<StandardObject> objects() {
        return List.of(
                StandardObject.of("0-0:43.0.0*255", InterfaceClass.SECURITY_SETUP_1)
                        .behaving(new SecuritySetupBehaviour())
                        .granting(ClientRole.PUBLIC, "r2-5")
                        .granting(ClientRole.MANAGEMENT, "R2-6 W4 X*"),
                // The highest counter accepted under the unicast key: a client goes on one above (dossier C6).
                StandardObject.of("0-0:43.1.0*255", InterfaceClass.DATA)
                        .behaving(new LiveRegister((self, out) -> out.doubleLongUnsigned(self.device()
                                .surroundings()
                                .security()
                                .map(SecurityChapter::highest)
                                .orElse(0L))))
                        .granting(ClientRole.PUBLIC, "r2")
                        .granting(ClientRole.MANAGEMENT, "r2"),
                StandardObject.of("0-0:44.0.0*255", InterfaceClass.IMAGE_TRANSFER)
                        .behaving(new ImageBehaviour())
                        .starting(2, Values.u32(ImageTransfer.FACTORY.blockOctets()))
                        .starting(5, new Bool(false))
                        .starting(6, Values.en(0))
                        .starting(7, Values.array())
                        .granting(ClientRole.MANAGEMENT, "R* W2,5 X*")
                        .granting(ClientRole.BROADCAST, "X2"));
    }

    private static long highest(SecurityAccess access) {
        return access.with(state -> state.highestReceived(CounterUse.UNICAST));
    }
}
