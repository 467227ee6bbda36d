package trefas.objects.standard;

import java.util.Optional;

/// How a push goes its way (Push setup, class 40, IEC 62056-6-2): trigger, random delay, window, sending, retries,
/// confirmation. A machine without a clock and without chance: both come in.
///
/// ```
/// Idle --trigger--> Delayed --time--> Waiting --window--> Sending --sent--> Idle | Unconfirmed
///                                        ^                   | failed              | late
///                                        |                   v                     v
///                                        +------time----- Repeating <--------------+   retries left
/// ```
///
/// @param state where it is
/// @param again a trigger came while a push was on its way: another follows it, once however many came
public record PushFlow(State state, boolean again) {

    public static final PushFlow IDLE = new PushFlow(new State.Idle(), false);

    /// Where a push is. Times are seconds since 1970.
    public sealed interface State {

        record Idle() implements State {}

        /// Waits for its random time.
        record Delayed(long until) implements State {}

        /// Waits for a communication window.
        ///
        /// @param attempt 0 for the first sending, n for the nth retry
        record Waiting(int attempt) implements State {}

        /// The shell is at it.
        record Sending(int attempt) implements State {}

        /// Failed, and will be tried again.
        record Repeating(int attempt, long at) implements State {}

        /// Sent, and the client has not confirmed it yet.
        record Unconfirmed(int attempt, long until) implements State {}
    }

    /// push_operation_method. The number is the wire value.
    public enum OperationMethod implements Coded {
        /// Repeated when the connection fails.
        UNCONFIRMED(0),
        /// Repeated when the layer below does not confirm.
        CONFIRMED_BELOW(1),
        /// Repeated when no DataNotification-Confirm comes.
        CONFIRMED(2);

        private final int code;

        OperationMethod(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        static Optional<OperationMethod> ofCode(int code) {
            return Coded.of(values(), code);
        }
    }

    /// What was written that rules a push.
    ///
    /// @param delaySecondsMax randomisation_start_interval
    /// @param retries how often a failed push is tried again, 0 to 255
    /// @param firstDelaySeconds repetition_delay_min, or repetition_delay before version 2
    /// @param exponentHundredths growth of the delay, 100 for none
    /// @param delayGrowsTo repetition_delay_max in seconds
    public record Rules(
            int delaySecondsMax,
            int retries,
            int firstDelaySeconds,
            int exponentHundredths,
            int delayGrowsTo,
            OperationMethod method) {

        /// delay_n = min(max, min x (exponent / 100)^(n-1)).
        public long delaySeconds(int attempt) {
            double grown = firstDelaySeconds * Math.pow(exponentHundredths / 100.0, attempt - 1.0);
            return (long) Math.min(delayGrowsTo, grown);
        }
    }

    /// How long a confirmed push waits for its DataNotification-Confirm (our choice; the class names no time-out).
    public static final int CONFIRMATION_SECONDS = 60;

    /// What a step asks for.
    ///
    /// @param send true: connect and send the notification now, then report [#sent] or [#failed]
    /// @param confirmed true: the client has confirmed; stamp last_confirmation_date_time
    /// @param givenUp true: the last retry failed
    public record Step(PushFlow flow, boolean send, boolean confirmed, boolean givenUp) {}

    /// A script, a method or an event asks for a push.
    ///
    /// @param chance from the shell, 0.0 up to but not 1.0
    public Step trigger(long now, double chance, Rules rules) {
        return switch (state) {
            case State.Idle _ -> quiet(new State.Delayed(now + (long) (chance * (rules.delaySecondsMax + 1))), again);
            case State.Delayed _, State.Waiting _ -> quiet(state, again);
            case State.Sending _, State.Repeating _, State.Unconfirmed _ -> quiet(state, true);
        };
    }

    /// Time passes.
    ///
    /// @param windowOpen whether a communication window is open, true when there are none
    public Step second(long now, boolean windowOpen, Rules rules) {
        return switch (state) {
            case State.Idle _ ->
                again ? new PushFlow(new State.Waiting(0), false).second(now, windowOpen, rules) : quiet(state, false);
            case State.Delayed(long until) ->
                now < until
                        ? quiet(state, again)
                        : new PushFlow(new State.Waiting(0), again).second(now, windowOpen, rules);
            case State.Waiting(int attempt) ->
                windowOpen
                        ? new Step(new PushFlow(new State.Sending(attempt), again), true, false, false)
                        : quiet(state, again);
            case State.Sending _ -> quiet(state, again);
            case State.Repeating(int attempt, long at) ->
                now < at
                        ? quiet(state, again)
                        : new PushFlow(new State.Waiting(attempt), again).second(now, windowOpen, rules);
            case State.Unconfirmed(int attempt, long until) ->
                now < until ? quiet(state, again) : repeated(attempt, now, rules);
        };
    }

    /// The shell has sent it, and the layer below has confirmed it when the method asks for that.
    public Step sent(long now, Rules rules) {
        return state instanceof State.Sending(int attempt)
                ? rules.method == OperationMethod.CONFIRMED
                        ? quiet(new State.Unconfirmed(attempt, now + CONFIRMATION_SECONDS), again)
                        : quiet(new State.Idle(), again)
                : quiet(state, again);
    }

    /// The shell could not send it.
    public Step failed(long now, Rules rules) {
        return state instanceof State.Sending(int attempt) ? repeated(attempt, now, rules) : quiet(state, again);
    }

    /// A DataNotification-Confirm came.
    public Step confirmed() {
        return state instanceof State.Unconfirmed
                ? new Step(new PushFlow(new State.Idle(), again), false, true, false)
                : quiet(state, again);
    }

    /// Supply is back: a push that was being sent is tried again at once, all others go on where they were.
    public PushFlow afterPowerUp() {
        return state instanceof State.Sending(int attempt) ? new PushFlow(new State.Waiting(attempt), again) : this;
    }

    private Step repeated(int attempt, long now, Rules rules) {
        int next = attempt + 1;
        return next > rules.retries
                ? new Step(new PushFlow(new State.Idle(), again), false, false, true)
                : quiet(new State.Repeating(next, now + rules.delaySeconds(next)), again);
    }

    private static Step quiet(State state, boolean again) {
        return new Step(new PushFlow(state, again), false, false, false);
    }
}
