package trefas.objects;

import java.util.function.BiConsumer;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;

/// One attribute of one object: who may do what, and how it is read and written. It holds no state of a meter, so
/// one instance serves them all.
record Attribute(Right right, Reader reader, Writer writer) {

    /// Appends a value, or says why not.
    @FunctionalInterface
    interface Reader {

        DataAccessResult read(Question question, AxdrWriter value);
    }

    /// Takes a value over wholly, or says why not and changes nothing.
    @FunctionalInterface
    interface Writer {

        DataAccessResult write(Question question, CosemData value);
    }

    /// Appends a value that is always there and has no parts.
    @FunctionalInterface
    interface Whole {

        void write(Meter meter, AxdrWriter value);
    }

    private static final Reader UNREADABLE = (_, _) -> DataAccessResult.READ_WRITE_DENIED;
    private static final Writer UNWRITABLE = (_, _) -> DataAccessResult.READ_WRITE_DENIED;

    /// One that this meter does not have, or shows to nobody.
    static final Attribute HIDDEN = new Attribute(Right.NONE, UNREADABLE, UNWRITABLE);

    /// One that may have parts to select.
    static Attribute selectable(Reader reader) {
        return new Attribute(Right.READ, reader, UNWRITABLE);
    }

    /// One that depends on who asks; a selection of a part does not fit it.
    static Attribute asked(BiConsumer<Question, AxdrWriter> reader) {
        return selectable((question, value) -> {
            if (question.selection().isPresent()) {
                return DataAccessResult.TYPE_UNMATCHED;
            }
            reader.accept(question, value);
            return DataAccessResult.SUCCESS;
        });
    }

    /// One that is read as a whole and never written.
    static Attribute whole(Whole whole) {
        return asked((question, value) -> whole.write(question.meter(), value));
    }

    /// The same attribute, which may be written too.
    Attribute writable(Writer how) {
        return new Attribute(Right.READ_WRITE, reader, how);
    }

    /// The same attribute, which the management client may write too.
    Attribute writableByManagement(Writer how) {
        return new Attribute(Right.MANAGEMENT_WRITES, reader, how);
    }

    /// One that is written and never read: a command.
    static Attribute writeOnly(Writer how) {
        return new Attribute(Right.WRITE, UNREADABLE, how);
    }

    /// The password of the association it is written through.
    static Attribute ownPassword(Writer how) {
        return new Attribute(Right.OWN_PASSWORD, UNREADABLE, how);
    }
}
