package trefas.dlms.client;

import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.MethodDescriptor;
import trefas.dlms.ApduBuffer;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.Aarq;
import trefas.dlms.acse.AssociationResult;
import trefas.dlms.acse.Conformance;
import trefas.dlms.acse.InitiateError;
import trefas.dlms.acse.InitiateRequest;
import trefas.dlms.acse.InitiateResponse;
import trefas.dlms.acse.Release;
import trefas.dlms.security.ApduProtection;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.Envelope;
import trefas.dlms.xdlms.ActionRequest;
import trefas.dlms.xdlms.ActionResponse;
import trefas.dlms.xdlms.InvokeId;
import trefas.quantity.Obis;
import trefas.security.SystemTitle;

/// How an association begins and ends: AARQ, the checks of the AARE, the proofs of both ends, RLRQ (IEC 62056-5-3,
/// dossier C6).
///
/// ```
/// client                                server
///   | AARQ, challenge CtoS -------------> |
///   | <------- AARE 0/14, challenge StoC  |
///   | reply_to_HLS_authentication f(StoC) |  only with high level security
///   | <--------------- success, f(CtoS)   |
/// ```
final class AssociationOpening {

    static final InvokeId PROOF_INVOKE_ID = InvokeId.ofNumber(1);

    private static final MethodDescriptor REPLY_TO_HLS_AUTHENTICATION =
            new MethodDescriptor(15, Obis.of("0-0:40.0.0*255"), 1);

    private static final int REASON_NORMAL = 0;
    private static final int APDU_OCTETS_MAX = 4_096;
    private static final Octets NOTHING = Octets.of(new byte[0]);

    /// What an answer of the server led to.
    sealed interface Step {
        record Agreed(Conformance negotiated, int serverPduOctetsMax) implements Step {}

        /// The server waits for the proof, a plain ACTION.
        record Prove(Conformance negotiated, int serverPduOctetsMax, AxdrWriter proof) implements Step {}

        /// The server has proved itself too.
        record Proven() implements Step {}

        /// The server does not want this client.
        record Rejected(String reason) implements Step {}

        /// This client does not want that server.
        record Abort(String reason) implements Step {}
    }

    private final ClientSettings settings;
    private final Optional<ClientSecurity> security;
    private Octets serverChallenge = NOTHING;

    AssociationOpening(ClientSettings settings, Optional<ClientSecurity> security) {
        this.settings = settings;
        this.security = security;
    }

    /// Writes the AARQ.
    ///
    /// @return why nothing was written; empty when it was
    Optional<String> request(ApduBuffer request) {
        var information = initiate();
        if (information.isEmpty()) {
            return Optional.of("the encryption key is missing or its invocation counter is used up");
        }
        var plain = Aarq.of(settings.context(), settings.mechanism(), authenticationValue(), information.get());
        var named =
                settings.userId().isPresent() ? plain.ofUser(settings.userId().getAsInt()) : plain;
        var aarq =
                settings.needsTitles() ? named.withTitle(security.orElseThrow().title()) : named;
        request.reset();
        request.octets(aarq.encode());
        return Optional.empty();
    }

    /// Writes the RLRQ.
    ///
    /// @return why nothing was written; empty when it was
    Optional<String> release(ApduBuffer request) {
        request.reset();
        if (!settings.isCiphered()) {
            request.octets(Release.request());
            return Optional.empty();
        }
        var information = initiate();
        information.ifPresent(_ -> request.octets(new Release(REASON_NORMAL, information).encode(Release.REQUEST_TAG)));
        return information.isPresent()
                ? Optional.empty()
                : Optional.of("the encryption key is missing or its invocation counter is used up");
    }

    /// Takes the AARE.
    Step receive(byte[] octets, int offset, int length) {
        var decoded = Aare.decode(octets, offset, length);
        if (!(decoded instanceof Complete<Aare>(var aare, int _))) {
            return abort("the answer to the association request is malformed", decoded);
        }
        if (aare.result() != AssociationResult.ACCEPTED) {
            return new Step.Rejected(aare.userInformation()
                    .flatMap(InitiateError::decode)
                    .map(InitiateError::words)
                    .orElse(aare.diagnostic().words()));
        }
        Octets ownChallenge = security.map(ClientSecurity::challenge).orElse(NOTHING);
        var fault = AareCheck.fault(settings, ownChallenge, aare);
        if (fault.isPresent()) {
            return new Step.Abort("the server is not to be trusted: " + fault.get());
        }
        serverTitle(aare).ifPresent(title -> security.ifPresent(keys -> keys.meet(title)));
        return agreed(aare);
    }

