package trefas.objects.standard;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import trefas.objects.standard.FirmwareImage.SignatureCheck;
import trefas.security.SecurityAccess;

/// What the shell lends the objects of one meter beyond its permanent memory. What is missing makes the objects
/// that need it answer that they are not available; nothing is played.
///
/// @param security keys, counters and policy; empty for a meter that talks in clear only
/// @param images where images lie while they arrive; empty: none can be transferred
/// @param machinery what verifies and runs images
/// @param vending who knows genuine tokens
/// @param chance from 0.0 up to but not 1.0, for the delay of a push
public record Surroundings(
        Optional<SecurityAccess> security,
        Optional<ImageMemory> images,
        ImageMachinery machinery,
        Token.Authority vending,
        DoubleSupplier chance) {

    /// Nothing is lent: clear, no images, no genuine tokens, pushes at once.
    public static final Surroundings NONE = new Surroundings(
            Optional.empty(),
            Optional.empty(),
            ImageMachinery.verifyingOnly(SignatureCheck.NOT_NEEDED),
            Token.Authority.NONE,
            () -> 0.0);

    public Surroundings with(SecurityAccess access) {
        return new Surroundings(Optional.of(access), images, machinery, vending, chance);
    }

    public Surroundings with(ImageMemory memory, ImageMachinery verifier) {
        return new Surroundings(security, Optional.of(memory), verifier, vending, chance);
    }

    public Surroundings with(Token.Authority authority) {
        return new Surroundings(security, images, machinery, authority, chance);
    }

    public Surroundings with(DoubleSupplier luck) {
        return new Surroundings(security, images, machinery, vending, luck);
    }
}
