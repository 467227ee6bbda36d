package trefas.benchmarks;

import java.util.stream.IntStream;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.objects.MeterDevice;
import trefas.objects.ObjectModel;
import trefas.storage.VolatileMemory;

/// Heap of a meter: used heap after collections, with and without a hundred thousand of them. Start it with
/// `-XX:+UseSerialGC`, as the launcher does; other collectors round.
public final class Footprint {

    private static final int METERS = 100_000;
    private static final int COLLECTIONS = 4;

    private Footprint() {}

    public static void main(String[] arguments) {
        BenchedMeter.running(BenchedMeter.SERIAL);
        long before = usedHeapOctets();
        Meter[] meters =
                IntStream.range(0, METERS).mapToObj(BenchedMeter::running).toArray(Meter[]::new);
        long octets = (usedHeapOctets() - before) / METERS;
        System.out.println(octets + " octets of heap per meter, " + meters.length + " meters");
        weighObjects(meters);
    }

    /// What the full object list costs a further meter, its registers and their memory aside.
    private static void weighObjects(Meter[] meters) {
        var model = ObjectModel.of(MeterConfiguration.DEFAULT);
        var memory = new VolatileMemory();
        var devices = new MeterDevice[meters.length];
        long before = usedHeapOctets();
        for (int meter = 0; meter < meters.length; meter++) {
            devices[meter] = new MeterDevice(model, meters[meter], memory);
        }
        long octets = (usedHeapOctets() - before) / devices.length;
        System.out.println(
                octets + " octets more with all " + model.size() + " objects, " + devices.length + " devices");
    }

    private static long usedHeapOctets() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
