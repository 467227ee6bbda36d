package trefas.cosem;

import java.util.List;

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
}
