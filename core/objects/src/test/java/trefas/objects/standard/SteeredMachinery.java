package trefas.objects.standard;

import trefas.cosem.CosemData.Octets;
import trefas.objects.standard.FirmwareImage.SignatureCheck;
import trefas.objects.standard.ImageTransfer.Content;
import trefas.objects.standard.ImageTransfer.Outcome;

/// Verifies our format when it is let, and runs what it is told to.
final class SteeredMachinery implements ImageMachinery {
    boolean busy;
    boolean runs = true;
    int activations;

    @Override
    public Outcome<Content> verify(Octets identifier, int octets, ImageMemory images) {
        return busy ? new Outcome.Pending<>() : FirmwareImage.verify(images.octets(octets), SignatureCheck.NOT_NEEDED);
    }

    @Override
    public Outcome<Content> activate(Content content, ImageMemory images) {
        activations++;
        return busy ? new Outcome.Pending<>() : runs ? new Outcome.Done<>(content) : new Outcome.Failed<>("no");
    }
}
