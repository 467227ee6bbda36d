package trefas.dlms.capture;

import java.util.Arrays;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.hdlc.HdlcControl;
import trefas.dlms.hdlc.HdlcControl.Information;
import trefas.dlms.hdlc.HdlcControl.UnnumberedInformation;
import trefas.dlms.hdlc.HdlcFrame;
import trefas.dlms.hdlc.Llc;
import trefas.dlms.wrapper.WrapperHeader;

/// The APDUs one end sends in HDLC frames, each as the wrapper unit it would be on TCP between the same SAPs:
/// segments joined, repeated frames told once (IEC 62056-46, IEC 62056-47).
final class FrameApdus {

    /// Octets of the longest APDU that is put together; a longer one is left out.
    private static final int APDU_OCTETS_MAX = WrapperHeader.LENGTH_MAX;

    private static final byte[] NOTHING = {};
    private static final int SEQUENCE = 0x07;
    private static final int UNKNOWN = -1;

    private byte[] numbered = NOTHING;
    private byte[] unnumbered = NOTHING;
    private int expected = UNKNOWN;

    /// Takes one frame with its flags.
    ///
    /// @return the unit it completes; empty for segments before the last, for frames without an APDU, and for what
    ///     is no frame
    Optional<Octets> receive(Octets octets) {
        byte[] array = octets.toArray();
        int begin = 0;
        while (begin + 1 < array.length && array[begin + 1] == HdlcFrame.FLAG) {
            begin++;
        }
        return HdlcFrame.decode(array, begin, array.length - begin) instanceof Complete<HdlcFrame>(var frame, int _)
                ? receive(frame)
                : Optional.empty();
    }

    private Optional<Octets> receive(HdlcFrame frame) {
        return switch (frame.control()) {
            case Information(int sent, int _, boolean _) -> {
                if (expected != UNKNOWN && sent != expected) {
                    yield Optional.empty();
                }
                expected = (sent + 1) & SEQUENCE;
                numbered = joined(numbered, frame.information());
                yield frame.isSegmented() ? Optional.empty() : takeNumbered(frame);
            }
            case UnnumberedInformation _ -> {
                unnumbered = joined(unnumbered, frame.information());
                yield frame.isSegmented() ? Optional.empty() : takeUnnumbered(frame);
            }
            case HdlcControl.SetNormalResponseMode _, HdlcControl.UnnumberedAcknowledge _ -> {
                expected = 0;
                numbered = NOTHING;
                yield Optional.empty();
            }
            case HdlcControl.ReceiveReady _,
                    HdlcControl.ReceiveNotReady _,
                    HdlcControl.Disconnect _,
                    HdlcControl.DisconnectedMode _,
                    HdlcControl.FrameReject _,
                    HdlcControl.Undefined _ -> Optional.empty();
        };
    }

    private Optional<Octets> takeNumbered(HdlcFrame last) {
        byte[] information = numbered;
        numbered = NOTHING;
        return unit(last, information);
    }

    private Optional<Octets> takeUnnumbered(HdlcFrame last) {
        byte[] information = unnumbered;
        unnumbered = NOTHING;
        return unit(last, information);
    }

    /// One octet more than is taken marks what has grown too long.
    private static byte[] joined(byte[] before, Octets information) {
        int length = Math.min(before.length + information.length(), Llc.OCTETS + APDU_OCTETS_MAX + 1);
        byte[] joined = Arrays.copyOf(before, length);
        System.arraycopy(information.toArray(), 0, joined, before.length, length - before.length);
        return joined;
    }

    private static Optional<Octets> unit(HdlcFrame last, byte[] information) {
        int length = information.length - Llc.OCTETS;
        if (length < 1 || length > APDU_OCTETS_MAX) {
            return Optional.empty();
        }
        byte[] unit = new byte[WrapperHeader.OCTETS + length];
        new WrapperHeader(last.source().upper(), last.destination().upper(), length).encode(unit, 0);
        System.arraycopy(information, Llc.OCTETS, unit, WrapperHeader.OCTETS, length);
        return Optional.of(Octets.of(unit));
    }
}