    private Step agreed(Aare aare) {
        if (aare.userInformation().isEmpty()) {
            return new Step.Abort("accepted without an initiate response");
        }
        byte[] information = aare.userInformation().get().toArray();
        Octets plain = Octets.of(information);
        if (settings.isCiphered()) {
            switch (deciphered(information)) {
                case Opened.Plain opened -> {
                    if (!opened.envelope()
                            .protection()
                            .covers(settings.envelope().protection())) {
                        return new Step.Abort("the initiate response is less protected than the request");
                    }
                    plain = Octets.of(opened.octets(), opened.offset(), opened.length());
                }
                case Opened.Refused(boolean _, long _, String why) -> {
                    return new Step.Abort("the initiate response is not taken: " + why);
                }
            }
        }
        var decoded = InitiateResponse.decode(plain);
        if (!(decoded instanceof Complete<InitiateResponse>(var initiate, int _))) {
            return abort("accepted without an initiate response", decoded);
        }
        if (!settings.hasHighLevelSecurity()) {
            return new Step.Agreed(initiate.negotiated(), initiate.serverPduOctetsMax());
        }
        serverChallenge = aare.authenticationValue().orElse(NOTHING);
        var proof = security.flatMap(keys -> keys.proof(settings.mechanism(), serverChallenge));
        if (proof.isEmpty()) {
            return new Step.Abort("there is no secret or key to prove this client with " + settings.mechanism());
        }
        var action = new AxdrWriter(APDU_OCTETS_MAX);
        new ActionRequest.Normal(
                        PROOF_INVOKE_ID, REPLY_TO_HLS_AUTHENTICATION, Optional.of(new OctetString(proof.get())))
                .encode(action);
        return new Step.Prove(initiate.negotiated(), initiate.serverPduOctetsMax(), action);
    }

    /// Takes the server's answer to this client's proof, which has to be its own.
    Step receiveProof(byte[] octets, int offset, int length) {
        var decoded = ActionResponse.decode(octets, offset, length);
        if (!(decoded instanceof Complete<ActionResponse>(var response, int _))) {
            return abort("the answer to the proof is malformed", decoded);
        }
        if (!(response instanceof ActionResponse.Normal(InvokeId _, var result))) {
            return new Step.Abort("the answer to the proof is of another kind");
        }
        return switch (ActionExchange.outcome(result)) {
            case Outcome.Refused(int _, String words) -> new Step.Rejected("it does not take the proof: " + words);
            case Outcome.Done(Optional<CosemData> data) ->
                data.orElse(new CosemData.NullData()) instanceof OctetString(Octets proof)
                                && security.orElseThrow().accepts(settings.mechanism(), serverChallenge, proof)
                        ? new Step.Proven()
                        : new Step.Abort("the server can't prove who it is");
        };
    }

    /// The InitiateRequest, protected in a ciphered context; empty when it can't be.
    private Optional<Octets> initiate() {
        var usual = InitiateRequest.of(settings.conformance(), settings.pduOctetsMax());
        var dedicated = security.flatMap(ClientSecurity::dedicatedKey);
        var initiate = settings.isCiphered()
                ? new InitiateRequest(
                        dedicated,
                        usual.responseAllowed(),
                        usual.qualityOfService(),
                        usual.dlmsVersion(),
                        usual.proposed(),
                        usual.clientPduOctetsMax())
                : usual;
        if (!settings.isCiphered()) {
            return Optional.of(initiate.encode());
        }
        var buffer = new ApduBuffer(0);
        buffer.octets(initiate.encode().toArray());
        // An association is begun with the global key, whatever key its requests use later.
        var envelope = new Envelope(Envelope.Family.GLOBAL, settings.envelope().protection(), Optional.empty());
        return security.orElseThrow().protection().seal(envelope, buffer)
                ? Optional.of(Octets.of(buffer.toOctets()))
                : Optional.empty();
    }

    private Optional<Octets> authenticationValue() {
        return switch (settings.mechanism()) {
            case NONE -> Optional.empty();
            case LOW -> Optional.of(settings.password());
            case HIGH_MANUFACTURER, HIGH_MD5, HIGH_SHA1, HIGH_GMAC, HIGH_SHA256, HIGH_ECDSA ->
                security.map(ClientSecurity::challenge);
        };
    }

    private Opened deciphered(byte[] information) {
        boolean isProtected = information.length > 0 && ApduProtection.isProtected(Byte.toUnsignedInt(information[0]));
        return isProtected
                ? security.orElseThrow().protection().open(information, 0, information.length)
                : new Opened.Refused(false, 0, "it is in clear in a ciphered context");
    }

    private static Optional<SystemTitle> serverTitle(Aare aare) {
        return aare.respondingApTitle().flatMap(title -> SystemTitle.of(title.toArray()));
    }

    private static Step abort(String what, Decoded<?> decoded) {
        return new Step.Abort(Exchange.malformed(what, decoded).reason());
    }
}
