package trefas.objects;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Requester;
import trefas.device.Meter;
import trefas.security.Secret;
import trefas.security.SecurityAccess;

/// The current association, class 15, and what names the logical devices (dossier 19, 20).
final class AssociationObject {

    /// Object identifier 2.16.756.5.8.1.n, without its last arc.
    private static final byte[] CONTEXT_NAME = {0x60, (byte) 0x85, 0x74, 0x05, 0x08, 0x01};

    /// Object identifier 2.16.756.5.8.2.n, without its last arc.
    private static final byte[] MECHANISM_NAME = {0x60, (byte) 0x85, 0x74, 0x05, 0x08, 0x02};

    private static final int BIT_STRING = 0x04;
    private static final int OCTET_STRING = 0x09;
    private static final int CONFORMANCE_BITS = 24;
    private static final int DLMS_VERSION = 6;
    private static final int NO_QUALITY_OF_SERVICE = 0;
    private static final byte[] NO_CIPHERING_INFO = {};

    private static final int ASSOCIATED = 2;

    /// The first octets of every logical device name: our own letters, because the maker's are not ours to use
    /// (decision 0007).
    private static final String DEVICE_NAME_PREFIX = "TRF";

    static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.asked(AssociationObject::writeObjectList),
            Attribute.asked((question, out) -> out.structure(2)
                    .integer(question.association().clientSap())
                    .longUnsigned(question.association().serverSap())),
            Attribute.asked((question, out) ->
                    writeName(CONTEXT_NAME, question.requester().contextId(), out)),
            Attribute.asked(AssociationObject::writeContextInfo),
            Attribute.asked((question, out) ->
                    writeName(MECHANISM_NAME, question.requester().mechanismId(), out)),
            Attribute.ownPassword(AssociationObject::setPassword),
            Attribute.whole((_, out) -> out.enumerated(ASSOCIATED)));

    /// SAP_assignment_list: each logical device and its name.
    static final Attribute SAP_LIST = Attribute.whole((meter, out) -> {
        out.array(2);
        for (int sap : new int[] {Association.PUBLIC_SERVER, Association.METER_SERVER}) {
            out.structure(2).longUnsigned(sap);
            writeLogicalDeviceName(meter, out);
        }
    });

    private AssociationObject() {}

    /// Three letters, then the serial number in thirteen digits: 16 octets, unique.
    static void writeLogicalDeviceName(Meter meter, AxdrWriter out) {
        String name =
                DEVICE_NAME_PREFIX + String.format(Locale.ROOT, "%013d", Integer.toUnsignedLong(meter.serialNumber()));
        out.octetString(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeObjectList(Question question, AxdrWriter out) {
        List<MeterObject> visible = question.device().model().objects().stream()
                .filter(object -> object.isVisibleTo(question.association(), question.meter()))
                .toList();
        out.array(visible.size());
        visible.forEach(object -> object.writeListElement(question, out));
    }

    /// What was negotiated when the association was opened.
    private static void writeContextInfo(Question question, AxdrWriter out) {
        Requester requester = question.requester();
        out.structure(6)
                .octet(BIT_STRING)
                .lengthField(CONFORMANCE_BITS)
                .number(requester.conformance(), CONFORMANCE_BITS / Byte.SIZE)
                .longUnsigned(requester.receiveOctetsMax())
                .longUnsigned(requester.sendOctetsMax())
                .unsigned(DLMS_VERSION)
                .integer(NO_QUALITY_OF_SERVICE)
                .octetString(NO_CIPHERING_INFO);
    }

    /// Holds from the next association on.
    private static DataAccessResult setPassword(Question question, CosemData value) {
        if (!(value instanceof CosemData.OctetString(CosemData.Octets octets))) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        if (octets.length() == 0 || octets.length() > Secret.OCTETS_MAX) {
            return DataAccessResult.OTHER_REASON;
        }
        Optional<SecurityAccess> security = question.device().security();
        Requester requester = question.requester();
        boolean isChanged = security.isPresent()
                && security.get()
                        .with(state -> state.changeSecret(
                                requester.clientSap(), requester.serverSap(), Secret.of(octets.toArray())));
        return isChanged ? DataAccessResult.SUCCESS : DataAccessResult.TEMPORARY_FAILURE;
    }

    private static void writeName(byte[] arcs, int last, AxdrWriter out) {
        out.octet(OCTET_STRING).lengthField(arcs.length + 1).octets(arcs).octet(last);
    }
}
