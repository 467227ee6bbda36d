package trefas.dlms.security;

import java.util.Optional;
import trefas.security.SecurityControl;
import trefas.security.SystemTitle;

/// One protected APDU as it lies in its octets, nothing verified yet (IEC 62056-5-3).
///
/// | APDU                      | layout                                                                 |
/// |---------------------------|------------------------------------------------------------------------|
/// | glo-, ded-                | tag, length, SC, IC, body, tag of GCM                                  |
/// | general-glo DB, -ded DC   | tag, length and title, length, SC, IC, body, tag of GCM                |
/// | general-ciphering DD      | tag, header, key-info, length, SC, IC, body, tag of GCM                |
/// | general-signing DF        | tag, header, length and content, length and signature                  |
sealed interface Layer {

    int GENERAL_GLOBAL = 0xDB;
    int GENERAL_DEDICATED = 0xDC;
    int GENERAL_CIPHERING = 0xDD;
    int GENERAL_SIGNING = 0xDF;

    /// A ciphered layer.
    ///
    /// @param tag first octet of the APDU
    /// @param title what a general-glo or general-ded says of its sender; empty when it says nothing
    /// @param header of general-ciphering
    /// @param choice of general-ciphering
    /// @param bodyOffset where body and tag of GCM begin
    record Ciphered(
            Envelope.Family family,
            int tag,
            Optional<SystemTitle> title,
            Optional<GeneralHeader> header,
            KeyChoice choice,
            SecurityControl control,
            long counter,
            int bodyOffset,
            int bodyLength)
            implements Layer {}

    /// A signed layer.
    ///
    /// @param signedOffset where what was signed begins: the header
    /// @param signedLength header, length of the content and content
    record Signed(
            GeneralHeader header,
            int signedOffset,
            int signedLength,
            int contentOffset,
            int contentLength,
            int signatureOffset,
            int signatureLength)
            implements Layer {}

    /// It is not of the form its tag announces.
    record Broken(String why) implements Layer {}

    /// Reads one layer that fills the octets given.
    static Layer read(byte[] octets, int offset, int length) {
        var reader = new LayerReader(octets, offset, length);
        int tag = reader.octet();
        return switch (tag) {
            case GENERAL_GLOBAL, GENERAL_DEDICATED -> reader.general(tag);
            case GENERAL_CIPHERING -> reader.generalCiphering();
            case GENERAL_SIGNING -> reader.generalSigning();
            default ->
                ServiceTag.isService(tag) ? reader.service(tag) : new Broken("it does not begin as a protected APDU");
        };
    }
}
