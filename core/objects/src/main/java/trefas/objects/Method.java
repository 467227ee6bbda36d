package trefas.objects;

import java.util.Optional;
import java.util.function.Consumer;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.objects.Association.View;

/// One method of one object. Whoever may write anything on the meter may call it, if it is not for the management
/// client alone; the public client may not.
@FunctionalInterface
interface Method {

    /// One that nobody may call.
    Method NONE = (_, _) -> ActionResult.READ_WRITE_DENIED;

    /// Does it wholly, or says why not and changes nothing.
    ActionResult invoke(Question question, Optional<CosemData> parameters);

    /// Whether a client of this association may call it.
    default boolean isFor(Association association) {
        return association.view() != View.PUBLIC;
    }

    /// The same for the management client alone.
    static Method ofManagement(Method deed) {
        return new Method() {
            @Override
            public ActionResult invoke(Question question, Optional<CosemData> parameters) {
                return deed.invoke(question, parameters);
            }

            @Override
            public boolean isFor(Association association) {
                return association.view() == View.MANAGEMENT;
            }
        };
    }

    /// A method without parameters: called with none, with integer 0 or with null-data.
    static Method plain(Consumer<Question> deed) {
        return (question, parameters) -> {
            if (!isPlain(parameters)) {
                return ActionResult.TYPE_UNMATCHED;
            }
            deed.accept(question);
            return ActionResult.SUCCESS;
        };
    }

    /// Whether these are no parameters.
    static boolean isPlain(Optional<CosemData> parameters) {
        return parameters.isEmpty()
                || parameters.get().equals(new CosemData.Int8(0))
                || parameters.get().equals(new CosemData.NullData());
    }
}
