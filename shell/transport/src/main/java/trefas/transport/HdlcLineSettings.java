package trefas.transport;

import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcAddress;
import trefas.dlms.hdlc.HdlcClientSettings;

/// How a meter is called on an HDLC line.
///
/// @param form of its address
/// @param physicalDevice its lower address; left out where the form has no room for it
public record HdlcLineSettings(HdlcClientSettings link, AddressForm form, int physicalDevice) {

    /// One octet, as in the examples of the meter's papers (dossier 19).
    public static final HdlcLineSettings DEFAULT =
            new HdlcLineSettings(HdlcClientSettings.DEFAULT, AddressForm.ONE_OCTET, 0);

    public HdlcLineSettings withAddress(AddressForm otherForm, int otherDevice) {
        return new HdlcLineSettings(link, otherForm, otherDevice);
    }

    public HdlcLineSettings withLink(HdlcClientSettings other) {
        return new HdlcLineSettings(other, form, physicalDevice);
    }

    HdlcAddress server(int serverSap) {
        return HdlcAddress.ofServer(form, serverSap, physicalDevice);
    }
}
