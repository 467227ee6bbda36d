package trefas.dlms.hdlc;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;

/// Answers the APDUs it was told about, and counts how often each was carried out.
final class ScriptedServer implements ApduServer {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final int clientSap;
    private final int serverSap;
    private final Map<String, String> script = new HashMap<>();
    final Map<String, Integer> carriedOut = new HashMap<>();
    int aborts;
    boolean isPowered = true;

    ScriptedServer(int clientSap, int serverSap) {
        this.clientSap = clientSap;
        this.serverSap = serverSap;
    }

    ScriptedServer when(String request, String answer) {
        script.put(request, answer);
        return this;
    }

    int times(String request) {
        return carriedOut.getOrDefault(request, 0);
    }

    @Override
    public boolean isPowered() {
        return isPowered;
    }

    @Override
    public boolean serves(int client, int server) {
        return client == clientSap && server == serverSap;
    }

    @Override
    public void receive(int client, int server, byte[] octets, int offset, int length, ApduBuffer answer) {
        answer.reset();
        String request = HEX.formatHex(octets, offset, offset + length);
        carriedOut.merge(request, 1, Integer::sum);
        answer.octets(HEX.parseHex(script.getOrDefault(request, "")));
    }

    @Override
    public void broadcast(int client, byte[] octets, int offset, int length) {
        carriedOut.merge("all " + HEX.formatHex(octets, offset, offset + length), 1, Integer::sum);
    }

    @Override
    public void abort(int client, int server) {
        aborts++;
    }

    @Override
    public void abortAll() {
        aborts++;
    }

    @Override
    public int apduOctetsMax() {
        return 1_024;
    }
}
