package trefas.objects.standard;

import java.util.List;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.InterfaceClass;

/// Port setups (dossier F7, 19). The shell uses them; what it can't follow can't be set: TCP port and segment size
/// are read only, since a port set from afar could lock everybody out (decision 0024).
final class PortChapter {

    private static final int BAUD_9600 = 5;
    private static final int INFORMATION_OCTETS = 1010;

    /// What any host takes without asking (RFC 1122, 4.2.2.6: 536, with both headers 576).
    private static final int SEGMENT_OCTETS = 576;

    private PortChapter() {}

    static List<StandardObject> objects(PortsAsMade made) {
        return List.of(
                StandardObject.of(PortSettings.HDLC.toString(), InterfaceClass.IEC_HDLC_SETUP)
                        .behaving(new PortBehaviour(PortBehaviour.HDLC))
                        .starting(2, Values.en(BAUD_9600))
                        .starting(3, new Unsigned(1))
                        .starting(4, new Unsigned(1))
                        .starting(5, Values.u16(INFORMATION_OCTETS))
                        .starting(6, Values.u16(INFORMATION_OCTETS))
                        .starting(7, Values.u16(500))
                        .starting(8, Values.u16(20))
                        .starting(9, Values.u16(made.hdlcAddress()))
                        .granting(ClientRole.MANAGEMENT, "R* W2-9"),
                StandardObject.of(PortSettings.TCP.toString(), InterfaceClass.TCP_UDP_SETUP)
                        .behaving(new PortBehaviour(PortBehaviour.TCP))
                        .starting(2, Values.u16(made.tcpPort()))
                        .starting(3, Values.name("0-0:25.1.0*255"))
                        .starting(4, Values.u16(SEGMENT_OCTETS))
                        .starting(5, new Unsigned(made.connectionsTold()))
                        .starting(6, Values.u16(made.inactivityTold()))
                        .granting(ClientRole.MANAGEMENT, "R* W5,6"),
                StandardObject.of("0-0:25.1.0*255", InterfaceClass.IPV4_SETUP)
                        .behaving(new Ip4Behaviour())
                        .starting(2, Values.name("0-0:0.0.0*255"))
                        .starting(3, Values.u32(0))
                        .starting(4, Values.array())
                        .starting(5, Values.array())
                        .starting(6, Values.u32(0))
                        .starting(7, Values.u32(0))
                        .starting(8, new Bool(true))
                        .starting(9, Values.u32(0))
                        .starting(10, Values.u32(0))
                        .granting(ClientRole.MANAGEMENT, "R* W3-10 X*"));
    }
}
