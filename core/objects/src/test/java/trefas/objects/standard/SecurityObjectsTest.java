package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.security.CounterUse;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;
import trefas.security.WrappedKey;

/// Security setup as a client meets it (dossier E7, E10). The keys are those of the dossier's vectors.
class SecurityObjectsTest {

    private static final String SETUP = "0-0:43.0.0*255";
    private static final SymmetricKey FRESH = SymmetricKey.ofHex("00112233445566778899AABBCCDDEEFF");
    private static final SystemTitle CLIENT =
            SystemTitle.of(HexFormat.of().parseHex("4D4D4D0000000001")).orElseThrow();

    private final SecurityState state = ControlOnBench.keys(SecuritySuite.SUITE_0);
    private final ControlOnBench bench = on(state);

    @Test
    @DisplayName("O29 security setup: policy, suite and titles are read by the public client, too")
    void readable() {
        assertEquals("1600", bench.get(ControlOnBench.PUBLIC, 64, SETUP, 2).hex());
        assertEquals("1600", bench.get(ControlOnBench.PUBLIC, 64, SETUP, 3).hex());
        assertEquals("0900", bench.get(ControlOnBench.PUBLIC, 64, SETUP, 4).hex());
        assertEquals(
                "09084D4D4D0000BC614E",
                bench.get(ControlOnBench.PUBLIC, 64, SETUP, 5).hex());
        bench.having(64, SETUP, 4, Values.octets(CLIENT.octets()));
        assertEquals("09084D4D4D0000000001", bench.get(64, SETUP, 4).hex());
        assertEquals(Optional.of(CLIENT), state.partnerTitle());
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(64, SETUP, 2, Values.en(0)));
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                bench.set(ControlOnBench.PUBLIC, 64, SETUP, 4, Values.text("12345678")));
    }

    @Test
    @DisplayName("O29 without keys in the meter the security setup is not available")
    void unavailable() {
        var clear = new ControlOnBench();

        assertEquals(
                DataAccessResult.OBJECT_UNAVAILABLE, clear.get(64, SETUP, 2).result());
        assertEquals(ActionResult.OBJECT_UNAVAILABLE, clear.call(64, SETUP, 1, Values.en(0)));
    }

    @Test
    @DisplayName("C05 key_transfer of GUEK, of GAK, of both; the new keys hold")
    void transfer() {
        // E7: GUEK wrapped in the master key.
        assertEquals(
                ActionResult.SUCCESS,
                bench.action(
                        "C301C1004000002B0000FF020101010202160009181FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5"));
        assertEquals(Optional.of(FRESH), state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION));
        assertEquals(Optional.of(ControlOnBench.AUTHENTICATION), state.key(KeyId.AUTHENTICATION));

        assertEquals(ActionResult.SUCCESS, transfer(wrapped(KeyId.AUTHENTICATION, FRESH)));
        assertEquals(Optional.of(FRESH), state.key(KeyId.AUTHENTICATION));
        assertEquals(
                ActionResult.SUCCESS,
                transfer(
                        wrapped(KeyId.AUTHENTICATION, ControlOnBench.AUTHENTICATION),
                        wrapped(KeyId.GLOBAL_UNICAST_ENCRYPTION, ControlOnBench.UNICAST)));
        assertEquals(Optional.of(ControlOnBench.UNICAST), state.key(KeyId.GLOBAL_UNICAST_ENCRYPTION));
        assertTrue(bench.log(0).contains(EventCode.KEYS_CHANGED.code()));
    }

    @Test
    @DisplayName("C06 key_transfer with key_id 9, a wrong wrap, a wrong length, a key twice: refused, old keys hold")
    void badTransfers() {
        CosemData good = wrapped(KeyId.AUTHENTICATION, FRESH);
        byte[] tampered = WrappedKey.wrap(KeyId.AUTHENTICATION, FRESH, ControlOnBench.MASTER)
                .octets();
        tampered[3] ^= 1;
        CosemData bad = Values.structure(Values.en(2), Values.octets(tampered));
        CosemData shorter = Values.structure(Values.en(2), Values.octets(new byte[16]));
        CosemData unknown = Values.structure(Values.en(9), Values.element(good, 1));
        long changes = state.changes();

        assertEquals(ActionResult.OTHER_REASON, transfer(bad));
        assertEquals(ActionResult.OTHER_REASON, transfer(good, bad));
        assertEquals(ActionResult.OTHER_REASON, transfer(shorter));
        assertEquals(ActionResult.OTHER_REASON, transfer(unknown));
        assertEquals(ActionResult.OTHER_REASON, transfer(good, unknown));
        assertEquals(ActionResult.OTHER_REASON, transfer(good, good));
        assertEquals(ActionResult.OTHER_REASON, bench.call(64, SETUP, 2, Values.array()));
        assertEquals(ActionResult.TYPE_UNMATCHED, bench.call(64, SETUP, 2, Values.en(0)));
        assertEquals(changes, state.changes());
    }

    @ParameterizedTest(name = "version 1: {0} then {1}: {2}")
    @CsvSource({
        "0x24, 0x6C, true",
        "0x24, 0x24, true",
        "0x6C, 0x24, false",
        "0x6C, 0x00, false",
        "0x00, 0x03, false",
        "0x00, 0x10, false"
    })
    @DisplayName("C11 a policy is raised and never lowered; what the suite cannot keep is refused")
    void policy(String first, String second, boolean taken) {
        assertEquals(ActionResult.SUCCESS, bench.call(64, SETUP, 1, Values.en(Integer.decode(first))));
        int before = state.policy().bits();
        ActionResult result = bench.call(64, SETUP, 1, Values.en(Integer.decode(second)));

        assertEquals(taken, result == ActionResult.SUCCESS);
        assertEquals(taken ? Integer.decode(second) : before, state.policy().bits());
    }

    @Test
    @DisplayName("C11 version 0: 0, 1, 3 can be gone up, 3 to 1 not")
    void policyOfVersion0() {
        var first = new ControlOnBench(
                ControlOnBench.changed(
                        SETUP,
                        _ -> StandardObject.of(SETUP, InterfaceClass.SECURITY_SETUP)
                                .behaving(new SecuritySetupBehaviour())
                                .granting(ClientRole.MANAGEMENT, "R* X*")),
                Surroundings.NONE.with(ControlOnBench.access(state)));
        assertEquals(ActionResult.SUCCESS, first.call(64, SETUP, 1, Values.en(1)));
        assertEquals(1, first.get(64, SETUP, 2).number());
        // T5: security_activate(3).
        assertEquals(ActionResult.SUCCESS, first.action("C301C1004000002B0000FF01011603"));
        assertEquals(SecurityPolicy.AUTHENTICATED_AND_ENCRYPTED, state.policy());
        assertEquals(3, first.get(64, SETUP, 2).number());
        assertEquals(ActionResult.OTHER_REASON, first.call(64, SETUP, 1, Values.en(1)));
        assertEquals(ActionResult.OTHER_REASON, first.call(64, SETUP, 1, Values.en(4)));
        assertEquals(
                ActionResult.OTHER_REASON,
                first.call(64, SETUP, 2, Values.array(wrapped(KeyId.MASTER, FRESH))),
                "version 0 has no master key");
    }

    @Test
    @DisplayName("C11 a policy that needs keys is refused while there are none")
    void noLockOut() {
        var empty = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, state.ownTitle());

        assertEquals(ActionResult.OTHER_REASON, on(empty).action("C301C1004000002B0000FF0101166C"));
        assertEquals(SecurityPolicy.NONE, empty.policy());
        // T5: security_activate(0x6C).
        assertEquals(ActionResult.SUCCESS, bench.action("C301C1004000002B0000FF0101166C"));
    }

    @Test
    void keyPairs() {
        var withCurve = SecurityState.fresh(SecuritySuite.SUITE_1, SecurityPolicy.NONE, state.ownTitle());

        // T5: generate_key_pair(signature).
        assertEquals(ActionResult.SUCCESS, on(withCurve).action("C301C1004000002B0000FF04011600"));
        assertTrue(withCurve.keyPairs().own(KeyUse.DIGITAL_SIGNATURE).isPresent());
        assertEquals(ActionResult.OTHER_REASON, bench.action("C301C1004000002B0000FF04011600"), "suite 0 has no curve");
    }

    @Test
    @DisplayName("C27 GET of a secret or a key: never, for nobody, in no form")
    void secretsStayInside() {
        for (int associations = 0; associations <= 3; associations++) {
            String name = "0-0:40.0." + associations + "*255";
            var result = bench.get(15, name, 7).result();
            assertEquals(DataAccessResult.READ_WRITE_DENIED, result, name);
        }
        var everything = bench.get(64, SETUP, 0).hex()
                + bench.get(15, "0-0:40.0.0*255", 0).hex();
        for (KeyId id : KeyId.values()) {
            String key = state.key(id)
                    .map(one -> HexFormat.of().withUpperCase().formatHex(one.octets()))
                    .orElse("none");
            assertTrue(!everything.contains(key), id::toString);
        }
    }

    @Test
    void theInvocationCounterIsTheHighestReceived() {
        assertEquals(
                "0600000000",
                bench.get(ControlOnBench.PUBLIC, 1, "0-0:43.1.0*255", 2).hex());
        state.received(CLIENT, CounterUse.UNICAST, 0x1234);
        assertEquals(
                "0600001234",
                bench.get(ControlOnBench.PUBLIC, 1, "0-0:43.1.0*255", 2).hex());
    }

    private static ControlOnBench on(SecurityState state) {
        return new ControlOnBench(Surroundings.NONE.with(ControlOnBench.access(state)));
    }

    private ActionResult transfer(CosemData... keys) {
        return bench.call(64, SETUP, 2, Values.array(keys));
    }

    private static CosemData wrapped(KeyId id, SymmetricKey key) {
        return Values.structure(
                Values.en(id.code()),
                Values.octets(WrappedKey.wrap(id, key, ControlOnBench.MASTER).octets()));
    }
}
