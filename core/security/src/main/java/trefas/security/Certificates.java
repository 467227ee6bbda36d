package trefas.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The certificates of one end and of its partners (Security setup, IEC 62056-6-2). What comes in must lead to a
/// trust anchor that was put there when the meter was made.
public final class Certificates {

    /// Certificates kept, trust anchors included.
    public static final int KEPT_MAX = 16;

    /// Longest chain from a certificate to its anchor.
    private static final int CHAIN_MAX = 4;

    /// One certificate that is kept.
    ///
    /// @param isAnchor true when it is trusted for its own sake
    public record Kept(CosemCertificate certificate, CertificateEntity entity, boolean isAnchor) {}

    private final SecurityState state;
    private final List<Kept> kept = new ArrayList<>(0);
    private long changes;

    Certificates(SecurityState state) {
        this.state = state;
    }

    /// All that are kept, in the order they came.
    public List<Kept> all() {
        return List.copyOf(kept);
    }

    /// Trusts an authority for its own sake; only whoever makes the meter may.
    ///
    /// @return false, with nothing changed, when it is no certificate of an authority or there is no room
    public boolean trust(byte[] der) {
        var anchor = CosemCertificate.of(der).filter(CosemCertificate::isAuthority);
        if (anchor.isEmpty() || kept.size() >= KEPT_MAX) {
            return false;
        }
        kept.add(new Kept(anchor.get(), CertificateEntity.CERTIFICATION_AUTHORITY, true));
        changes++;
        return true;
    }

    /// Takes a certificate in, in place of an older one for the same subject and use (import_certificate).
    ///
    /// @param now the time it must be valid at
    public CertificateImport take(byte[] der, Instant now) {
        var read = CosemCertificate.of(der);
        if (read.isEmpty()) {
            return CertificateImport.NOT_A_CERTIFICATE;
        }
        var certificate = read.get();
        if (!isTrusted(certificate, now, CHAIN_MAX)) {
            return certificate.isValidAt(now) ? CertificateImport.NOT_TRUSTED : CertificateImport.NOT_VALID_NOW;
        }
        if (certificate.isAuthority()) {
            return keep(new Kept(certificate, CertificateEntity.CERTIFICATION_AUTHORITY, false));
        }
        var fault = faultOfSubject(certificate);
        return fault.orElseGet(() -> keep(new Kept(certificate, entity(certificate), false)));
    }

    /// The certificate of an entity (export_certificate, by entity).
    public Optional<CosemCertificate> find(CertificateEntity entity, KeyUse use, SystemTitle title) {
        return kept.stream()
                .filter(one -> one.entity() == entity && isFor(one.certificate(), use, title))
                .map(Kept::certificate)
                .findFirst();
    }

    /// The certificate with a serial number of an issuer (export_certificate, by serial number).
    public Optional<CosemCertificate> find(byte[] serialNumber, byte[] issuer) {
        return kept.stream()
                .map(Kept::certificate)
                .filter(one -> Arrays.equals(one.serialNumber(), serialNumber) && Arrays.equals(one.issuer(), issuer))
                .findFirst();
    }

    /// Forgets a certificate (remove_certificate). Trust anchors stay.
    ///
    /// @return false when there is no such certificate, or it stays
    public boolean remove(CosemCertificate certificate) {
        boolean isRemoved =
                kept.removeIf(one -> !one.isAnchor() && one.certificate().equals(certificate));
        changes += isRemoved ? 1 : 0;
        return isRemoved;
    }

    /// The key of whoever has this title.
    Optional<CurvePublicKey> key(SystemTitle title, KeyUse use) {
        return kept.stream()
                .map(Kept::certificate)
                .filter(one -> isFor(one, use, title))
                .findFirst()
                .flatMap(one -> one.key(state.suite()));
    }

    /// Puts back what was saved, without asking for the time.
    boolean restore(byte[] der, boolean isAnchor) {
        var read = CosemCertificate.of(der);
        if (read.isEmpty() || kept.size() >= KEPT_MAX) {
            return false;
        }
        kept.add(new Kept(read.get(), entity(read.get()), isAnchor));
        return true;
    }

    long changes() {
        return changes;
    }

    private boolean isTrusted(CosemCertificate certificate, Instant now, int chainLeft) {
        if (chainLeft == 0 || !certificate.isValidAt(now)) {
            return false;
        }
        return kept.stream()
                .filter(one -> one.certificate().isAuthority() && certificate.isIssuedBy(one.certificate()))
                .anyMatch(one -> one.isAnchor()
                        ? one.certificate().isValidAt(now)
                        : isTrusted(one.certificate(), now, chainLeft - 1));
    }

    private Optional<CertificateImport> faultOfSubject(CosemCertificate certificate) {
        var title = certificate.title();
        boolean isOwn = title.equals(Optional.of(state.ownTitle()));
        boolean isPartner = title.isPresent()
                && state.partnerTitle().map(title.get()::equals).orElse(true);
        if (!isOwn && !isPartner) {
            return Optional.of(CertificateImport.WRONG_TITLE);
        }
        var use = certificate.use();
        if (use.isEmpty()) {
            return Optional.of(CertificateImport.WRONG_USAGE);
        }
        var key = certificate.key(state.suite());
        if (key.isEmpty()) {
            return Optional.of(CertificateImport.WRONG_CURVE);
        }
        var own = state.keyPairs().own(use.get()).map(CurveKeyPair::publicKey);
        return isOwn && !own.equals(key) ? Optional.of(CertificateImport.NOT_OUR_KEY) : Optional.empty();
    }

    private CertificateEntity entity(CosemCertificate certificate) {
        if (certificate.isAuthority()) {
            return CertificateEntity.CERTIFICATION_AUTHORITY;
        }
        return certificate.title().equals(Optional.of(state.ownTitle()))
                ? CertificateEntity.SERVER
                : CertificateEntity.CLIENT;
    }

    private CertificateImport keep(Kept fresh) {
        var former = kept.stream().filter(one -> isReplaced(one, fresh)).findFirst();
        if (former.isEmpty() && kept.size() >= KEPT_MAX) {
            return CertificateImport.NO_ROOM;
        }
        former.ifPresent(kept::remove);
        kept.add(fresh);
        changes++;
        return CertificateImport.DONE;
    }

    private static boolean isReplaced(Kept former, Kept fresh) {
        var before = former.certificate();
        var after = fresh.certificate();
        return !former.isAnchor()
                && former.entity() == fresh.entity()
                && Arrays.equals(before.subject(), after.subject())
                && before.use().equals(after.use());
    }

    private static boolean isFor(CosemCertificate certificate, KeyUse use, SystemTitle title) {
        return certificate.title().equals(Optional.of(title))
                && certificate.use().equals(Optional.of(use));
    }
}
