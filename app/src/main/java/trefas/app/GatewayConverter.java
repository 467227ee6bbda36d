package trefas.app;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.gateway.GatewayAddress;

/// A meter behind a gateway on the command line: its network and its name there, `0:3132`.
final class GatewayConverter implements ITypeConverter<GatewayAddress> {

    private static final int NETWORK_ID_MAX = 0xFF;
    private static final Pattern WRITTEN =
            Pattern.compile("(?<network>\\d{1,3}):(?<address>([0-9A-Fa-f]{2}){1," + GatewayAddress.OCTETS_MAX + "})");

    GatewayConverter() {}

    @Override
    public GatewayAddress convert(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || Integer.parseInt(written.group("network")) > NETWORK_ID_MAX) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no network and name, expected 0 to 255, a colon and octets such as 0:3132");
        }
        return new GatewayAddress(
                Integer.parseInt(written.group("network")),
                Octets.of(HexFormat.of().parseHex(written.group("address"))));
    }
}
