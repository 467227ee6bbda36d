package trefas.objects.standard;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeType;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.objects.standard.ImageTransfer.Content;
import trefas.objects.standard.ImageTransfer.Status;
import trefas.objects.standard.ImageTransfer.Step;

/// Image transfer, class 18 (dossier F5, 18). Which blocks have come is in the permanent memory with everything
/// else; the octets themselves are where the shell keeps images.
final class ImageBehaviour implements Behaviour {

    private static final int BLOCK_SIZE = 2;
    private static final int BLOCKS = 3;
    private static final int FIRST_MISSING = 4;
    private static final int ENABLED = 5;
    private static final int STATUS = 6;
    private static final int INFO = 7;

    private static final int IDENTIFIER_SLOT = -1;
    private static final int SIZE_SLOT = -2;
    private static final int BLOCKS_SLOT = -3;

    private static final int INITIATE = 1;
    private static final int BLOCK = 2;
    private static final int VERIFY = 3;

    @Override
    public DataAccessResult read(
            Instance self, int attributeId, Optional<AccessSelection> selection, AxdrWriter value) {
        if (selection.isPresent() || (attributeId != BLOCKS && attributeId != FIRST_MISSING)) {
            return Behaviour.super.read(self, attributeId, selection, value);
        }
        BlockMap blocks = load(self).blocks();
        if (attributeId == BLOCKS) {
            value.bitString(blocks.blocks(), blocks.bits().toArray());
        } else {
            value.doubleLongUnsigned(blocks.firstMissing());
        }
        return DataAccessResult.SUCCESS;
    }

    @Override
    public DataAccessResult write(Instance self, int attributeId, CosemData value) {
        if (attributeId == ENABLED) {
            self.put(ENABLED, value);
            return DataAccessResult.SUCCESS;
        }
        if (attributeId != BLOCK_SIZE) {
            return DataAccessResult.READ_WRITE_DENIED;
        }
        Optional<ImageTransfer> next =
                load(self).withBlockOctets(AttributeType.number(value).orElse(0L));
        next.ifPresent(transfer -> {
            save(self, transfer);
            self.device().surroundings().images().ifPresent(ImageMemory::clear);
        });
        return next.isPresent() ? DataAccessResult.SUCCESS : DataAccessResult.OTHER_REASON;
    }

    @Override
    public ActionResult invoke(Instance self, int methodId, CosemData parameter, AxdrWriter returned) {
        Optional<ImageMemory> memory = self.device().surroundings().images();
        if (memory.isEmpty()) {
            return ActionResult.OBJECT_UNAVAILABLE;
        }
        return switch (methodId) {
            case INITIATE -> initiate(self, parameter, memory.get());
            case BLOCK -> block(self, parameter, memory.get());
            case VERIFY -> load(self).refusalToVerify().orElseGet(() -> verify(self, memory.get()));
            default -> refusalToActivate(self).orElseGet(() -> activate(self, memory.get()));
        };
    }

    /// What could not be traced must not come to run (dossier 10.5, 18).
    private static Optional<ActionResult> refusalToActivate(Instance self) {
        ImageTransfer transfer = load(self);
        boolean wouldBegin = transfer.status() == Status.VERIFICATION_SUCCESSFUL;
        return transfer.refusalToActivate()
                .or(() -> wouldBegin && !ImageAudit.hasRoom(self)
                        ? Optional.of(ActionResult.OTHER_REASON)
                        : Optional.empty());
    }

    private static ActionResult initiate(Instance self, CosemData parameter, ImageMemory memory) {
        Step step = load(self)
                .initiate(
                        octets(Values.element(parameter, 0)),
                        AttributeType.number(Values.element(parameter, 1)).orElse(0L));
        if (step.result() == ActionResult.SUCCESS) {
            memory.clear();
            save(self, step.next());
            ImageAudit.begin(self);
        }
        return step.result();
    }

    private static ActionResult block(Instance self, CosemData parameter, ImageMemory memory) {
        long number = AttributeType.number(Values.element(parameter, 0)).orElse(0L);
        Octets block = octets(Values.element(parameter, 1));
        ImageTransfer before = load(self);
        Step step = before.block(number, block.length());
        if (step.result() == ActionResult.SUCCESS) {
            memory.write(before.offsetOf(number), block.toArray());
            save(self, step.next());
        }
        return step.result();
    }

    private static ActionResult verify(Instance self, ImageMemory memory) {
        ImageTransfer before = load(self);
        Step step = before.verified(
                self.device().surroundings().machinery().verify(before.identifier(), before.imageOctets(), memory));
        return ended(self, before, step);
    }

