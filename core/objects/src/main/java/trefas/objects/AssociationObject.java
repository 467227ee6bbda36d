package trefas.objects;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import trefas.cosem.AxdrWriter;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.objects.MeterObject.Attribute;
import trefas.objects.MeterObject.Question;

/// The current association, class 15, and what names the logical devices (dossier 19, 20).
final class AssociationObject {

    /// Object identifier 2.16.756.5.8.1.1: logical names, no ciphering.
    private static final byte[] LN_WITHOUT_CIPHERING = {0x60, (byte) 0x85, 0x74, 0x05, 0x08, 0x01, 0x01};

    private static final int ASSOCIATED = 2;

    /// The first octets of every logical device name: our own letters, because the maker's are not ours to use
    /// (decision 0007).
    private static final String DEVICE_NAME_PREFIX = "TRF";

    static final List<Attribute> ATTRIBUTES = List.of(
            AssociationObject::readObjectList,
            whole((question, out) -> out.structure(2)
                    .integer(question.association().clientSap())
                    .longUnsigned(question.association().serverSap())),
            whole((_, out) -> out.octetString(LN_WITHOUT_CIPHERING)),
            MeterObject.HIDDEN,
            whole((question, out) -> out.octetString(mechanismName(question.association()))),
            MeterObject.HIDDEN,
            whole((_, out) -> out.enumerated(ASSOCIATED)));

    /// SAP_assignment_list: each logical device and its name.
    static final Attribute SAP_LIST = whole((question, out) -> {
        out.array(2);
        for (int sap : new int[] {Association.PUBLIC_SERVER, Association.METER_SERVER}) {
            out.structure(2).longUnsigned(sap);
            writeLogicalDeviceName(question.device().meter(), out);
        }
    });

    private AssociationObject() {}

    /// Three letters, then the serial number in thirteen digits: 16 octets, unique.
    static void writeLogicalDeviceName(Meter meter, AxdrWriter out) {
        String name =
                DEVICE_NAME_PREFIX + String.format(Locale.ROOT, "%013d", Integer.toUnsignedLong(meter.serialNumber()));
        out.octetString(name.getBytes(StandardCharsets.US_ASCII));
    }

    private interface Writer {
        void write(Question question, AxdrWriter out);
    }

    private static Attribute whole(Writer writer) {
        return (question, out) -> {
            if (question.selection().isPresent()) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            writer.write(question, out);
            return DataAccessResult.SUCCESS;
        };
    }

    private static DataAccessResult readObjectList(Question question, AxdrWriter out) {
        if (question.selection().isPresent()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        List<MeterObject> visible = question.device().model().objects().stream()
                .filter(object -> object.isVisibleTo(question.association()))
                .toList();
        out.array(visible.size());
        visible.forEach(object -> object.writeListElement(out));
        return DataAccessResult.SUCCESS;
    }

    /// Object identifier 2.16.756.5.8.2.n.
    private static byte[] mechanismName(Association association) {
        return new byte[] {
            0x60,
            (byte) 0x85,
            0x74,
            0x05,
            0x08,
            0x02,
            (byte) association.security().mechanism()
        };
    }
}
