package trefas.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.security.Published.AK;
import static trefas.security.Published.CLIENT;
import static trefas.security.Published.EK;
import static trefas.security.Published.LONG_EK;
import static trefas.security.Published.OTHER;
import static trefas.security.Published.SERVER;
import static trefas.security.Published.hex;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.security.RestoredSecurity.Ready;
import trefas.security.RestoredSecurity.Unusable;

class SecurityStateTest {

    private static final SymmetricKey MASTER = SymmetricKey.ofHex("0F0E0D0C0B0A09080706050403020100");

    private final SecurityState state = keyed();

    @ParameterizedTest(name = "C03 after {0} was received, {1} is accepted: {2}")
    @CsvSource({
        "100, 100, false",
        "100, 99, false",
        "100, 0, false",
        "100, 101, true",
        "100, 1100, true",
        "100, 4294967294, true",
        "100, 4294967295, false",
        "4294967294, 4294967294, false"
    })
    void onlyHigherCountersAreAccepted(long received, long counter, boolean accepted) {
        state.received(CLIENT, CounterUse.UNICAST, received);

        assertEquals(accepted, state.accepts(CLIENT, CounterUse.UNICAST, counter));
        assertTrue(state.accepts(SERVER, CounterUse.UNICAST, 0), "another partner counts for itself");
        assertTrue(state.accepts(CLIENT, CounterUse.BROADCAST, 0), "another key counts for itself");
    }

    @Test
    @DisplayName("C04 own counters rise without a gap, and over a restart without a repetition")
    void ownCountersOnlyRise() {
        var life = state;
        long last = 0;
        var random = new Random(20_261_128);
        for (int restart = 0; restart < 50; restart++) {
            byte[] saved = life.toOctets();
            long changes = life.changes();
            for (int message = random.nextInt(3_000); message >= 0; message--) {
                long counter = life.unicastCounter().take().orElseThrow();
                assertTrue(counter > last, counter + " after " + last);
                last = counter;
                if (life.changes() != changes) {
                    changes = life.changes();
                    saved = life.toOctets();
                }
            }
            life = restored(saved);
        }
    }

    @Test
    @DisplayName("C24 what was accepted before a kill is not accepted after it")
    void acceptedCountersSurviveAKill() {
        byte[] saved = state.toOctets();
        long changes = state.changes();
        int saves = 0;
        for (long counter = 1; counter <= 1_000; counter++) {
            assertTrue(state.accepts(CLIENT, CounterUse.UNICAST, counter));
            state.received(CLIENT, CounterUse.UNICAST, counter);
            if (state.changes() != changes) {
                changes = state.changes();
                saved = state.toOctets();
                saves++;
            }
            var afterKill = restored(saved);
            assertFalse(afterKill.accepts(CLIENT, CounterUse.UNICAST, counter), "counter " + counter);
            assertTrue(afterKill.accepts(CLIENT, CounterUse.UNICAST, counter + PartnerCounters.SAVED_AHEAD + 1));
        }
        assertTrue(saves <= 1 + 1_000 / PartnerCounters.SAVED_AHEAD, "saved " + saves + " times");
    }

    @Test
    @DisplayName("C24 an orderly stop skips no counter")
    void anOrderlyStopSkipsNothing() {
        state.unicastCounter().take();
        state.received(CLIENT, CounterUse.UNICAST, 7);
        state.settle();
        var woken = restored(state.toOctets());

        assertEquals(2, woken.unicastCounter().next());
        assertEquals(8, woken.lowestAcceptable(CLIENT, CounterUse.UNICAST));
        assertEquals(7, woken.highestReceived(CounterUse.UNICAST));
    }

