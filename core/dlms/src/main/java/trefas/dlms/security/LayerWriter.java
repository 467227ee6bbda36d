package trefas.dlms.security;

import java.security.SecureRandom;
import java.util.Optional;
import trefas.dlms.ApduBuffer;
import trefas.security.Ciphering;
import trefas.security.CurvePrivateKey;
import trefas.security.SecurityControl;
import trefas.security.SystemTitle;

/// Puts protection around an APDU: the octets of [Layer], the other way round.
final class LayerWriter {

    private static final byte[] NOTHING = new byte[0];

    /// Longest form of a length.
    static final int LENGTH_OCTETS_MAX = 5;

    private LayerWriter() {}

    /// Replaces the APDU in the buffer by its form under a service's own tag.
    static void service(int tag, Ciphering ciphering, ApduBuffer apdu) {
        byte[] plain = apdu.toOctets();
        apdu.reset();
        apdu.octet(tag);
        body(ciphering, NOTHING, plain, apdu);
    }

    /// The same as general-glo or general-ded.
    static void general(int tag, Ciphering ciphering, ApduBuffer apdu) {
        byte[] plain = apdu.toOctets();
        apdu.reset();
        apdu.octet(tag).octet(SystemTitle.OCTETS).number(ciphering.originator().packed(), SystemTitle.OCTETS);
        body(ciphering, NOTHING, plain, apdu);
    }

    /// The same as general-ciphering.
    static void generalCiphering(GeneralHeader header, KeyChoice choice, Ciphering ciphering, ApduBuffer apdu) {
        byte[] plain = apdu.toOctets();
        byte[] fields = header.encode();
        apdu.reset();
        apdu.octet(Layer.GENERAL_CIPHERING).octets(fields);
        keyChoice(choice, apdu);
        body(ciphering, fields, plain, apdu);
    }

    /// Signs the APDU: everything from the header to the content, with its length, is signed.
    static void generalSigning(GeneralHeader header, CurvePrivateKey key, SecureRandom randomness, ApduBuffer apdu) {
        byte[] content = apdu.toOctets();
        apdu.reset();
        apdu.octets(header.encode()).lengthField(content.length).octets(content);
        byte[] signed = apdu.toOctets();
        byte[] signature = key.sign(signed, randomness);
        apdu.reset();
        apdu.octet(Layer.GENERAL_SIGNING)
                .octets(signed)
                .lengthField(signature.length)
                .octets(signature);
    }

    private static void body(Ciphering ciphering, byte[] fields, byte[] plain, ApduBuffer apdu) {
        SecurityControl control = ciphering.control();
        byte[] sealed = new byte[plain.length + control.tagOctets()];
        ciphering.protect(fields, plain, 0, plain.length, sealed, 0);
        apdu.lengthField(1 + Integer.BYTES + sealed.length)
                .octet(control.octet())
                .number(ciphering.counter(), Integer.BYTES)
                .octets(sealed);
    }

    private static void keyChoice(KeyChoice choice, ApduBuffer apdu) {
        switch (choice) {
            case KeyChoice.Unsaid _ -> apdu.octet(0);
            case KeyChoice.Identified(int id) ->
                apdu.octet(1).octet(KeyChoice.IDENTIFIED).octet(id);
            case KeyChoice.Wrapped(int master, var key) ->
                apdu.octet(1)
                        .octet(KeyChoice.WRAPPED)
                        .octet(master)
                        .lengthField(key.length())
                        .octets(key.toArray());
            case KeyChoice.Agreed(var parameters, var data) ->
                apdu.octet(1)
                        .octet(KeyChoice.AGREED)
                        .lengthField(parameters.length())
                        .octets(parameters.toArray())
                        .lengthField(data.length())
                        .octets(data.toArray());
        }
    }

    /// Octets a general header takes at most, with titles of 8 octets.
    static int headerOctets(Optional<Integer> transactionOctets) {
        return 1 + transactionOctets.orElse(0) + 2 * (1 + SystemTitle.OCTETS) + 2;
    }
}
