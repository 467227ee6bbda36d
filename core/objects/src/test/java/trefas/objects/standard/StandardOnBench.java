package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Protection;
import trefas.cosem.Requester;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.metrology.OneSecondValues;
import trefas.objects.ListMemory;
import trefas.quantity.Obis;
import trefas.quantity.PhaseSequence;

/// A meter in the standard model with its memory, asked as the protocol asks.
final class StandardOnBench {

    static final int SERIAL = 18_304_117;

    /// 2026-01-01T00:00:00Z, 01:00 on the wall.
    static final long START = 1_767_225_600L;

    static final Protection PROTECTED = new Protection(true, true, false);
    static final Requester MANAGEMENT = Requester.inClear(1, 1).with(PROTECTED);
    static final Requester PUBLIC = Requester.inClear(16, 1);

    private static final int OCTETS_MAX = 4_000_000;

    final OneSecondValues values = new OneSecondValues();
    final ListMemory memory = new ListMemory();
    final List<StandardEffect> effects = new ArrayList<>();
    final StandardModel model;
    final Meter meter = new Meter(MeterConfiguration.DEFAULT, SERIAL);
    final StandardDevice device;
    private long world = START;

    StandardOnBench(StandardModel model, StandardState state) {
        this.model = model;
        this.device = new StandardDevice(model, state, meter, memory, this::carryOut);
        for (int phase = 0; phase < 3; phase++) {
            values.phase(phase, 230_000, 1_000, 200_000, 0);
        }
        values.supply(50_000, PhaseSequence.L1L2L3);
    }

    StandardOnBench(StandardModel model) {
        this(model, new StandardState());
    }

    StandardOnBench() {
        this(StandardModel.of(MeterConfiguration.DEFAULT, StandardSettings.DEFAULT));
    }

    /// The standard model with further objects.
    static StandardOnBench with(StandardObject... further) {
        var objects = new ArrayList<>(StandardModel.of(MeterConfiguration.DEFAULT, StandardSettings.DEFAULT)
                .objects());
        objects.addAll(List.of(further));
        return new StandardOnBench(StandardModel.of(MeterConfiguration.DEFAULT, StandardSettings.DEFAULT, objects));
    }

    private void carryOut(StandardEffect effect) {
        effects.add(effect);
        if (effect instanceof StandardEffect.OfMeter(Effect ofMeter)) {
            keep(ofMeter);
        }
    }

    private void keep(Effect effect) {
        if (effect instanceof Effect.AppendRow(var logger, var entry, int _)) {
            memory.append(logger, entry);
        }
    }

    /// Lets seconds pass, one by one.
    StandardOnBench seconds(long count) {
        for (long i = 0; i < count; i++) {
            world++;
            meter.secondElapsed(world, values, this::keep);
            device.secondElapsed();
        }
        return this;
    }

    /// Lets seconds pass without supply, then one with.
    StandardOnBench outage(long seconds) {
        world += seconds;
        return seconds(1);
    }

    /// Lets seconds pass until the meter's wall shows a time.
    StandardOnBench until(String local) {
        var wanted = java.time.LocalDateTime.parse(local.replace(' ', 'T'));
        while (!device.clock().local(device.now()).isEqual(wanted)) {
            seconds(1);
        }
        return this;
    }

    /// Sets the clock and lets one second pass.
    StandardOnBench setClock(String local) {
        assertEquals(DataAccessResult.SUCCESS, set(8, "0-0:1.0.0*255", 2, dateTime(local)));
        return seconds(1);
    }

    /// What a GET gives.
    record Answer(DataAccessResult result, String octets) {

        String hex() {
            assertEquals(DataAccessResult.SUCCESS, result);
            return octets;
        }

        CosemData data() {
            return assertInstanceOf(Complete.class, Axdr.decode(HexFormat.of().parseHex(hex())))
                                    .value()
                            instanceof CosemData data
                    ? data
                    : new CosemData.NullData();
        }

        long number() {
            return trefas.cosem.AttributeType.number(data()).orElseThrow();
        }

        List<List<CosemData>> rows() {
            return assertInstanceOf(Array.class, data()).elements().stream()
                    .map(row -> assertInstanceOf(Structure.class, row).elements())
                    .toList();
        }
    }

    Answer get(Requester requester, int classId, Obis name, int attribute, Optional<AccessSelection> selection) {
        var writer = new AxdrWriter(OCTETS_MAX);
        writer.octet(0xC4).octet(0x01);
        DataAccessResult result =
                device.get(requester, new AttributeDescriptor(classId, name, attribute), selection, writer);
        byte[] all = writer.toOctets();
        assertEquals(result == DataAccessResult.SUCCESS, all.length > 2, () -> name + " " + attribute + ": " + result);
        return new Answer(result, HexFormat.of().withUpperCase().formatHex(all, 2, all.length));
    }

    Answer get(int classId, String name, int attribute) {
        return get(MANAGEMENT, classId, Obis.of(name), attribute, Optional.empty());
    }

    Answer get(int classId, String name, int attribute, AccessSelection selection) {
        return get(MANAGEMENT, classId, Obis.of(name), attribute, Optional.of(selection));
    }

    DataAccessResult set(Requester requester, int classId, String name, int attribute, CosemData value) {
        return device.set(
                requester, new AttributeDescriptor(classId, Obis.of(name), attribute), Optional.empty(), value);
    }

    DataAccessResult set(int classId, String name, int attribute, CosemData value) {
        return set(MANAGEMENT, classId, name, attribute, value);
    }

    ActionResult call(int classId, String name, int method, CosemData parameter) {
        return device.invoke(
                MANAGEMENT,
                new MethodDescriptor(classId, Obis.of(name), method),
                Optional.of(parameter),
                new AxdrWriter(OCTETS_MAX));
    }

    ActionResult call(int classId, String name, int method) {
        return call(classId, name, method, new CosemData.Int8(0));
    }

    static CosemData hex(String octets) {
        if (Axdr.decode(HexFormat.of().parseHex(octets)) instanceof Complete<CosemData>(CosemData data, int used)) {
            assertTrue(used > 0);
            return data;
        }
        throw new AssertionError("not a value: " + octets);
    }

    /// A local time with deviation not specified.
    static CosemData dateTime(String local) {
        return Values.stamp(CosemDateTime.of(
                java.time.LocalDateTime.parse(local.replace(' ', 'T')), CosemDateTime.DEVIATION_NOT_SPECIFIED, 0xFF));
    }

    /// The local time of a date-time, as the wall shows it.
    static String local(CosemData data) {
        return Values.time(data).orElseThrow().toString();
    }

    String time() {
        return local(get(8, "0-0:1.0.0*255", 2).data());
    }
}
