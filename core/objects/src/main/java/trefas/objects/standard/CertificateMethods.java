package trefas.objects.standard;

import java.time.Instant;
import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.OctetString;
import trefas.security.CertificateEntity;
import trefas.security.CertificateRequest;
import trefas.security.Certificates;
import trefas.security.CosemCertificate;
import trefas.security.KeyUse;
import trefas.security.SecurityAccess;
import trefas.security.SystemTitle;

/// The methods of a security setup that deal with certificates (class 64 version 1, dossier E10, E12).
final class CertificateMethods {

    private static final int BY_SERIAL_NUMBER = 1;

    private CertificateMethods() {}

    /// generate_certificate_request, for a key pair that was made before.
    static ActionResult request(SecurityAccess security, CosemData parameter, AxdrWriter returned) {
        Optional<KeyUse> use = KeyUse.ofCode(Values.number(parameter));
        return security.with(state -> use.flatMap(state.keyPairs()::own)
                .map(pair -> {
                    returned.octetString(CertificateRequest.encode(pair, state.ownTitle(), security.randomness()));
                    return ActionResult.SUCCESS;
                })
                .orElse(ActionResult.OTHER_REASON));
    }

    /// import_certificate: only what leads to a trust anchor, is valid now and names this end or its partner.
    static ActionResult take(SecurityAccess security, CosemData parameter, long now) {
        return parameter instanceof OctetString(var der)
                        && security.with(state -> state.certificates()
                                .take(der.toArray(), Instant.ofEpochSecond(now))
                                .isDone())
                ? ActionResult.SUCCESS
                : ActionResult.OTHER_REASON;
    }

    /// export_certificate.
    static ActionResult export(SecurityAccess security, CosemData parameter, AxdrWriter returned) {
        return security.with(state -> find(state.certificates(), parameter)
                .map(certificate -> {
                    returned.octetString(certificate.octets());
                    return ActionResult.SUCCESS;
                })
                .orElse(ActionResult.OTHER_REASON));
    }

    /// remove_certificate; trust anchors stay.
    static ActionResult remove(SecurityAccess security, CosemData parameter) {
        return security.with(state -> find(state.certificates(), parameter)
                        .map(state.certificates()::remove)
                        .orElse(false)
                ? ActionResult.SUCCESS
                : ActionResult.OTHER_REASON);
    }

    /// certificates: whose, what for, and their names as they stand in them.
    static void writeAll(Certificates certificates, AxdrWriter value) {
        value.array(certificates.all().size());
        for (Certificates.Kept kept : certificates.all()) {
            CosemCertificate certificate = kept.certificate();
            value.structure(6)
                    .enumerated(kept.entity().code())
                    .enumerated(certificate.use().orElse(KeyUse.OTHER).code())
                    .octetString(certificate.serialNumber())
                    .octetString(certificate.issuer())
                    .octetString(certificate.subject())
                    .octetString(certificate.subjectAlternativeName());
        }
    }

    private static Optional<CosemCertificate> find(Certificates certificates, CosemData identification) {
        CosemData options = Values.element(identification, 1);
        if (Values.number(Values.element(identification, 0)) == BY_SERIAL_NUMBER) {
            return certificates.find(octets(Values.element(options, 0)), octets(Values.element(options, 1)));
        }
        Optional<CertificateEntity> entity = CertificateEntity.ofCode(Values.number(Values.element(options, 0)));
        Optional<KeyUse> use = KeyUse.ofCode(Values.number(Values.element(options, 1)));
        Optional<SystemTitle> title = SystemTitle.of(octets(Values.element(options, 2)));
        return entity.isPresent() && use.isPresent() && title.isPresent()
                ? certificates.find(entity.get(), use.get(), title.get())
                : Optional.empty();
    }

    private static byte[] octets(CosemData data) {
        return data instanceof OctetString(var octets) ? octets.toArray() : new byte[0];
    }
}