    @Test
    @DisplayName("C23 with the counter at its end the key is dead, and a new key revives it")
    void aKeyDies() {
        state.continueSendingAt(0xFFFF_FFFEL);

        assertEquals(OptionalLong.of(0xFFFF_FFFEL), state.unicastCounter().take());
        assertEquals(OptionalLong.empty(), state.unicastCounter().take());
        assertTrue(state.unicastCounter().isUsedUp());
        assertEquals(
                OptionalLong.empty(),
                restored(state.toOctets()).unicastCounter().take());

        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, OTHER);
        assertEquals(OptionalLong.of(SendCounter.FIRST), state.unicastCounter().take());
    }

    @Test
    @DisplayName("C05 both keys are transferred, the partner begins anew, the old key is gone")
    void keysAreTransferred() {
        state.received(CLIENT, CounterUse.UNICAST, 500);
        var fresh = SymmetricKey.ofHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");

        var change = state.transfer(List.of(
                WrappedKey.wrap(KeyId.GLOBAL_UNICAST_ENCRYPTION, OTHER, MASTER),
                WrappedKey.wrap(KeyId.AUTHENTICATION, fresh, MASTER)));

        assertEquals(KeyChange.DONE, change);
        assertEquals(Optional.of(OTHER), state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION));
        assertEquals(Optional.of(fresh), state.key(KeyId.AUTHENTICATION));
        assertTrue(state.accepts(CLIENT, CounterUse.UNICAST, 0));
    }

    // The answer to the transfer goes out under the old key while the new one is in place already; then the old
    // key may even be brought back.
    @Test
    @DisplayName("C05 no counter is used twice under a key, even when it comes back")
    void aFormerKeyThatComesBackRepeatsNothing() {
        var used = new HashSet<String>();
        var old = state.unicastCounter();
        take(used, "old", old);
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, OTHER);
        take(used, "old", old);
        take(used, "new", state.unicastCounter());
        var between = state.unicastCounter();
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, EK);
        take(used, "new", between);
        for (int i = 0; i < 100; i++) {
            take(used, "old", state.unicastCounter());
        }
    }

    @Test
    void theSameKeyAgainChangesNoCounter() {
        state.received(CLIENT, CounterUse.UNICAST, 500);
        long next = state.unicastCounter().next();

        assertEquals(
                KeyChange.DONE, state.transfer(List.of(WrappedKey.wrap(KeyId.GLOBAL_UNICAST_ENCRYPTION, EK, MASTER))));

        assertFalse(state.accepts(CLIENT, CounterUse.UNICAST, 500));
        assertEquals(next, state.unicastCounter().next());
    }

    @Test
    @DisplayName("C06 one bad wrap, and no key is changed")
    void keysAreTransferredAllOrNone() {
        byte[] before = state.toOctets();
        var good = WrappedKey.wrap(KeyId.AUTHENTICATION, OTHER, MASTER);
        byte[] flipped = good.octets();
        flipped[3] ^= 1;

        assertEquals(
                KeyChange.NOT_A_WRAPPED_KEY,
                state.transfer(List.of(good, WrappedKey.of(KeyId.GLOBAL_UNICAST_ENCRYPTION, flipped))));
        assertEquals(
                KeyChange.NOT_A_WRAPPED_KEY,
                state.transfer(List.of(good, WrappedKey.of(KeyId.MASTER, Arrays.copyOf(flipped, 23)))));
        assertEquals(
                KeyChange.NOT_A_WRAPPED_KEY,
                state.transfer(List.of(good, WrappedKey.wrap(KeyId.MASTER, LONG_EK, MASTER))),
                "a key of another suite");
        assertEquals(KeyChange.NOT_A_SET, state.transfer(List.of(good, good)));
        assertEquals(KeyChange.NOT_A_SET, state.transfer(List.of()));
        assertEquals(Optional.empty(), KeyId.ofCode(9));
        assertArrayEquals(before, state.toOctets());
    }

    @Test
    void withoutAMasterKeyNothingIsTransferred() {
        var bare = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, SERVER);

        assertEquals(
                KeyChange.NO_MASTER_KEY, bare.transfer(List.of(WrappedKey.wrap(KeyId.AUTHENTICATION, OTHER, MASTER))));
    }

    @ParameterizedTest(name = "C11 from {0} to {1}: {2}")
    @CsvSource({
        "0, 4, true",
        "0, 108, true",
        "4, 108, true",
        "108, 108, true",
        "108, 4, false",
        "108, 0, false",
        "4, 8, false"
    })
    void aPolicyOnlyGrows(int from, int to, boolean done) {
        var setup = SecurityState.fresh(SecuritySuite.SUITE_0, new SecurityPolicy(from), SERVER);

        assertEquals(done, setup.raise(new SecurityPolicy(to)));
        assertEquals(new SecurityPolicy(done ? to : from), setup.policy());
    }

    @Test
    void everythingIsSavedAndComesBack() {
        var full = SecurityState.fresh(SecuritySuite.SUITE_1, SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED, SERVER);
        full.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, EK);
        full.install(KeyId.GLOBAL_BROADCAST_ENCRYPTION, OTHER);
        full.install(KeyId.AUTHENTICATION, AK);
        full.install(KeyId.MASTER, MASTER);
        full.expectPartner(CLIENT);
        full.received(CLIENT, CounterUse.BROADCAST, 9);
        full.changeSecret(18, 16, Secret.of(hex("3132333435")));
        full.keyPairs()
                .install(KeyUse.DIGITAL_SIGNATURE, CurveKeyPair.generate(SecuritySuite.SUITE_1, new SecureRandom()));
        full.settle();

        var woken = restored(full.toOctets());

        assertArrayEquals(full.toOctets(), woken.toOctets());
        assertEquals(full.policy(), woken.policy());
        assertEquals(full.key(KeyId.MASTER), woken.key(KeyId.MASTER));
        assertEquals(full.partnerTitle(), woken.partnerTitle());
        assertEquals(full.secret(18, 16), woken.secret(18, 16));
        assertEquals(10, woken.lowestAcceptable(CLIENT, CounterUse.BROADCAST));
        assertEquals(
                full.keyPairs().own(KeyUse.DIGITAL_SIGNATURE).map(CurveKeyPair::publicKey),
                woken.keyPairs().own(KeyUse.DIGITAL_SIGNATURE).map(CurveKeyPair::publicKey));
    }

    @Test
    void aRecordCutAnywhereIsToldAndNotTaken() {
        byte[] saved = state.toOctets();
        for (int length = 0; length < saved.length; length++) {
            assertInstanceOf(Unusable.class, SecurityState.of(Arrays.copyOf(saved, length)));
        }
        assertInstanceOf(Unusable.class, SecurityState.of(Arrays.copyOf(saved, saved.length + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"02", "0103", "010001", "0100004D4D4D0000BC614E000000000000000001"})
    void aRecordOfAnotherFormIsTold(String octets) {
        assertInstanceOf(Unusable.class, SecurityState.of(hex(octets)));
    }

    @Test
    @DisplayName("C27 nothing prints a key or a secret")
    void nothingPrintsAKey() {
        assertEquals("key of 16 octets", EK.toString());
        assertEquals("secret of 5 octets", Secret.of(hex("3132333435")).toString());
        var pair = CurveKeyPair.generate(SecuritySuite.SUITE_1, new SecureRandom());
        assertFalse(pair.toString().contains(hex(pair.privateKey().octets())));
        assertFalse(state.toString().contains(hex(EK.octets())));
        assertNotEquals(EK, OTHER);
    }

    // A state that can be saved again, or a sentence.
    @FuzzTest
    void anyRecordGetsAnAnswer(byte[] noise) {
        switch (SecurityState.of(noise)) {
            case Ready(SecurityState woken) -> {
                woken.settle();
                assertInstanceOf(Ready.class, SecurityState.of(woken.toOctets()));
            }
            case Unusable(String reason) -> assertFalse(reason.isEmpty());
        }
    }

    private static void take(Set<String> used, String key, SendCounter counter) {
        String value = key + " " + counter.take().orElseThrow();
        assertTrue(used.add(value), value);
    }

    private static SecurityState restored(byte[] octets) {
        return assertInstanceOf(Ready.class, SecurityState.of(octets)).state();
    }

    private static SecurityState keyed() {
        var state = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, SERVER);
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, EK);
        state.install(KeyId.AUTHENTICATION, AK);
        state.install(KeyId.MASTER, MASTER);
        return state;
    }
}
