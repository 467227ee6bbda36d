package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData.Octets;

/// The rules of Image transfer, class 18 (IEC 62056-6-2; dossier 18): an image arrives in blocks of one size, in
/// any order, over days and power cycles; then it is verified and activated. The octets themselves lie in an
/// [ImageMemory]; this keeps which of them have come.
///
/// @param blockOctets image_block_size, 32 to 985 (dossier 18)
/// @param enabled false: nothing is accepted
/// @param identifier what the client called the image
/// @param imageOctets its size; 0 before the first initiate
/// @param content what verification found in it; empty before
public record ImageTransfer(
        int blockOctets,
        boolean enabled,
        Status status,
        Octets identifier,
        int imageOctets,
        BlockMap blocks,
        Optional<Content> content) {

    public static final int BLOCK_OCTETS_MIN = 32;
    public static final int BLOCK_OCTETS_MAX = 985;
    /// 512 kB (dossier 18).
    public static final int IMAGE_OCTETS_MAX = 512 * 1024;
    public static final int IDENTIFIER_OCTETS_MAX = 64;

    private static final int BLOCK_OCTETS_FACTORY = 512;

    public static final ImageTransfer FACTORY = new ImageTransfer(
            BLOCK_OCTETS_FACTORY,
            false,
            Status.NOT_INITIATED,
            Octets.of(new byte[0]),
            0,
            BlockMap.NONE,
            Optional.empty());

    /// image_transfer_status. The number is the wire value.
    public enum Status implements Coded {
        NOT_INITIATED(0),
        INITIATED(1),
        VERIFICATION_INITIATED(2),
        VERIFICATION_SUCCESSFUL(3),
        VERIFICATION_FAILED(4),
        ACTIVATION_INITIATED(5),
        ACTIVATION_SUCCESSFUL(6),
        ACTIVATION_FAILED(7);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        static Optional<Status> ofCode(int code) {
            return Coded.of(values(), code);
        }
    }

    /// What a verified image says of itself (image_to_activate_info).
    ///
    /// @param identification software number and revision, 8 octets (dossier 18)
    /// @param signature the hash the image carries (dossier 18)
    public record Content(int octets, Octets identification, Octets signature) {}

    /// How a deed that may take long ended, or that it has not.
    public sealed interface Outcome<T> {

        record Done<T>(T value) implements Outcome<T> {}

        record Failed<T>(String reason) implements Outcome<T> {}

        /// Still at it: the client asks again or polls the status.
        record Pending<T>() implements Outcome<T> {}
    }

    /// What a method answers, and what is true then.
    public record Step(ActionResult result, ImageTransfer next) {}

    /// image_transfer_initiate: forgets whatever was there.
    public Step initiate(Octets name, long octets) {
        if (!enabled) {
            return refused(ActionResult.READ_WRITE_DENIED);
        }
        if (octets < 1 || octets > IMAGE_OCTETS_MAX || name.length() > IDENTIFIER_OCTETS_MAX) {
            return refused(ActionResult.OTHER_REASON);
        }
        int count = Math.toIntExact((octets + blockOctets - 1) / blockOctets);
        return new Step(
                ActionResult.SUCCESS,
                new ImageTransfer(
                        blockOctets,
                        true,
                        Status.INITIATED,
                        name,
                        (int) octets,
                        BlockMap.empty(count),
                        Optional.empty()));
    }

    /// image_block_transfer: says whether a block may be kept. After a failed verification blocks are taken again,
    /// so that one bad block can be mended.
    public Step block(long number, int octets) {
        if (!enabled) {
            return refused(ActionResult.READ_WRITE_DENIED);
        }
        if (status != Status.INITIATED && status != Status.VERIFICATION_FAILED) {
            return refused(ActionResult.OTHER_REASON);
        }
        if (number < 0 || number >= blocks.blocks()) {
            return refused(ActionResult.SCOPE_OF_ACCESS_VIOLATED);
        }
        int block = (int) number;
        return octets == octetsOf(block)
                ? new Step(ActionResult.SUCCESS, with(status, blocks.with(block), Optional.empty()))
                : refused(ActionResult.TYPE_UNMATCHED);
    }

    /// Where a block begins in the image.
    public int offsetOf(long number) {
        return Math.toIntExact(number * blockOctets);
    }

    /// image_verify: true when a verification may begin or is under way.
    public Optional<ActionResult> refusalToVerify() {
        if (!enabled) {
            return Optional.of(ActionResult.READ_WRITE_DENIED);
        }
        boolean isTime = switch (status) {
            case INITIATED, VERIFICATION_INITIATED, VERIFICATION_SUCCESSFUL, VERIFICATION_FAILED -> true;
            case NOT_INITIATED, ACTIVATION_INITIATED, ACTIVATION_SUCCESSFUL, ACTIVATION_FAILED -> false;
        };
        return isTime && blocks.isComplete() ? Optional.empty() : Optional.of(ActionResult.OTHER_REASON);
    }

    /// Takes what the verifier found.
    public Step verified(Outcome<Content> outcome) {
        return switch (outcome) {
            case Outcome.Done<Content>(Content found) ->
                new Step(ActionResult.SUCCESS, with(Status.VERIFICATION_SUCCESSFUL, blocks, Optional.of(found)));
            case Outcome.Failed<Content> _ ->
                new Step(ActionResult.OTHER_REASON, with(Status.VERIFICATION_FAILED, blocks, Optional.empty()));
            case Outcome.Pending<Content> _ ->
                new Step(ActionResult.TEMPORARY_FAILURE, with(Status.VERIFICATION_INITIATED, blocks, Optional.empty()));
        };
    }

    /// image_activate: empty when an activation may begin or is under way. An image that was not verified is never
    /// activated; clients verify first (decision 0021).
    public Optional<ActionResult> refusalToActivate() {
        if (!enabled) {
            return Optional.of(ActionResult.READ_WRITE_DENIED);
        }
        return status == Status.VERIFICATION_SUCCESSFUL || status == Status.ACTIVATION_INITIATED
                ? Optional.empty()
                : Optional.of(ActionResult.OTHER_REASON);
    }

    /// Takes how activation went.
    public Step activated(Outcome<Content> outcome) {
        return switch (outcome) {
            case Outcome.Done<Content>(Content found) ->
                new Step(ActionResult.SUCCESS, with(Status.ACTIVATION_SUCCESSFUL, blocks, Optional.of(found)));
            case Outcome.Failed<Content> _ ->
                new Step(ActionResult.OTHER_REASON, with(Status.ACTIVATION_FAILED, blocks, content));
            case Outcome.Pending<Content> _ ->
                new Step(ActionResult.TEMPORARY_FAILURE, with(Status.ACTIVATION_INITIATED, blocks, content));
        };
    }

    /// Writing the enable flag; what has come stays.
    public ImageTransfer enabled(boolean on) {
        return new ImageTransfer(blockOctets, on, status, identifier, imageOctets, blocks, content);
    }

    /// Writing the block size cancels a transfer (dossier 18). Empty when the size is out of range.
    public Optional<ImageTransfer> withBlockOctets(long octets) {
        return octets < BLOCK_OCTETS_MIN || octets > BLOCK_OCTETS_MAX
                ? Optional.empty()
                : Optional.of(new ImageTransfer(
                        (int) octets,
                        enabled,
                        Status.NOT_INITIATED,
                        Octets.of(new byte[0]),
                        0,
                        BlockMap.NONE,
                        Optional.empty()));
    }

    private int octetsOf(int block) {
        return block < blocks.blocks() - 1 ? blockOctets : imageOctets - block * blockOctets;
    }

    private Step refused(ActionResult reason) {
        return new Step(reason, this);
    }

    private ImageTransfer with(Status next, BlockMap map, Optional<Content> found) {
        return new ImageTransfer(blockOctets, enabled, next, identifier, imageOctets, map, found);
    }
}
