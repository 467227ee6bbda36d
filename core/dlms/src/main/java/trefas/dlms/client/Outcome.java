package trefas.dlms.client;

import java.util.Locale;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;

/// What became of one item of a [ServiceCall].
public sealed interface Outcome {

    /// It was done.
    ///
    /// @param data what was read or what a method returned; empty when there is nothing to return
    record Done(Optional<CosemData> data) implements Outcome {}

    /// It was not done, or its result is not given.
    ///
    /// @param code wire value of the data-access-result or action-result, also when nobody defined it
    /// @param words the reason in words, for example `object undefined`
    record Refused(int code, String words) implements Outcome {}

    Outcome DONE = new Done(Optional.empty());

    static Outcome ofData(CosemData data) {
        return new Done(Optional.of(data));
    }

    /// The outcome a data-access-result stands for; 0 is success.
    static Outcome ofAccess(int code) {
        return code == DataAccessResult.SUCCESS.code()
                ? DONE
                : new Refused(
                        code,
                        DataAccessResult.ofCode(code)
                                .map(known -> words(known.name()))
                                .orElse("data access result " + code));
    }

    /// The outcome an action-result stands for; 0 is success.
    static Outcome ofAction(int code, Optional<CosemData> returned) {
        return code == ActionResult.SUCCESS.code()
                ? new Done(returned)
                : new Refused(
                        code,
                        ActionResult.ofCode(code)
                                .map(known -> words(known.name()))
                                .orElse("action result " + code));
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
