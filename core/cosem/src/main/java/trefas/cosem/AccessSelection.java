package trefas.cosem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.Structure;

/// Selective access to a part of an attribute (IEC 62056-6-2, profile generic buffer). Times are as the client wrote
/// them; who holds the buffer knows its own time zone.
public sealed interface AccessSelection {

    /// Selector 1: rows from one value of a column to another, both inclusive.
    ///
    /// @param restrictingObject the captured column that is compared, normally the clock
    /// @param columns the columns wanted; empty means all of them
    record RangeDescriptor(CaptureObject restrictingObject, CosemData from, CosemData to, List<CaptureObject> columns)
            implements AccessSelection {
        public RangeDescriptor {
            columns = List.copyOf(columns);
        }
    }

    /// Selector 2: rows and columns by number, counted as the object defines.
    record EntryDescriptor(long fromEntry, long toEntry, int fromColumn, int toColumn) implements AccessSelection {}

    /// A selector this protocol knows but no object here serves, or one that does not fit its class. The object
    /// answers with an error, never with the whole attribute.
    record Other(int selector, CosemData parameters) implements AccessSelection {}

    /// Understands what a client selected. Parameters that are neither a range nor an entry descriptor are kept as
    /// they are: the same selector means something else for another class.
    ///
    /// @param selector 0 to 255
    static AccessSelection of(int selector, CosemData parameters) {
        Optional<? extends AccessSelection> known = switch (selector) {
            case 1 -> range(parameters);
            case 2 -> entries(parameters);
            default -> Optional.empty();
        };
        return known.isPresent() ? known.get() : new Other(selector, parameters);
    }

    /// Appends selector and parameters, the form a GET request carries.
    default void write(AxdrWriter writer) {
        switch (this) {
            case RangeDescriptor(var restricting, var from, var to, var columns) -> {
                writer.octet(1).structure(4);
                restricting.write(writer);
                Axdr.encode(from, writer);
                Axdr.encode(to, writer);
                writer.array(columns.size());
                columns.forEach(column -> column.write(writer));
            }
            case EntryDescriptor(long fromEntry, long toEntry, int fromColumn, int toColumn) ->
                writer.octet(2)
                        .structure(4)
                        .doubleLongUnsigned(fromEntry)
                        .doubleLongUnsigned(toEntry)
                        .longUnsigned(fromColumn)
                        .longUnsigned(toColumn);
            case Other(int selector, CosemData parameters) -> Axdr.encode(parameters, writer.octet(selector));
        }
    }

    private static Optional<RangeDescriptor> range(CosemData parameters) {
        if (!(parameters instanceof Structure(var fields)
                && fields.size() == 4
                && fields.get(3) instanceof Array(var selected))) {
            return Optional.empty();
        }
        var restricting = CaptureObject.of(fields.getFirst());
        var columns = new ArrayList<CaptureObject>(selected.size());
        selected.forEach(column -> CaptureObject.of(column).ifPresent(columns::add));
        return restricting.isPresent() && columns.size() == selected.size()
                ? Optional.of(new RangeDescriptor(restricting.get(), fields.get(1), fields.get(2), columns))
                : Optional.empty();
    }

    private static Optional<EntryDescriptor> entries(CosemData parameters) {
        return parameters instanceof Structure(var fields)
                        && fields.size() == 4
                        && fields.get(0) instanceof DoubleLongUnsigned(long fromEntry)
                        && fields.get(1) instanceof DoubleLongUnsigned(long toEntry)
                        && fields.get(2) instanceof LongUnsigned(int fromColumn)
                        && fields.get(3) instanceof LongUnsigned(int toColumn)
                ? Optional.of(new EntryDescriptor(fromEntry, toEntry, fromColumn, toColumn))
                : Optional.empty();
    }
}
