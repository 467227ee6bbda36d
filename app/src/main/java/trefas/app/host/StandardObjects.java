package trefas.app.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import trefas.app.ExitCode;
import trefas.device.Effect;
import trefas.device.memory.PermanentMemory;
import trefas.device.memory.RecordKind;
import trefas.device.memory.RecordName;
import trefas.metrology.OneSecondValues;
import trefas.objects.standard.FirmwareImage.SignatureCheck;
import trefas.objects.standard.ImageMachinery;
import trefas.objects.standard.PortSettings;
import trefas.objects.standard.PushReport;
import trefas.objects.standard.PushTarget;
import trefas.objects.standard.StandardDevice;
import trefas.objects.standard.StandardEffect;
import trefas.objects.standard.StandardModel;
import trefas.objects.standard.StandardState;
import trefas.objects.standard.Surroundings;
import trefas.quantity.Phase;
import trefas.security.SecurityAccess;

/// The standard classes: what was set on them, images on their way, values they want to send, and the contacts of
/// a meter whose world obeys them.
final class StandardObjects implements ShownObjects {

    private final StandardDevice device;
    private final ImageParts images;
    private final Consumer<Effect> meterEffects;
    private final Consumer<Runnable> deeds;
    private final Optional<SecurityAccess> security;
    private final Pushes pushes;
    private final boolean hasContacts;
    private final List<StandardEffect.SendPush> toBeSent = new ArrayList<>();
    private boolean isConnected;

    private StandardObjects(
            StandardModel model,
            StandardState state,
            Lent lent,
            Pushes pushes,
            boolean hasContacts,
            DoubleSupplier chance) {
        this.images = new ImageParts(lent.memory(), lent.meter().serialNumber());
        this.meterEffects = lent.effects();
        this.deeds = lent.deeds();
        this.security = lent.security();
        this.pushes = pushes;
        this.hasContacts = hasContacts;
        var surroundings = Surroundings.NONE
                .with(images, ImageMachinery.verifyingOnly(SignatureCheck.NOT_NEEDED))
                .with(chance);
        this.device = new StandardDevice(
                model,
                state,
                lent.meter(),
                lent.memory(),
                this::carryOut,
                security.map(surroundings::with).orElse(surroundings));
        this.isConnected = device.isConnected();
    }

    /// @param state as it was left, see [#recall]
    /// @param pushes takes what is to be sent
    /// @param hasContacts whether the world obeys the contacts; samples of a real converter don't
    /// @param chance from 0.0 up to but not 1.0
    static Model of(
            StandardModel model, StandardState state, Pushes pushes, boolean hasContacts, DoubleSupplier chance) {
        return lent -> new StandardObjects(model, state, lent, pushes, hasContacts, chance);
    }

    /// Takes up what was set on the objects of a meter where it was left.
    ///
    /// @throws StartException when what is kept can't be used; it is not changed then
    static StandardState recall(PermanentMemory.Recall kept, String place) throws StartException {
        return switch (kept) {
            case PermanentMemory.Recall.NeverSaved() -> new StandardState();
            case PermanentMemory.Recall.Damaged(String reason) -> throw new StartException(ExitCode.FAILED, reason);
            case PermanentMemory.Recall.Saved saved ->
                switch (StandardState.of(saved.octets())) {
                    case StandardState.Recalled.Ready(StandardState state) -> state;
                    case StandardState.Recalled.Unusable(String reason) ->
                        throw new StartException(
                                ExitCode.FAILED, "In " + place + " " + reason + "; nothing was changed.");
                };
        };
    }

    @Override
    public StandardDevice device() {
        return device;
    }

    @Override
    public void let(OneSecondValues values) {
        if (isConnected || !hasContacts) {
            return;
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            values.phase(phase, values.millivolts(phase), 0, 0, 0);
        }
    }

    @Override
    public void secondElapsed() {
        device.secondElapsed();
    }

    private void carryOut(StandardEffect effect) {
        switch (effect) {
            case StandardEffect.OfMeter(Effect own) -> meterEffects.accept(own);
            case StandardEffect.DriveBreaker(boolean isClosed) -> isConnected = isClosed;
            case StandardEffect.SendPush push -> toBeSent.add(push);
            case StandardEffect.ActivateImage(var _) -> {
                // Only a machinery that runs images asks for this, and this one runs none (decision 0021).
            }
        }
    }

    @Override
    public boolean isChanged() {
        return device.isChanged() || images.isChanged();
    }

    @Override
    public Map<RecordName, byte[]> records() {
        var records = new HashMap<>(images.records());
        if (device.isChanged()) {
            records.put(RecordKind.STANDARD_MODEL.whole(), device.octets());
        }
        return records;
    }

    /// A push leaves after it was saved that it does: so none is forgotten and none is sent by a meter that could
    /// not keep what it sends.
    @Override
    public void saved() {
        device.saved();
        images.saved();
        if (toBeSent.isEmpty()) {
            return;
        }
        List<StandardEffect.SendPush> leaving = List.copyOf(toBeSent);
        toBeSent.clear();
        leaving.forEach(this::send);
    }

    private void send(StandardEffect.SendPush push) {
        Optional<PushTarget> target = PushTarget.of(device, push.pushSetup());
        if (target.isEmpty()) {
            return;
        }
        boolean isTaken = pushes.send(new Push(
                target.get(),
                push.body(),
                PushTarget.wantsConfirmation(device, push.pushSetup()),
                security,
                report -> deeds.accept(() -> device.pushed(push.pushSetup(), report))));
        if (!isTaken) {
            device.pushed(push.pushSetup(), PushReport.FAILED);
        }
    }

    /// What clients set the HDLC line to.
    Optional<PortSettings.Hdlc> hdlc() {
        return PortSettings.hdlc(device);
    }

    /// What clients set the TCP port to.
    Optional<PortSettings.Tcp> tcp() {
        return PortSettings.tcp(device);
    }
}
