package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.objects.standard.DisconnectControl.Mode;
import trefas.objects.standard.DisconnectControl.State;
import trefas.objects.standard.DisconnectControl.Trigger;

/// The state diagram of Disconnect control (IEC 62056-6-2, class 70), written out: 7 modes, 3 states, 6 triggers.
class DisconnectControlTest {

    private static final Map<Character, State> STATES = Map.of(
            '0', State.DISCONNECTED,
            '1', State.CONNECTED,
            '2', State.READY_FOR_RECONNECTION);

    // Columns: what becomes of states 0, 1, 2 under remote disconnect, remote reconnect, manual disconnect, manual
    // reconnect, local disconnect, local reconnect.
    @ParameterizedTest(name = "O19 mode {0}")
    @CsvSource(textBlock = """
            # mode, remote off, remote on, manual off, manual on, local off, local on
            0,      012,        012,       012,        012,       012,       012
            1,      000,        212,       022,        011,       022,       012
            2,      000,        112,       022,        011,       022,       012
            3,      000,        212,       012,        011,       022,       012
            4,      000,        112,       012,        011,       022,       012
            5,      000,        212,       022,        011,       022,       011
            6,      000,        212,       012,        011,       022,       011
            """)
    @DisplayName("O19 every mode, state and trigger")
    void everyModeStateAndTrigger(
            int mode, String off, String on, String manualOff, String manualOn, String localOff, String localOn) {
        var columns = Map.of(
                Trigger.REMOTE_DISCONNECT, off,
                Trigger.REMOTE_RECONNECT, on,
                Trigger.MANUAL_DISCONNECT, manualOff,
                Trigger.MANUAL_RECONNECT, manualOn,
                Trigger.LOCAL_DISCONNECT, localOff,
                Trigger.LOCAL_RECONNECT, localOn);
        for (Trigger trigger : Trigger.values()) {
            for (State state : State.values()) {
                State expected = STATES.get(columns.getOrDefault(trigger, "").charAt(state.code()));
                var control = new DisconnectControl(state, Mode.ofCode(mode).orElseThrow());

                assertEquals(
                        expected, control.after(trigger).state(), () -> "mode " + mode + ", " + state + ", " + trigger);
            }
        }
    }

    @Test
    void aModeThatNeverDisconnectsDoesNotConnect() {
        var open = new DisconnectControl(State.DISCONNECTED, Mode.DIRECT);

        assertEquals(Optional.empty(), open.with(Mode.ALWAYS_CONNECTED));
        assertEquals(
                Optional.of(new DisconnectControl(State.CONNECTED, Mode.ALWAYS_CONNECTED)),
                open.after(Trigger.REMOTE_RECONNECT).with(Mode.ALWAYS_CONNECTED));
    }

    @Test
    void theOutputIsOnOnlyWhileConnected() {
        for (State state : State.values()) {
            assertEquals(state == State.CONNECTED, new DisconnectControl(state, Mode.READY).isConnected());
        }
    }
}
