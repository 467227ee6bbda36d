package trefas.objects.standard;

import trefas.cosem.CosemData.Octets;
import trefas.objects.standard.ImageTransfer.Content;
import trefas.objects.standard.ImageTransfer.Outcome;

/// What looks at an image and what runs it. Both may take long: then they answer pending, are asked again by the next
/// call of the method, and must go on by themselves.
public interface ImageMachinery {

    /// Looks at a whole image.
    Outcome<Content> verify(Octets identifier, byte[] image);

    /// Makes a verified image the running one.
    Outcome<Content> activate(Content content, byte[] image);

    /// Verifies our own format and runs nothing: every activation fails, because a meter in software has no program
    /// that an image could replace (decision 0021).
    static ImageMachinery verifyingOnly(FirmwareImage.SignatureCheck check) {
        return new ImageMachinery() {
            @Override
            public Outcome<Content> verify(Octets identifier, byte[] image) {
                return FirmwareImage.verify(image, check);
            }

            @Override
            public Outcome<Content> activate(Content content, byte[] image) {
                return new Outcome.Failed<>("nothing here runs an image");
            }
        };
    }
}
