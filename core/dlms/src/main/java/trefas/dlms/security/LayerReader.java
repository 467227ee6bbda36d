package trefas.dlms.security;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.security.SecurityControl;
import trefas.security.SystemTitle;

/// Reads the octets around a protected APDU, left to right. After the first fault it returns zeros, and the layer
/// is broken.
final class LayerReader {

    private final byte[] octets;
    private final int end;
    private int position;
    private boolean failed;

    LayerReader(byte[] octets, int offset, int length) {
        this.octets = octets;
        this.position = offset;
        this.end = offset + length;
    }

    Layer service(int tag) {
        var family = ServiceTag.isGlobal(tag) ? Envelope.Family.GLOBAL : Envelope.Family.DEDICATED;
        return ciphered(family, tag, Optional.empty(), Optional.empty(), new KeyChoice.Unsaid());
    }

    /// A title of 8 octets, or none.
    Layer general(int tag) {
        var field = field();
        var title = SystemTitle.of(field.toArray());
        if (field.length() > 0 && title.isEmpty()) {
            return new Layer.Broken("its system title has " + field.length() + " octets, not 8");
        }
        var family = tag == Layer.GENERAL_GLOBAL ? Envelope.Family.GENERAL_GLOBAL : Envelope.Family.GENERAL_DEDICATED;
        return ciphered(family, tag, title, Optional.empty(), new KeyChoice.Unsaid());
    }

    Layer generalCiphering() {
        var header = header();
        var choice = keyChoice();
        return ciphered(
                Envelope.Family.GENERAL_CIPHERING,
                Layer.GENERAL_CIPHERING,
                header.originatorTitle(),
                Optional.of(header),
                choice);
    }

    Layer generalSigning() {
        int signedOffset = position;
        var header = header();
        int contentLength = length();
        int contentOffset = position;
        position += contentLength;
        int signedLength = position - signedOffset;
        int signatureLength = length();
        int signatureOffset = position;
        position += signatureLength;
        return isFinished()
                ? new Layer.Signed(
                        header,
                        signedOffset,
                        signedLength,
                        contentOffset,
                        contentLength,
                        signatureOffset,
                        signatureLength)
                : new Layer.Broken("its lengths do not fit");
    }

    int octet() {
        return (int) number(1);
    }

    private Layer ciphered(
            Envelope.Family family,
            int tag,
            Optional<SystemTitle> title,
            Optional<GeneralHeader> header,
            KeyChoice choice) {
        int length = length();
        int bodyOffset = position + 1 + Integer.BYTES;
        int layerEnd = position + length;
        var control = new SecurityControl(octet());
        long counter = number(Integer.BYTES);
        int bodyLength = layerEnd - bodyOffset;
        position = layerEnd;
        return isFinished() && bodyLength >= control.tagOctets()
                ? new Layer.Ciphered(family, tag, title, header, choice, control, counter, bodyOffset, bodyLength)
                : new Layer.Broken("its lengths do not fit");
    }

    private GeneralHeader header() {
        return new GeneralHeader(field(), field(), field(), field(), field());
    }

    private KeyChoice keyChoice() {
        int present = octet();
        if (present == 0) {
            return new KeyChoice.Unsaid();
        }
        failed |= present != 1;
        return switch (octet()) {
            case KeyChoice.IDENTIFIED -> new KeyChoice.Identified(octet());
            case KeyChoice.WRAPPED -> new KeyChoice.Wrapped(octet(), field());
            case KeyChoice.AGREED -> new KeyChoice.Agreed(field(), field());
            default -> {
                failed = true;
                yield new KeyChoice.Unsaid();
            }
        };
    }

    /// A length and so many octets.
    private Octets field() {
        int length = length();
        if (failed) {
            return Octets.of(octets, 0, 0);
        }
        position += length;
        return Octets.of(octets, position - length, length);
    }

    /// A length that fits what is left.
    private int length() {
        int first = octet();
        if (first < 0x80) {
            return has(first) ? first : 0;
        }
        int count = first & 0x7F;
        if (count < 1 || count > Integer.BYTES) {
            failed = true;
            return 0;
        }
        long length = number(count);
        if (length > end - position) {
            failed = true;
        }
        return failed ? 0 : (int) length;
    }

    private long number(int count) {
        if (!has(count)) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | Byte.toUnsignedLong(octets[position++]);
        }
        return value;
    }

    private boolean isFinished() {
        return !failed && position == end;
    }

    private boolean has(int count) {
        if (count > end - position) {
            failed = true;
        }
        return !failed;
    }
}
