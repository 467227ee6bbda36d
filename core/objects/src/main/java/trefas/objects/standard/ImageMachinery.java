package trefas.objects.standard;

import trefas.cosem.CosemData.Octets;
import trefas.objects.standard.ImageTransfer.Content;
import trefas.objects.standard.ImageTransfer.Outcome;

/// What looks at an image and what runs it. Both may take long: then they answer pending, go on by themselves, and
/// are asked again each second and whenever the client calls the method again.
public interface ImageMachinery {

    /// Looks at a whole image.
    ///
    /// @param octets its size
    Outcome<Content> verify(Octets identifier, int octets, ImageMemory memory);

    /// Makes a verified image the running one.
    Outcome<Content> activate(Content content, ImageMemory memory);

    /// Verifies our own format and runs nothing: every activation fails, because a meter in software has no
    /// program that an image could replace (decision 0021).
    static ImageMachinery verifyingOnly(FirmwareImage.SignatureCheck check) {
        return new ImageMachinery() {
            @Override
            public Outcome<Content> verify(Octets identifier, int octets, ImageMemory memory) {
                return FirmwareImage.verify(memory.octets(octets), check);
            }

            @Override
            public Outcome<Content> activate(Content content, ImageMemory memory) {
                return new Outcome.Failed<>("nothing here runs an image");
            }
        };
    }
}
