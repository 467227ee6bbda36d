package trefas.objects.standard;

import trefas.cosem.CosemData;
import trefas.device.Effect;
import trefas.quantity.Obis;

/// What an object of the standard model asks the world to do. The shell carries effects out after the request or
/// the second in which they came up; what an object keeps is in [StandardState] already.
public sealed interface StandardEffect {

    /// The contacts are to open or to close.
    record DriveBreaker(boolean isClosed) implements StandardEffect {}

    /// A value goes out unasked.
    ///
    /// @param pushSetup the object that says where to, when and how
    /// @param body what is sent, a structure of the listed values
    record SendPush(Obis pushSetup, CosemData body) implements StandardEffect {}

    /// A verified image is to run.
    ///
    /// @param identification the image's own name
    record ActivateImage(CosemData.Octets identification) implements StandardEffect {}

    /// Something was done to the meter itself: what its step would have asked for as well.
    record OfMeter(Effect effect) implements StandardEffect {}
}
