package trefas.dlms.gateway;

import trefas.cosem.CosemData.Octets;

/// A meter behind a gateway: the network it is in, and its physical device address there.
///
/// @param networkId 0 to 255
/// @param physicalDevice 0 to 255 octets, of the network's own kind
public record GatewayAddress(int networkId, Octets physicalDevice) {

    public static final int OCTETS_MAX = 255;

    public GatewayAddress {
        if (networkId < 0 || networkId > 0xFF || physicalDevice.length() > OCTETS_MAX) {
            throw new IllegalArgumentException(
                    "network " + networkId + ", address of " + physicalDevice.length() + " octets");
        }
    }

    /// The two parts: `0:3132`.
    @Override
    public String toString() {
        return networkId + ":" + physicalDevice;
    }
}
