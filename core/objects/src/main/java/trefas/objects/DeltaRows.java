package trefas.objects;

import java.io.IOException;
import java.util.Optional;
import trefas.device.log.LoadProfileValues;
import trefas.device.log.ProfileEntry;
import trefas.device.log.ProfileVisitor;
import trefas.device.register.EnergyFormat;

/// Passes rows on less the row before each (Z27 = 2, dossier 10.1). Whatever part of a profile somebody asks for, a row
/// says the same: where the row before was not asked for, it is looked up.
final class DeltaRows implements ProfileVisitor {

    private final EnergyFormat format;
    private final Lookup lookup;
    private final ProfileVisitor to;
    private Optional<ProfileEntry> before = Optional.empty();
    private Optional<IOException> failure = Optional.empty();

    /// Finds a row by its log id.
    @FunctionalInterface
    interface Lookup {

        /// Shows the row to the visitor, if there is one.
        void visit(long logId, ProfileVisitor visitor) throws IOException;
    }

    DeltaRows(EnergyFormat format, Lookup lookup, ProfileVisitor to) {
        this.format = format;
        this.lookup = lookup;
        this.to = to;
    }

    @Override
    public void row(ProfileEntry entry) {
        if (before.isEmpty() || before.get().logId() + 1 != entry.logId()) {
            before = Optional.empty();
            try {
                lookup.visit(entry.logId() - 1, found -> before = Optional.of(found));
            } catch (IOException memoryUnreadable) {
                failure = Optional.of(memoryUnreadable);
            }
        }
        to.row(LoadProfileValues.DELTA.readOut(entry, before, format));
        before = Optional.of(entry);
    }

    /// To be called at the end: a difference to a row that could not be read is none.
    void check() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
