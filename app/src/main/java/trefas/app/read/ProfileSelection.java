package trefas.app.read;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import trefas.quantity.Obis;

/// Which part of a profile somebody wants.
public sealed interface ProfileSelection {

    /// All rows.
    record Everything() implements ProfileSelection {}

    /// Rows between two local times of the meter, both inclusive; an open end is empty.
    record Between(Optional<LocalDateTime> from, Optional<LocalDateTime> to) implements ProfileSelection {}

    /// Rows by number, from 1, both inclusive.
    ///
    /// @param to 0 for the last one
    record Entries(long from, long to) implements ProfileSelection {}

    /// The newest rows.
    record Last(long count) implements ProfileSelection {}

    /// Names of columns as a user writes them, to find them among those captured.
    static Optional<ProfileColumn> column(List<ProfileColumn> columns, String written) {
        return columns.stream()
                .filter(column -> column.name().equals(written)
                        || column.object().logicalName().toString().equals(written)
                        || Obis.parse(written)
                                .map(obis -> Obis.isShort(written)
                                        ? obis.shortCode()
                                                .equals(column.object()
                                                        .logicalName()
                                                        .shortCode())
                                        : obis.equals(column.object().logicalName()))
                                .orElse(false))
                .findFirst();
    }
}
