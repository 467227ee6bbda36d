package trefas.dlms.client;

import java.util.Optional;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Protection;
import trefas.dlms.xdlms.ApduTag;
import trefas.dlms.xdlms.DataNotification;
import trefas.dlms.xdlms.EventNotification;

/// What a server says unasked (IEC 62056-5-3).
public sealed interface Notification {

    /// How it was protected when it came.
    Protection protection();

    /// C2: an attribute has changed.
    record Event(EventNotification content, Protection protection) implements Notification {}

    /// 0F: a push, mostly the structure of all objects of a push setup. A confirmed one has been confirmed.
    record Push(DataNotification content, Protection protection) implements Notification {}

    /// Reads an APDU with tag C2 or 0F in clear. Empty when it can't be read.
    static Optional<Notification> decode(byte[] octets, int offset, int length, Protection protection) {
        if (Byte.toUnsignedInt(octets[offset]) == ApduTag.EVENT_NOTIFICATION) {
            return EventNotification.decode(octets, offset, length)
                            instanceof Complete<EventNotification>(var event, int _)
                    ? Optional.of(new Event(event, protection))
                    : Optional.empty();
        }
        return DataNotification.decode(octets, offset, length) instanceof Complete<DataNotification>(var push, int _)
                ? Optional.of(new Push(push, protection))
                : Optional.empty();
    }
}
