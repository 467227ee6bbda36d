package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemDateTime;
import trefas.cosem.Decoded.Complete;
import trefas.quantity.Obis;

/// A row of push_object_list (class 40, IEC 62056-6-2): which value is sent, and which part of it.
///
/// @param what the attribute; its data index picks an element of a structure or array
/// @param restriction which rows of a buffer
/// @param columns which columns of a buffer; empty for all
public record PushObject(CaptureObject what, Restriction restriction, List<CaptureObject> columns) {

    private static final int VERSION_0_FIELDS = 4;
    private static final int VERSION_2_FIELDS = 6;

    private static final CaptureObject CLOCK = new CaptureObject(8, Obis.of("0-0:1.0.0*255"), 2, 0);

    /// All wildcards: any time.
    private static final CosemData ANY_TIME = new OctetString(Octets.ofHex("FFFFFFFFFFFFFFFFFF8000FF"));

    /// restriction_element: which rows.
    public sealed interface Restriction {

        record All() implements Restriction {}

        record ByDate(CosemData from, CosemData to) implements Restriction {}

        record ByEntry(long from, long to) implements Restriction {}
    }

    public PushObject {
        columns = List.copyOf(columns);
    }

    /// Reads a row of any version: 4 fields, 5 with a restriction, 6 with columns. Empty when it is none, or asks
    /// for columns of rows chosen by number, which a buffer cannot be asked for.
    static Optional<PushObject> of(CosemData data) {
        if (!(data instanceof Structure(var fields)
                && fields.size() >= VERSION_0_FIELDS
                && fields.size() <= VERSION_2_FIELDS)) {
            return Optional.empty();
        }
        Optional<CaptureObject> what = CaptureObject.of(new Structure(fields.subList(0, VERSION_0_FIELDS)));
        Optional<Restriction> restriction = fields.size() > VERSION_0_FIELDS
                ? restriction(fields.get(VERSION_0_FIELDS))
                : Optional.of(new Restriction.All());
        Optional<List<CaptureObject>> columns =
                fields.size() == VERSION_2_FIELDS ? columns(fields.getLast()) : Optional.of(List.of());
        if (what.isEmpty() || restriction.isEmpty() || columns.isEmpty()) {
            return Optional.empty();
        }
        return restriction.get() instanceof Restriction.ByEntry
                        && !columns.get().isEmpty()
                ? Optional.empty()
                : Optional.of(new PushObject(what.get(), restriction.get(), columns.get()));
    }

    /// The selective access that fetches the part.
    Optional<AccessSelection> selection() {
        return switch (restriction) {
            case Restriction.All _ ->
                columns.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RangeDescriptor(CLOCK, ANY_TIME, ANY_TIME, columns));
            case Restriction.ByDate(CosemData from, CosemData to) ->
                Optional.of(new RangeDescriptor(CLOCK, from, to, columns));
            case Restriction.ByEntry(long from, long to) -> Optional.of(new EntryDescriptor(from, to, 1, 0));
        };
    }

    /// Appends the row in the form of a version.
    void write(int version, AxdrWriter out) {
        out.structure(VERSION_0_FIELDS + version)
                .longUnsigned(what.classId())
                .octetString(what.logicalName())
                .integer(what.attributeIndex())
                .longUnsigned(what.dataIndex());
        if (version > 0) {
            writeRestriction(out);
        }
        if (version > 1) {
            out.array(columns.size());
            columns.forEach(column -> column.write(out));
        }
    }

    private void writeRestriction(AxdrWriter out) {
        out.structure(2);
        switch (restriction) {
            case Restriction.All _ -> out.enumerated(0).nullData();
            case Restriction.ByDate(CosemData from, CosemData to) -> {
                out.enumerated(1).structure(2);
                Axdr.encode(from, out);
                Axdr.encode(to, out);
            }
            case Restriction.ByEntry(long from, long to) ->
                out.enumerated(2).structure(2).doubleLongUnsigned(from).doubleLongUnsigned(to);
        }
    }

    private static Optional<Restriction> restriction(CosemData data) {
        if (!(data instanceof Structure(var fields)
                && fields.size() == 2
                && fields.get(0) instanceof Enumerated(int type))) {
            return Optional.empty();
        }
        CosemData value = fields.get(1);
        if (type == 0) {
            return value instanceof NullData ? Optional.of(new Restriction.All()) : Optional.empty();
        }
        if (!(value instanceof Structure(var bounds) && bounds.size() == 2)) {
            return Optional.empty();
        }
        if (type == 1) {
            return isTime(bounds.get(0)) && isTime(bounds.get(1))
                    ? Optional.of(new Restriction.ByDate(bounds.get(0), bounds.get(1)))
                    : Optional.empty();
        }
        var from = number(bounds.get(0));
        var to = number(bounds.get(1));
        return type == 2 && from.isPresent() && to.isPresent()
                ? Optional.of(new Restriction.ByEntry(from.get(), to.get()))
                : Optional.empty();
    }

    /// The papers say double-long-unsigned; some clients write long-unsigned.
    private static Optional<Long> number(CosemData data) {
        return switch (data) {
            case DoubleLongUnsigned(long value) -> Optional.of(value);
            case LongUnsigned(int value) -> Optional.of((long) value);
            case CosemData _ -> Optional.empty();
        };
    }

    private static boolean isTime(CosemData data) {
        return CosemDateTime.of(data) instanceof Complete;
    }

    private static Optional<List<CaptureObject>> columns(CosemData data) {
        if (!(data instanceof Array(var elements))) {
            return Optional.empty();
        }
        var columns = new ArrayList<CaptureObject>(elements.size());
        elements.forEach(element -> CaptureObject.of(element).ifPresent(columns::add));
        return columns.size() == elements.size() ? Optional.of(columns) : Optional.empty();
    }
}
