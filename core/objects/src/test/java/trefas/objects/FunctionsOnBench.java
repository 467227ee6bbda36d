package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HexFormat;
import java.util.Optional;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.device.Meter;
import trefas.device.Restored;
import trefas.device.configuration.MeterConfiguration;
import trefas.quantity.Obis;

/// A meter on the bench whose objects of one number (class 1, attribute 2) are read and set.
final class FunctionsOnBench {

    private static final int DATA = 1;

    final DeviceOnBench bench = new DeviceOnBench();
    private long now = DeviceOnBench.START;

    /// A meter one second after power-on.
    FunctionsOnBench() {
        bench.second(now);
    }

    void second() {
        now++;
        bench.second(now);
    }

    String read(String name) {
        return bench.get(DATA, name, 2).hex();
    }

    DataAccessResult set(String name, CosemData value) {
        return bench.set(DeviceOnBench.PRIMARY, DATA, name, 2, value);
    }

    void assertRefused(DataAccessResult reason, String name, CosemData value) {
        String before = read(name);
        byte[] registers = bench.meter.registers();
        byte[] settings = bench.meter.settingsRecord();
        int saved = bench.settingsSaved + bench.registersSaved;

        assertEquals(reason, set(name, value));

        assertEquals(before, read(name));
        assertArrayEquals(registers, bench.meter.registers());
        assertArrayEquals(settings, bench.meter.settingsRecord());
        assertEquals(saved, bench.settingsSaved + bench.registersSaved);
    }

    /// What a meter answers that has nothing but what this one would have saved now.
    String readAfterRestart(String name) {
        Restored restored = Meter.restore(
                MeterConfiguration.DEFAULT,
                DeviceOnBench.SERIAL,
                bench.meter.registers(),
                bench.meter.settingsRecord());
        Meter meter = assertInstanceOf(Restored.Ready.class, restored).meter();
        var device = new MeterDevice(bench.model, meter, bench.memory, _ -> {}, Optional.empty());
        var out = new AxdrWriter(64);
        assertEquals(
                DataAccessResult.SUCCESS,
                device.get(
                        DeviceOnBench.requester(DeviceOnBench.PRIMARY),
                        new AttributeDescriptor(DATA, Obis.of(name), 2),
                        Optional.empty(),
                        out));
        return HexFormat.of().withUpperCase().formatHex(out.toOctets());
    }

    static CosemData data(String axdr) {
        if (Axdr.decode(HexFormat.of().parseHex(axdr.replace(" ", "")))
                instanceof Decoded.Complete<CosemData>(CosemData data, int _)) {
            return data;
        }
        throw new AssertionError(axdr);
    }
}
