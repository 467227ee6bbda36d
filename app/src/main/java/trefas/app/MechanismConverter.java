package trefas.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import trefas.dlms.acse.AuthenticationMechanism;

/// A way to prove who the client is.
final class MechanismConverter implements ITypeConverter<AuthenticationMechanism> {
    MechanismConverter() {}

    @Override
    public AuthenticationMechanism convert(String text) {
        return switch (text) {
            case "none" -> AuthenticationMechanism.NONE;
            case "lls" -> AuthenticationMechanism.LOW;
            case "hls-manufacturer" -> AuthenticationMechanism.HIGH_MANUFACTURER;
            case "hls-md5" -> AuthenticationMechanism.HIGH_MD5;
            case "hls-sha1" -> AuthenticationMechanism.HIGH_SHA1;
            case "hls-gmac" -> AuthenticationMechanism.HIGH_GMAC;
            case "hls-sha256" -> AuthenticationMechanism.HIGH_SHA256;
            case "hls-ecdsa" -> AuthenticationMechanism.HIGH_ECDSA;
            default ->
                throw new TypeConversionException("\"" + text + "\" is none of none, lls, hls-manufacturer, hls-md5, "
                        + "hls-sha1, hls-gmac, hls-sha256 and hls-ecdsa");
        };
    }
}
