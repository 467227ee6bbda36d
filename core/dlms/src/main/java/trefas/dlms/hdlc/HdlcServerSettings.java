package trefas.dlms.hdlc;

import java.util.EnumSet;
import java.util.Set;

/// How a meter is set up on an HDLC line (class 23, IEC HDLC setup).
///
/// @param forms the address forms it answers to, at least one; a frame in any other form is for somebody else
/// @param physicalDevice its lower address, 16 to 125, or to 16 381 with four octets
/// @param parameters longest information and windows it agrees to
/// @param interOctetMilliseconds silence that ends a frame which has begun
/// @param inactivityMilliseconds silence that ends all links, 0 for never
public record HdlcServerSettings(
        Set<AddressForm> forms,
        int physicalDevice,
        HdlcParameters parameters,
        int interOctetMilliseconds,
        int inactivityMilliseconds) {

    /// What the meter of our papers does (dossier 19): any address form, physical device 32, 1 010 octets both
    /// ways, windows of 1, 500 ms between octets, 20 s of inactivity.
    public static final HdlcServerSettings DEFAULT =
            new HdlcServerSettings(EnumSet.allOf(AddressForm.class), 32, HdlcParameters.both(1_010, 1), 500, 20_000);

    public HdlcServerSettings {
        forms = Set.copyOf(forms);
        if (forms.isEmpty() || interOctetMilliseconds < 1 || inactivityMilliseconds < 0) {
            throw new IllegalArgumentException("HDLC setup: " + forms + ", " + interOctetMilliseconds + " ms between"
                    + " octets, " + inactivityMilliseconds + " ms of inactivity");
        }
        if (physicalDevice < 1 || physicalDevice >= AddressForm.FOUR_OCTETS.allStation()) {
            throw new IllegalArgumentException("physical device " + physicalDevice);
        }
    }

    public HdlcServerSettings withForms(Set<AddressForm> other) {
        return new HdlcServerSettings(
                other, physicalDevice, parameters, interOctetMilliseconds, inactivityMilliseconds);
    }

    public HdlcServerSettings withPhysicalDevice(int other) {
        return new HdlcServerSettings(forms, other, parameters, interOctetMilliseconds, inactivityMilliseconds);
    }

    public HdlcServerSettings withParameters(HdlcParameters other) {
        return new HdlcServerSettings(forms, physicalDevice, other, interOctetMilliseconds, inactivityMilliseconds);
    }

    public HdlcServerSettings withInactivity(int milliseconds) {
        return new HdlcServerSettings(forms, physicalDevice, parameters, interOctetMilliseconds, milliseconds);
    }

    public HdlcServerSettings withInterOctet(int milliseconds) {
        return new HdlcServerSettings(forms, physicalDevice, parameters, milliseconds, inactivityMilliseconds);
    }
}
