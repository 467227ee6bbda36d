package trefas.objects.standard;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The rules of Disconnect control, class 70 (IEC 62056-6-2): a state, a mode, and what each trigger does then. It
/// has no memory of commands: a command acts at once or not at all.
///
/// @param mode which transitions there are
public record DisconnectControl(State state, Mode mode) {

    /// As ordered: connected, and disconnected and reconnected from afar without a hand at the meter (our choice).
    public static final DisconnectControl FACTORY = new DisconnectControl(State.CONNECTED, Mode.DIRECT);

    /// control_state. The number is the wire value.
    public enum State implements Coded {
        DISCONNECTED(0),
        CONNECTED(1),
        READY_FOR_RECONNECTION(2);

        private final int code;

        State(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        static Optional<State> ofCode(int code) {
            return Coded.of(values(), code);
        }
    }

    /// Who wants what.
    public enum Trigger {
        REMOTE_DISCONNECT,
        REMOTE_RECONNECT,
        /// The button.
        MANUAL_DISCONNECT,
        MANUAL_RECONNECT,
        /// Limiter, prepayment or tamper.
        LOCAL_DISCONNECT,
        LOCAL_RECONNECT
    }

    /// The transitions of the state diagram under their letters.
    private enum Transition {
        A(State.DISCONNECTED, Trigger.REMOTE_RECONNECT, State.CONNECTED),
        B(State.CONNECTED, Trigger.REMOTE_DISCONNECT, State.DISCONNECTED),
        C(State.READY_FOR_RECONNECTION, Trigger.REMOTE_DISCONNECT, State.DISCONNECTED),
        D(State.DISCONNECTED, Trigger.REMOTE_RECONNECT, State.READY_FOR_RECONNECTION),
        E(State.READY_FOR_RECONNECTION, Trigger.MANUAL_RECONNECT, State.CONNECTED),
        F(State.CONNECTED, Trigger.MANUAL_DISCONNECT, State.READY_FOR_RECONNECTION),
        G(State.CONNECTED, Trigger.LOCAL_DISCONNECT, State.READY_FOR_RECONNECTION),
        H(State.READY_FOR_RECONNECTION, Trigger.LOCAL_RECONNECT, State.CONNECTED);

        private final State from;
        private final Trigger trigger;
        private final State to;

        Transition(State from, Trigger trigger, State to) {
            this.from = from;
            this.trigger = trigger;
            this.to = to;
        }
    }

    /// control_mode. The number is the wire value.
    public enum Mode implements Coded {
        /// Never disconnects.
        ALWAYS_CONNECTED(0, ""),
        READY_WITH_BUTTON(1, "BCFGDE"),
        DIRECT_WITH_BUTTON(2, "BCFGAE"),
        READY(3, "BCGDE"),
        DIRECT(4, "BCGAE"),
        READY_WITH_BUTTON_AND_LOCAL(5, "BCFGDEH"),
        READY_AND_LOCAL(6, "BCGDEH");

        private final int code;
        private final Set<Transition> transitions;

        Mode(int code, String letters) {
            this.code = code;
            transitions = EnumSet.noneOf(Transition.class);
            letters.chars().forEach(letter -> transitions.add(Transition.valueOf(String.valueOf((char) letter))));
        }

        @Override
        public int code() {
            return code;
        }

        static Optional<Mode> ofCode(int code) {
            return Coded.of(values(), code);
        }
    }

    /// output_state: true while the supply is connected.
    public boolean isConnected() {
        return state == State.CONNECTED;
    }

    /// What a trigger makes of this; the same when the mode and the state know no such transition.
    public DisconnectControl after(Trigger trigger) {
        return mode.transitions.stream()
                .filter(transition -> transition.from == state && transition.trigger == trigger)
                .findFirst()
                .map(transition -> new DisconnectControl(transition.to, mode))
                .orElse(this);
    }

    /// With another mode. Empty for mode 0 while it is not connected: a mode must not close what a command opened
    /// (decision 0021).
    public Optional<DisconnectControl> with(Mode other) {
        return other == Mode.ALWAYS_CONNECTED && !isConnected()
                ? Optional.empty()
                : Optional.of(new DisconnectControl(state, other));
    }

    /// The letters of a mode's transitions, for the tables in tests and docs.
    static String letters(Mode mode) {
        return Arrays.stream(Transition.values())
                .filter(mode.transitions::contains)
                .map(Transition::name)
                .reduce("", String::concat);
    }
}
