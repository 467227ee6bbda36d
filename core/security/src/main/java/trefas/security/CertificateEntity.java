package trefas.security;

import java.util.Arrays;
import java.util.Optional;

/// Whose certificate it is (certificate_entity of Security setup, IEC 62056-6-2). The number is the wire value.
public enum CertificateEntity {
    SERVER(0),
    CLIENT(1),
    CERTIFICATION_AUTHORITY(2),
    OTHER(3);

    private final int code;

    CertificateEntity(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<CertificateEntity> ofCode(int code) {
        return Arrays.stream(values()).filter(entity -> entity.code == code).findFirst();
    }
}
