package trefas.objects.standard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeType;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.BitString;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.ScalerUnit;
import trefas.quantity.Obis;

/// Short words for the values the objects of the standard model are made of, and for looking into those of
/// clients. Types have been checked before anybody looks, so what is not there reads as empty or zero.
final class Values {

    /// No point of time: every field not specified.
    static final CosemData NO_TIME = octets(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, (byte) 0x80, 0, -1});

    private Values() {}

    static CosemData octets(byte[] value) {
        return new OctetString(Octets.of(value));
    }

    static CosemData text(String ascii) {
        return octets(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    static CosemData name(Obis logicalName) {
        return octets(logicalName.octets());
    }

    static CosemData name(String logicalName) {
        return name(Obis.of(logicalName));
    }

    static CosemData u16(int value) {
        return new LongUnsigned(value);
    }

    static CosemData u32(long value) {
        return new CosemData.DoubleLongUnsigned(value);
    }

    static CosemData en(int value) {
        return new Enumerated(value);
    }

    static CosemData array(CosemData... elements) {
        return new Array(List.of(elements));
    }

    static CosemData structure(CosemData... elements) {
        return new Structure(List.of(elements));
    }

    static CosemData column(int classId, String logicalName, int attributeIndex) {
        return structure(u16(classId), name(logicalName), new Int8(attributeIndex), u16(0));
    }

    /// The attribute capture_objects of a profile.
    static CosemData captureObjects(List<CaptureObject> columns) {
        return new Array(columns.stream()
                .<CosemData>map(column -> structure(
                        u16(column.classId()),
                        name(column.logicalName()),
                        new Int8(column.attributeIndex()),
                        u16(column.dataIndex())))
                .toList());
    }

    static CosemData scalerUnit(ScalerUnit scalerUnit) {
        return structure(new Int8(scalerUnit.scaler()), en(scalerUnit.unit().code()));
    }

    static CosemData stamp(CosemDateTime time) {
        return octets(time.octets());
    }

    /// The elements of an array or structure, or none.
    static List<CosemData> elements(CosemData data) {
        return switch (data) {
            case Array(var elements) -> elements;
            case Structure(var elements) -> elements;
            case CosemData _ -> List.of();
        };
    }

    /// An element of a structure, or null-data.
    static CosemData element(CosemData data, int index) {
        List<CosemData> elements = elements(data);
        return index < elements.size() ? elements.get(index) : new CosemData.NullData();
    }

    static int number(CosemData data) {
        return AttributeType.number(data).orElse(0L).intValue();
    }

    static Optional<Obis> obis(CosemData data) {
        return data instanceof OctetString(Octets octets) && octets.length() == 6
                ? Optional.of(new Obis(
                        octets.octet(0),
                        octets.octet(1),
                        octets.octet(2),
                        octets.octet(3),
                        octets.octet(4),
                        octets.octet(5)))
                : Optional.empty();
    }

    static Optional<CosemDateTime> time(CosemData data) {
        return CosemDateTime.of(data) instanceof Complete<CosemDateTime>(CosemDateTime time, int _)
                ? Optional.of(time)
                : Optional.empty();
    }

    /// A bit of a bit-string, false beyond its end.
    static boolean bit(CosemData data, int index) {
        return data instanceof BitString(int length, Octets octets)
                && index >= 0
                && index < length
                && ((octets.octet(index / 8) >>> (7 - index % 8)) & 1) != 0;
    }

    /// The result of a method that was a write in the end.
    static ActionResult actionResult(DataAccessResult result) {
        return ActionResult.ofCode(result.code()).orElse(ActionResult.OTHER_REASON);
    }

    /// Appends a whole number in the narrowest unsigned type registers use.
    static void writeUnsigned32(long value, AxdrWriter out) {
        out.doubleLongUnsigned(Math.clamp(value, 0L, 0xFFFF_FFFFL));
    }
}
