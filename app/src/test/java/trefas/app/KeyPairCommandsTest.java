package trefas.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.quantity.Obis;
import trefas.security.CurveKeyPair;
import trefas.security.CurvePrivateKey;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;
import trefas.transport.TcpLimits;
import trefas.transport.TcpListener;

/// The commands with key pairs against a meter with key pairs: client 1 in a ciphered context and client 2 in clear,
/// both by mechanism 7 (ECDSA, suite 1).
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KeyPairCommandsTest {

    /// Each run begins far above what the one before may have used.
    private static final AtomicLong COUNTER = new AtomicLong(1);

    private static final SystemTitle CLIENT = new SystemTitle(0x5452_4600_0000_0001L);
    private static final SystemTitle METER = new SystemTitle(0x4D4D_4D00_00BC_614EL);
    private static final String EK = "000102030405060708090A0B0C0D0E0F";
    private static final String AK = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";
    private static final String KEK = "00112233445566778899AABBCCDDEEFF";
    private static final AttributeDescriptor NUMBER = new AttributeDescriptor(1, Obis.of("0-0:96.1.0*255"), 2);
    private static final Octets CHALLENGE =
            Octets.ofHex("606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F");

    /// The meter's signing key as OpenSSL keeps it: the number, PKCS#8, RFC 5915, the public half, and a certificate
    /// of its title 4D4D4D0000BC614E for signatures until 2126.
    private static final String NUMBER_OF_METER = "e31f374825f491a22835a846af85c31eea9d3d6fd6c2a8181cfa22f62277e543";

    private static final String PKCS8 = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4x83SCX0kaIoNahG
            r4XDHuqdPW/WwqgYHPoi9iJ35UOhRANCAARq236im8OGfwRF9sbsa0/rczLbagXj
            gHcWRd3wXVGpnKb3qpZOXBoRU6Vc643c5Ji/7oYaMXVamfUQkSdVwMIR
            -----END PRIVATE KEY-----
            """;

    private static final String SEC1 = """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIOMfN0gl9JGiKDWoRq+Fwx7qnT1v1sKoGBz6IvYid+VDoAoGCCqGSM49
            AwEHoUQDQgAEatt+opvDhn8ERfbG7GtP63My22oF44B3FkXd8F1RqZym96qWTlwa
            EVOlXOuN3OSYv+6GGjF1Wpn1EJEnVcDCEQ==
            -----END EC PRIVATE KEY-----
            """;

    private static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEatt+opvDhn8ERfbG7GtP63My22oF
            44B3FkXd8F1RqZym96qWTlwaEVOlXOuN3OSYv+6GGjF1Wpn1EJEnVcDCEQ==
            -----END PUBLIC KEY-----
            """;

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBnTCCAUOgAwIBAgIUWS6cl8/2oihCtqp1DcNCAObhMQQwCgYIKoZIzj0EAwIw
            GzEZMBcGA1UEAwwQNEQ0RDREMDAwMEJDNjE0RTAgFw0yNjExMjgyMTMyNDhaGA8y
            MTI2MTEwNDIxMzI0OFowGzEZMBcGA1UEAwwQNEQ0RDREMDAwMEJDNjE0RTBZMBMG
            ByqGSM49AgEGCCqGSM49AwEHA0IABGrbfqKbw4Z/BEX2xuxrT+tzMttqBeOAdxZF
            3fBdUamcpveqlk5cGhFTpVzrjdzkmL/uhhoxdVqZ9RCRJ1XAwhGjYzBhMB0GA1Ud
            DgQWBBSo4WK8KkXkBED31KgGMaqG5ZiCIDAfBgNVHSMEGDAWgBSo4WK8KkXkBED3
            1KgGMaqG5ZiCIDAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQEAwIHgDAKBggq
            hkjOPQQDAgNIADBFAiEAuj4FQtibvN30E9Hk9tBLFkn8OVsmNxbiQV4t46LjCU0C
            IHSfiPV8TtINvygsP7+1BKBe1HfX37jsgs8gYKS+rb+C
            -----END CERTIFICATE-----
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CurveKeyPair signing = pair();
    private final CurveKeyPair agreement = pair();
    private final CurveKeyPair meterAgreement = pair();
    private final SecurityState meter = keyed();
    private final TcpListener port = listener();

    private static CurveKeyPair pair() {
        return CurveKeyPair.generate(SecuritySuite.SUITE_1, new SecureRandom());
    }

    private static CurveKeyPair ofMeter() {
        return CurvePrivateKey.of(SecuritySuite.SUITE_1, HexFormat.of().parseHex(NUMBER_OF_METER))
                .orElseThrow()
                .pair();
    }

    private SecurityState keyed() {
        var state = SecurityState.fresh(SecuritySuite.SUITE_1, SecurityPolicy.NONE, METER);
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, SymmetricKey.ofHex(EK));
        state.install(KeyId.AUTHENTICATION, SymmetricKey.ofHex(AK));
        state.install(KeyId.MASTER, SymmetricKey.ofHex(KEK));
        state.keyPairs().install(KeyUse.DIGITAL_SIGNATURE, ofMeter());
        state.keyPairs().install(KeyUse.KEY_AGREEMENT, meterAgreement);
        state.keyPairs().trust(CLIENT, KeyUse.DIGITAL_SIGNATURE, signing.publicKey());
        state.keyPairs().trust(CLIENT, KeyUse.KEY_AGREEMENT, agreement.publicKey());
        return state;
    }

    private static final class Device implements LogicalDevice {
        @Override
        public DataAccessResult get(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                AxdrWriter value) {
            if (!attribute.equals(NUMBER)) {
                return DataAccessResult.OBJECT_UNDEFINED;
            }
            value.doubleLongUnsigned(12_345_678);
            return DataAccessResult.SUCCESS;
        }

        @Override
        public boolean isPowered() {
            return true;
        }
    }

    @BeforeEach
    void keepKeys() throws IOException {
        Files.writeString(folder.resolve("p8.pem"), PKCS8);
        Files.writeString(folder.resolve("sec1.pem"), SEC1);
        Files.writeString(folder.resolve("public.pem"), PUBLIC);
        Files.writeString(folder.resolve("certificate.pem"), CERTIFICATE);
        Files.writeString(folder.resolve("text.pem"), "no key at all");
        Files.writeString(folder.resolve("hex.txt"), hex(signing));
        Files.writeString(folder.resolve("client.keys"), "signing-key=" + hex(signing) + "\n");
    }

    @AfterEach
    void hangUp() throws IOException {
        port.close();
    }

    private static String hex(CurveKeyPair pair) {
        return HexFormat.of().formatHex(pair.privateKey().octets());
    }

    /// Own key given in any form, the meter's in any form: the title comes from the certificate or has to be given.
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "--signing-key HEX, --server-signing-key DIR/certificate.pem",
        "--signing-key DIR/hex.txt, --server-signing-key DIR/public.pem --server-title 4D4D4D0000BC614E",
        "--keys DIR/client.keys, --server-signing-key POINT --server-title 4D4D4D0000BC614E",
        "--keys DIR/client.keys, --server-signing-key 04POINT --server-title 4D4D4D0000BC614E"
    })
    void bothEndsProveThemselvesBySignature(String own, String theirs) {
        read("--client 2 --server 1 --auth hls-ecdsa --suite 1 " + own + " " + theirs);
        read("--client 1 --auth hls-ecdsa --suite 1 " + own + " " + theirs + ciphered());
    }

    /// RFC 5958, RFC 5915 and the bare number are the same key, and the same public half belongs to it.
    @ParameterizedTest
    @ValueSource(strings = {"p8.pem", "sec1.pem"})
    void everyFormOfAPrivateKeyIsTheSame(String file) {
        var read = new CurveKeyText("signing-key", SecuritySuite.SUITE_1)
                .privateKey(folder.resolve(file).toString());
        var partner = new CurveKeyText("server-signing-key", SecuritySuite.SUITE_1)
                .partner(folder.resolve("certificate.pem").toString());

        assertEquals(NUMBER_OF_METER, HexFormat.of().formatHex(read.octets()));
        assertEquals(partner.key(), read.pair().publicKey());
        assertEquals(Optional.of(METER), partner.title());
        assertEquals(Optional.of(KeyUse.DIGITAL_SIGNATURE), partner.use());
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "authenticated", "encrypted"})
    void requestsAndAnswersAreSigned(String policy) {
        read(keyPairs() + ciphered() + " --wrapping general-signing --policy " + policy);
        read(keyPairs() + ciphered() + " --wrapping general-signing --gbt 4 --policy " + policy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"global", "wrapped --kek " + KEK, "ephemeral", "static"})
    void everyKeyOfGeneralCiphering(String sessionKey) {
        read(keyPairs() + ciphered() + " --wrapping general-ciphering --agreement-key " + hex(agreement)
                + " --server-agreement-key " + meterAgreement.publicKey() + " --session-key " + sessionKey);
    }

    @Test
    void aWrongKeyOfEitherEndIsOneSentence() {
        String theirs = " --server-signing-key " + folder.resolve("certificate.pem");
        assertEquals(
                ExitCode.REFUSED,
                run("--client 2 --server 1 --auth hls-ecdsa --suite 1 --signing-key " + hex(pair()) + theirs));
        assertTrue(err.toString().contains("it does not take the proof: other reason"), err.toString());

        err.getBuffer().setLength(0);
        String stranger = " --server-signing-key " + pair().publicKey() + " --server-title " + METER;
        assertEquals(
                ExitCode.PORT_OR_CONNECTION,
                run("--client 2 --server 1 --auth hls-ecdsa --suite 1 --signing-key " + hex(signing) + stranger));
        assertTrue(err.toString().contains("the server can't prove who it is"), err.toString());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --suite 1                                                   | hls-ecdsa needs two keys: give --signing-key and --server-signing-key.
            --suite 0 --signing-key HEX --server-signing-key POINT      | Key pairs are on a curve: give --suite 1 or 2.
            --suite 1 --signing-key HEX --server-signing-key POINT      | Whose is the key server-signing-key? Give --server-title, or the meter's certificate instead of its bare key.
            --suite 2 --signing-key HEX --server-signing-key POINT      | is no public key of suite 2: 96 octets are expected
            --suite 1 --signing-key 0102 --server-signing-key DIR/certificate.pem | The key signing-key is no private key of suite 1: 32 octets are expected
            --suite 1 --signing-key no.pem --server-signing-key DIR/certificate.pem | The key signing-key is neither hexadecimal nor a file that can be read.
            --suite 1 --signing-key DIR/text.pem --server-signing-key DIR/certificate.pem | The key signing-key is neither PEM nor hexadecimal.
            --suite 1 --signing-key DIR/public.pem --server-signing-key DIR/certificate.pem | The key signing-key is a PUBLIC KEY, expected a PRIVATE KEY without a passphrase.
            --suite 1 --signing-key HEX --server-signing-key DIR/p8.pem | The key server-signing-key is a PRIVATE KEY, expected a CERTIFICATE or PUBLIC KEY.
            --suite 1 --signing-key HEX --server-signing-key 0102       | is no public key of suite 1: 64 octets are expected, a point of its curve.
            --suite 1 --signing-key HEX --server-signing-key DIR/certificate.pem --server-title 4D4D4D0000000002 | The certificate of server-signing-key is that of 4D4D4D0000BC614E, not of 4D4D4D0000000002.
            --suite 1 --signing-key HEX --server-signing-key DIR/certificate.pem --session-key static | Agreeing on keys needs two: give --agreement-key and --server-agreement-key.
            --suite 1 --signing-key HEX --server-signing-key DIR/certificate.pem --session-key wrapped | --session-key wrapped needs the master key: give --kek.
            """)
    void whatIsWrongWithAKeyIsOneSentence(String options, String sentence) {
        assertEquals(
                ExitCode.WRONG_USAGE, run("--client 2 --server 1 --auth hls-ecdsa " + options), () -> out + "" + err);
        assertTrue(err.toString().contains(sentence), () -> "said: " + err);
    }

    @Test
    void aClientWithoutAssociationMustNameItsMeter() {
        assertEquals(ExitCode.WRONG_USAGE, run("--client 102 --ek " + EK + " --ak " + AK));
        assertTrue(err.toString().contains("so nothing tells who answers: give --server-title."), err.toString());
    }

    private static String ciphered() {
        return " --ek " + EK + " --ak " + AK + " --invocation-counter " + COUNTER.getAndAdd(1_000);
    }

    private String keyPairs() {
        return "--client 1 --auth hls-ecdsa --suite 1 --signing-key " + hex(signing) + " --server-signing-key "
                + folder.resolve("certificate.pem");
    }

    private void read(String options) {
        assertEquals(ExitCode.OK, run(options), () -> options + " said: " + err);
        assertTrue(out.toString().contains("12345678"), out.toString());
        out.getBuffer().setLength(0);
    }

    private int run(String options) {
        String line = options.replace("POINT", ofMeter().publicKey().toString())
                .replace("HEX", hex(signing))
                .replace("DIR", folder.toString());
        return TypedCommand.run("read 1/0-0:96.1.0*255 " + line + " --port " + port.port(), out, err);
    }

    private TcpListener listener() {
        var terms = List.of(
                terms(1, ApplicationContext.LOGICAL_NAMES_CIPHERED), terms(2, ApplicationContext.LOGICAL_NAMES));
        var access = SecurityAccess.unshared(meter, new SecureRandom());
        var profile = new ServerProfile(terms).with(access, () -> CHALLENGE);
        try {
            return TcpListener.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    TcpLimits.DEFAULT,
                    () -> new WrapperServer(profile, new Device()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static AssociationSettings terms(int client, ApplicationContext context) {
        return AssociationSettings.withHighLevelSecurity(
                client,
                1,
                context,
                AuthenticationMechanism.HIGH_ECDSA,
                Octets.of(new byte[0]),
                ServerProfile.EVERYTHING,
                ServerProfile.PDU_OCTETS_TCP);
    }
}
