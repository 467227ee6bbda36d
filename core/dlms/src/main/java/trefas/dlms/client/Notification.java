package trefas.dlms.client;

import trefas.cosem.Protection;
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
}
