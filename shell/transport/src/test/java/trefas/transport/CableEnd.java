package trefas.transport;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.signon.LineFormat;

/// One end of a serial cable in memory. What one end sends arrives at the other as it is when both are set alike,
/// and as noise when they are not.
final class CableEnd implements SerialLine {

    private record Run(Octets octets, LineFormat format) {}

    private final String name;
    private final BlockingQueue<Run> arriving = new LinkedBlockingQueue<>();
    private volatile LineFormat format;
    private CableEnd other = this;

    private CableEnd(String name, LineFormat format) {
        this.name = name;
        this.format = format;
    }

    /// Both ends of a new cable.
    static CableEnd[] cable(LineFormat first) {
        var one = new CableEnd("one end", first);
        one.other = new CableEnd("the other end", first);
        one.other.other = one;
        return new CableEnd[] {one, one.other};
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(byte[] octets, int milliseconds) throws IOException {
        try {
            var run = arriving.poll(milliseconds, TimeUnit.MILLISECONDS);
            if (run == null) {
                return 0;
            }
            boolean isClear = run.format().equals(format);
            for (int i = 0; i < run.octets().length(); i++) {
                octets[i] = (byte) (run.octets().octet(i) ^ (isClear ? 0 : 0x55));
            }
            return run.octets().length();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IOException("closed", asked);
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        for (int from = offset; from < offset + length; from += 32) {
            int count = Math.min(32, offset + length - from);
            other.arriving.add(new Run(Octets.of(octets, from, count), format));
        }
    }

    @Override
    public void change(LineFormat next) {
        format = next;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
