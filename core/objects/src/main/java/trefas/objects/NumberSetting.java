package trefas.objects;

import java.util.Optional;
import java.util.function.UnaryOperator;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.settings.FunctionSettings;

/// What is done with a number somebody writes, once it has the type of its attribute: told why not, or taken over
/// and kept before it is answered.
@FunctionalInterface
interface NumberSetting {

    DataAccessResult set(Question question, long number);

    static Attribute.Writer unsigned(NumberSetting setting) {
        return (question, value) -> value instanceof CosemData.Unsigned(int number)
                ? setting.set(question, number)
                : DataAccessResult.TYPE_UNMATCHED;
    }

    static Attribute.Writer longUnsigned(NumberSetting setting) {
        return (question, value) -> value instanceof CosemData.LongUnsigned(int number)
                ? setting.set(question, number)
                : DataAccessResult.TYPE_UNMATCHED;
    }

    static Attribute.Writer doubleLongUnsigned(NumberSetting setting) {
        return (question, value) -> value instanceof CosemData.DoubleLongUnsigned(long number)
                ? setting.set(question, number)
                : DataAccessResult.TYPE_UNMATCHED;
    }

    /// How the functions of the meter asked are set up now.
    static FunctionSettings functions(Question question) {
        return question.meter().settings().functions();
    }

    /// Sets up a function otherwise.
    static DataAccessResult change(Question question, UnaryOperator<FunctionSettings> change) {
        question.meter()
                .setFunctions(
                        change.apply(functions(question)), question.device().effects());
        return DataAccessResult.SUCCESS;
    }

    /// The same, if the number was within its range.
    static DataAccessResult changeIf(boolean isInRange, Question question, UnaryOperator<FunctionSettings> change) {
        return isInRange ? change(question, change) : DataAccessResult.OTHER_REASON;
    }

    /// The same with what a code stands for, if it stands for anything.
    static <T> DataAccessResult changeTo(Optional<T> chosen, Question question, Change<T> change) {
        return chosen.map(value -> change(question, now -> change.with(now, value)))
                .orElse(DataAccessResult.OTHER_REASON);
    }

    /// Settings with one of them replaced.
    @FunctionalInterface
    interface Change<T> {

        FunctionSettings with(FunctionSettings now, T value);
    }
}
