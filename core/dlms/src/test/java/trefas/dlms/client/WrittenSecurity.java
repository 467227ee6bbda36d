package trefas.dlms.client;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.Envelope;
import trefas.security.SystemTitle;

/// Security whose octets are written down: protected APDUs and proofs come from a list, so that a conversation is
/// tested against recorded octets and not against the same arithmetic again.
final class WrittenSecurity implements ClientSecurity {

    static final SystemTitle TITLE = new SystemTitle(0x4D4D_4D00_0000_0001L);
    static final Octets CHALLENGE = Octets.ofHex("4B35366956616759");

    final Queue<String> sealed = new ArrayDeque<>();
    final Queue<String> opened = new ArrayDeque<>();
    final Queue<String> plainSent = new ArrayDeque<>();
    Protection protection = new Protection(true, true, false);
    String ownProof = "";
    String serverProof = "";
    List<SystemTitle> met = List.of();

    private record Plain(Octets whole, Envelope envelope) implements ApduProtection.Opened.Plain {
        @Override
        public byte[] octets() {
            return whole.toArray();
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int length() {
            return whole.length();
        }
    }

    @Override
    public SystemTitle title() {
        return TITLE;
    }

    @Override
    public Octets challenge() {
        return CHALLENGE;
    }

    @Override
    public Optional<Octets> dedicatedKey() {
        return Optional.empty();
    }

    @Override
    public void meet(SystemTitle server) {
        met = List.of(server);
    }

    @Override
    public Optional<Octets> proof(AuthenticationMechanism mechanism, Octets serverChallenge) {
        return ownProof.isEmpty() ? Optional.empty() : Optional.of(Octets.ofHex(ownProof));
    }

    @Override
    public boolean accepts(AuthenticationMechanism mechanism, Octets serverChallenge, Octets proof) {
        return proof.equals(Octets.ofHex(serverProof));
    }

    @Override
    public ApduProtection protection() {
        return new ApduProtection() {
            @Override
            public Opened open(byte[] octets, int offset, int length) {
                return opened.isEmpty()
                        ? new Opened.Refused(false, 0, "the tag does not verify")
                        : new Plain(
                                Octets.ofHex(opened.remove()),
                                new Envelope(Envelope.Family.GLOBAL, protection, Optional.empty()));
            }

            @Override
            public boolean seal(Envelope envelope, ApduBuffer apdu) {
                plainSent.add(Octets.of(apdu.toOctets()).toString());
                apdu.reset();
                if (sealed.isEmpty()) {
                    return false;
                }
                apdu.octets(Octets.ofHex(sealed.remove()).toArray());
                return true;
            }

            @Override
            public int overheadOctets(Envelope envelope, int apduOctets) {
                return 19;
            }
        };
    }
}