    private static ActionResult activate(Instance self, ImageMemory memory) {
        ImageTransfer before = load(self);
        if (before.content().isEmpty()) {
            return ActionResult.OTHER_REASON;
        }
        Content content = before.content().get();
        Step step = before.activated(self.device().surroundings().machinery().activate(content, memory));
        if (step.next().status() == Status.ACTIVATION_INITIATED && before.status() != Status.ACTIVATION_INITIATED) {
            self.effect(new StandardEffect.ActivateImage(content.identification()));
        }
        return ended(self, before, step);
    }

    private static ActionResult ended(Instance self, ImageTransfer before, Step step) {
        save(self, step.next());
        if (step.next().status() != before.status()) {
            switch (step.next().status()) {
                case VERIFICATION_SUCCESSFUL -> EventLogs.log(self.device(), EventCode.IMAGE_READY);
                case VERIFICATION_FAILED -> {
                    EventLogs.log(self.device(), EventCode.IMAGE_VERIFICATION_FAILED);
                    ImageAudit.notVerified(self, before.identifier());
                }
                case ACTIVATION_SUCCESSFUL -> {
                    EventLogs.log(self.device(), EventCode.IMAGE_ACTIVATED);
                    ImageAudit.activated(self, before.identifier());
                }
                // No event of the standard log has a code for this one.
                case ACTIVATION_FAILED -> ImageAudit.notActivated(self, before.identifier());
                case NOT_INITIATED, INITIATED, VERIFICATION_INITIATED, ACTIVATION_INITIATED -> {
                    // Nothing is decided.
                }
            }
        }
        return step.result();
    }

    /// A deed that takes long is asked for again, so that a client that only polls the status sees its end.
    @Override
    public boolean isTimed() {
        return true;
    }

    @Override
    public void second(Instance self, long at) {
        Optional<ImageMemory> memory = self.device().surroundings().images();
        Optional<Status> status = Status.ofCode((int) self.number(STATUS));
        if (memory.isEmpty() || status.isEmpty()) {
            return;
        }
        switch (status.get()) {
            case VERIFICATION_INITIATED -> verify(self, memory.get());
            case ACTIVATION_INITIATED -> activate(self, memory.get());
            case NOT_INITIATED,
                    INITIATED,
                    VERIFICATION_SUCCESSFUL,
                    VERIFICATION_FAILED,
                    ACTIVATION_SUCCESSFUL,
                    ACTIVATION_FAILED -> {
                // Nothing is under way.
            }
        }
    }

    @Override
    public void resumed(Instance self, long after, long at) {
        second(self, at);
    }

    private static ImageTransfer load(Instance self) {
        int blockOctets = (int) self.number(BLOCK_SIZE);
        int imageOctets = (int) self.number(SIZE_SLOT);
        int blocks = blockOctets == 0 ? 0 : (imageOctets + blockOctets - 1) / blockOctets;
        return new ImageTransfer(
                blockOctets,
                self.value(ENABLED).equals(new Bool(true)),
                Status.ofCode((int) self.number(STATUS)).orElse(Status.NOT_INITIATED),
                octets(self.value(IDENTIFIER_SLOT)),
                imageOctets,
                BlockMap.of(blocks, octets(self.value(BLOCKS_SLOT)).toArray()),
                content(self.value(INFO)));
    }

    private static void save(Instance self, ImageTransfer next) {
        self.put(BLOCK_SIZE, Values.u32(next.blockOctets()));
        self.put(STATUS, Values.en(next.status().code()));
        self.put(IDENTIFIER_SLOT, new OctetString(next.identifier()));
        self.put(SIZE_SLOT, Values.u32(next.imageOctets()));
        self.put(BLOCKS_SLOT, new OctetString(next.blocks().bits()));
        self.put(INFO, next.content().map(ImageBehaviour::data).orElseGet(() -> new Array(List.of())));
    }

    private static CosemData data(Content content) {
        return Values.array(Values.structure(
                Values.u32(content.octets()),
                new OctetString(content.identification()),
                new OctetString(content.signature())));
    }

    private static Optional<Content> content(CosemData info) {
        CosemData first = Values.element(info, 0);
        return Values.elements(first).isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(
                        Values.number(Values.element(first, 0)),
                        octets(Values.element(first, 1)),
                        octets(Values.element(first, 2))));
    }

    private static Octets octets(CosemData data) {
        return data instanceof OctetString(Octets octets) ? octets : Octets.of(new byte[0]);
    }
}
