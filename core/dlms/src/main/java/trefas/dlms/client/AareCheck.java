package trefas.dlms.client;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.Aare;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationDiagnostic;
import trefas.security.SystemTitle;

/// Whether an accepting AARE may be believed (dossier C6, client open sequence). A server that answers under other
/// terms than asked, or with our own challenge, is not one to prove ourselves to.
final class AareCheck {

    static final int CHALLENGE_OCTETS_MIN = 8;
    static final int CHALLENGE_OCTETS_MAX = 64;

    private AareCheck() {}

    /// What is wrong, as a sentence part; empty when nothing is.
    static Optional<String> fault(ClientSettings settings, Octets ownChallenge, Aare aare) {
        if (!isContextAsked(settings, aare)) {
            return Optional.of("it accepts another application context than "
                    + settings.context() + ": "
                    + ApplicationContext.ofName(aare.contextName())
                            .map(ApplicationContext::name)
                            .orElse(aare.contextName().toString()));
        }
        if (settings.needsTitles()) {
            var wrongTitle = titleFault(settings, aare);
            if (wrongTitle.isPresent()) {
                return wrongTitle;
            }
        }
        boolean wantsProof = wantsProof(settings, aare);
        if (settings.hasHighLevelSecurity() != wantsProof) {
            return Optional.of(
                    wantsProof
                            ? "it wants a proof this client was not asked to give"
                            : "it accepts without a proof of who this client is");
        }
        return settings.hasHighLevelSecurity() ? challengeFault(ownChallenge, aare) : Optional.empty();
    }

    /// jDLMS's server names the ciphered context to whoever gives a password, and goes on in clear. A client that asked
    /// for nothing ciphered loses nothing by that.
    private static boolean isContextAsked(ClientSettings settings, Aare aare) {
        return aare.contextName().equals(settings.context().objectIdentifier())
                || (settings.context() == ApplicationContext.LOGICAL_NAMES
                        && !settings.hasHighLevelSecurity()
                        && aare.contextName().equals(ApplicationContext.LOGICAL_NAMES_CIPHERED.objectIdentifier()));
    }

    /// A challenge asks for a proof too where the diagnostic says nothing, as jDLMS's server does it. Both ends prove
    /// themselves then as ever.
    private static boolean wantsProof(ClientSettings settings, Aare aare) {
        return aare.diagnostic() == AssociationDiagnostic.AUTHENTICATION_REQUIRED
                || (settings.hasHighLevelSecurity()
                        && aare.diagnostic() == AssociationDiagnostic.NULL
                        && aare.authenticationValue().isPresent());
    }

    private static Optional<String> titleFault(ClientSettings settings, Aare aare) {
        if (aare.respondingApTitle().isEmpty()) {
            return Optional.of("it does not say its system title");
        }
        Octets sent = aare.respondingApTitle().get();
        var title = SystemTitle.of(sent.toArray());
        if (title.isEmpty()) {
            return Optional.of("its system title has " + sent.length() + " octets instead of " + SystemTitle.OCTETS);
        }
        return settings.serverTitle()
                .filter(expected -> !expected.equals(title.get()))
                .map(expected -> "it is " + title.get() + ", expected " + expected);
    }

    private static Optional<String> challengeFault(Octets ownChallenge, Aare aare) {
        if (aare.authenticationValue().isEmpty()) {
            return Optional.of("it wants a proof but sends no challenge");
        }
        Octets challenge = aare.authenticationValue().get();
        if (challenge.length() < CHALLENGE_OCTETS_MIN || challenge.length() > CHALLENGE_OCTETS_MAX) {
            return Optional.of("its challenge has " + challenge.length() + " octets, expected 8 to 64");
        }
        return challenge.equals(ownChallenge)
                ? Optional.of("it sends this client's own challenge back")
                : Optional.empty();
    }
}
