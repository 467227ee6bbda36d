package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.MethodDescriptor;
import trefas.device.configuration.MeterConfiguration;
import trefas.objects.standard.FirmwareImage.SignatureCheck;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;

/// Whatever a client writes or calls, the objects answer and never throw; what is refused changes nothing.
class ControlNoiseTest {

    private static final List<StandardObject> OBJECTS =
            ControlTable.of(MeterConfiguration.DEFAULT, StandardSettings.DEFAULT);

    /// Says what it refused, although it refused it.
    private static final String TELLS_OF_REFUSALS = "0-0:19.40.0*255";

    private final SecurityState security = ControlOnBench.keys(SecuritySuite.SUITE_1);
    private final ControlOnBench bench = new ControlOnBench(Surroundings.NONE
            .with(ControlOnBench.access(security))
            .with(new HeapImageMemory(), ImageMachinery.verifyingOnly(SignatureCheck.NOT_NEEDED)));

    @Test
    void anyValueForAnyMethodAndAttribute() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_128);
        for (StandardObject object : OBJECTS) {
            for (int round = 0; round < 40; round++) {
                CosemData value = any(random, 3);
                for (int method = 0; method <= object.interfaceClass().methods().size() + 1; method++) {
                    invoke(object, method, value);
                }
                for (int attribute = 0;
                        attribute <= object.interfaceClass().attributes().size() + 1;
                        attribute++) {
                    write(object, attribute, value);
                }
            }
            bench.seconds(2);
        }
        for (StandardObject object : OBJECTS) {
            bench.get(object.interfaceClass().classId(), object.logicalName().toString(), 0);
        }
    }

    /// First octet the object, second the method or attribute, then a value.
    @FuzzTest
    void anyOctets(byte[] noise) {
        if (noise.length < 3
                || !(Axdr.decode(noise, 2, noise.length - 2) instanceof Complete<CosemData>(var value, int _))) {
            return;
        }
        StandardObject object = OBJECTS.get(Byte.toUnsignedInt(noise[0]) % OBJECTS.size());
        if (noise[1] < 0) {
            write(object, -noise[1], value);
        } else {
            invoke(object, noise[1], value);
        }
        bench.seconds(1);
    }

    private void invoke(StandardObject object, int method, CosemData value) {
        byte[] before = bench.device.octets();
        long changes = security.changes();
        ActionResult result = bench.device.invoke(
                ControlOnBench.MANAGEMENT,
                new MethodDescriptor(object.interfaceClass().classId(), object.logicalName(), method),
                Optional.of(value),
                new AxdrWriter(4_000_000));
        boolean tells = object.logicalName().toString().equals(TELLS_OF_REFUSALS);
        if (result != ActionResult.SUCCESS && !tells) {
            assertArrayEquals(
                    before, bench.device.octets(), () -> object.logicalName() + " method " + method + " " + value);
            assertEquals(changes, security.changes());
        }
    }

    private void write(StandardObject object, int attribute, CosemData value) {
        byte[] before = bench.device.octets();
        DataAccessResult result = bench.device.set(
                ControlOnBench.MANAGEMENT,
                new AttributeDescriptor(object.interfaceClass().classId(), object.logicalName(), attribute),
                Optional.empty(),
                value);
        if (result != DataAccessResult.SUCCESS) {
            assertArrayEquals(
                    before,
                    bench.device.octets(),
                    () -> object.logicalName() + " attribute " + attribute + " " + value);
        }
    }

    private static CosemData any(RandomGenerator random, int depth) {
        int size = random.nextInt(4);
        return switch (random.nextInt(depth == 0 ? 12 : 14)) {
            case 0 -> new CosemData.NullData();
            case 1 -> new CosemData.Bool(random.nextBoolean());
            case 2 -> new CosemData.Int8(random.nextInt(-128, 128));
            case 3 -> new CosemData.Int16(random.nextInt(-32_768, 32_768));
            case 4 -> new CosemData.DoubleLong(random.nextInt());
            case 5 -> new CosemData.Unsigned(random.nextInt(256));
            case 6 -> Values.u16(random.nextInt(65_536));
            case 7 -> Values.u32(random.nextLong(0x1_0000_0000L));
            case 8 -> Values.en(random.nextInt(random.nextBoolean() ? 8 : 256));
            case 9 -> Values.octets(octets(random, random.nextBoolean() ? 6 : 12));
            case 10 -> Bits.data(random.nextInt(9), random.nextInt(256));
            case 11 -> new CosemData.Long64(random.nextLong());
            case 12 -> new CosemData.Array(many(random, size, depth));
            default -> new CosemData.Structure(many(random, size, depth));
        };
    }

    private static List<CosemData> many(RandomGenerator random, int size, int depth) {
        return java.util.stream.IntStream.range(0, size)
                .mapToObj(_ -> any(random, depth - 1))
                .toList();
    }

    private static byte[] octets(RandomGenerator random, int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
