package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import trefas.cosem.AccessSelection;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AttributeType;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Structure;
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
import trefas.objects.standard.StandardState.Recalled;
import trefas.quantity.Obis;
import trefas.quantity.PhaseSequence;
import trefas.security.KeyId;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// A meter in the standard model with supply that can fail, asked as the protocol asks.
final class ControlOnBench {

    static final int SERIAL = 18_304_117;

    /// 2026-01-01T00:00:00Z, 01:00 on the wall.
    static final long START = 1_767_225_600L;

    static final Requester PUBLIC = Requester.inClear(16, 1);
    static final Requester MANAGEMENT =
            new Requester(1, 1, 3, 5, 0x60_1EDF, 1024, 1024, new Protection(true, true, false));

    /// Keys of the dossier's vectors (E5).
    static final SymmetricKey UNICAST = SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F");

    static final SymmetricKey AUTHENTICATION = SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");
    static final SymmetricKey MASTER = SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F");
    static final String TITLE = "4D4D4D0000BC614E";

    private static final int OCTETS_MAX = 4_000_000;

    final OneSecondValues values = new OneSecondValues();
    final ListMemory memory = new ListMemory();
    final List<StandardEffect> effects = new ArrayList<>();
    final Surroundings surroundings;
    final StandardModel model;
    final Meter meter = new Meter(MeterConfiguration.DEFAULT, SERIAL);
    StandardDevice device;
    private long world = START;

    ControlOnBench(StandardModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        this.device = new StandardDevice(model, new StandardState(), meter, memory, this::carryOut, surroundings);
        supply(true);
        watts(0);
        seconds(1);
        effects.clear();
    }

    ControlOnBench(Surroundings surroundings) {
        this(StandardModel.of(MeterConfiguration.DEFAULT, StandardSettings.DEFAULT), surroundings);
    }

    ControlOnBench() {
        this(Surroundings.NONE);
    }

    /// The standard model with one object changed.
    static StandardModel changed(String name, UnaryOperator<StandardObject> change) {
        Obis changed = Obis.of(name);
        return StandardModel.of(
                MeterConfiguration.DEFAULT,
                StandardSettings.DEFAULT,
                StandardTable.of(MeterConfiguration.DEFAULT, StandardSettings.DEFAULT).stream()
                        .map(object -> object.logicalName().equals(changed) ? change.apply(object) : object)
                        .toList());
    }

    /// Security of suite 0 with all keys.
    static SecurityState keys(SecuritySuite suite) {
        var state = SecurityState.fresh(
                suite,
                SecurityPolicy.NONE,
                SystemTitle.of(HexFormat.of().parseHex(TITLE)).orElseThrow());
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, UNICAST);
        state.install(KeyId.AUTHENTICATION, AUTHENTICATION);
        state.install(KeyId.MASTER, MASTER);
        return state;
    }

    static SecurityAccess access(SecurityState state) {
        return SecurityAccess.unshared(state, new SecureRandom());
    }

    /// Notes what is asked for; rows of the meter's loggers go where its objects find them.
    private void carryOut(StandardEffect effect) {
        effects.add(effect);
        if (effect instanceof StandardEffect.OfMeter(Effect.AppendRow(var logger, var row, int _))) {
            memory.append(logger, row);
        }
    }

    void watts(int total) {
        for (int phase = 0; phase < 3; phase++) {
            values.phase(phase, supplied ? 230_000 : 0, 1_000, total / 3 * 1_000, 0);
        }
    }

    private boolean supplied;

    void supply(boolean on) {
        supplied = on;
        watts(0);
        values.supply(on ? 50_000 : 0, PhaseSequence.L1L2L3);
    }

    /// Lets seconds pass, one by one.
    ControlOnBench seconds(long count) {
        for (long i = 0; i < count; i++) {
            world++;
            meter.secondElapsed(world, values, _ -> {});
            device.secondElapsed();
        }
        return this;
    }

    /// Lets the meter be without supply for a while.
    ControlOnBench outage(long count) {
        supply(false);
        seconds(count);
        supply(true);
        return seconds(1);
    }

    /// A new program takes over from the permanent memory.
    ControlOnBench restart() {
        if (!(StandardState.of(device.octets()) instanceof Recalled.Ready(StandardState state))) {
            return fail("the state was not readable");
        }
        device = new StandardDevice(model, state, meter, memory, this::carryOut, surroundings);
        return this;
    }

    /// What a GET gives.
    record Answer(DataAccessResult result, String hex) {

        CosemData data() {
            assertEquals(DataAccessResult.SUCCESS, result);
            return ControlOnBench.hex(hex);
        }

        long number() {
            return AttributeType.number(data()).orElseThrow();
        }

        List<CosemData> elements() {
            return switch (data()) {
                case Array(var elements) -> elements;
                case Structure(var elements) -> elements;
                case CosemData other -> fail("no elements: " + other);
            };
        }
    }

    Answer get(Requester requester, int classId, String name, int attribute, Optional<AccessSelection> selection) {
        var writer = new AxdrWriter(OCTETS_MAX);
        DataAccessResult result =
                device.get(requester, new AttributeDescriptor(classId, Obis.of(name), attribute), selection, writer);
        byte[] octets = writer.toOctets();
        assertEquals(result == DataAccessResult.SUCCESS, octets.length > 0, () -> name + " " + attribute);
        return new Answer(result, HexFormat.of().withUpperCase().formatHex(octets));
    }

    Answer get(Requester requester, int classId, String name, int attribute) {
        return get(requester, classId, name, attribute, Optional.empty());
    }

    Answer get(int classId, String name, int attribute) {
        return get(MANAGEMENT, classId, name, attribute);
    }

    DataAccessResult set(Requester requester, int classId, String name, int attribute, CosemData value) {
        return device.set(
                requester, new AttributeDescriptor(classId, Obis.of(name), attribute), Optional.empty(), value);
    }

    DataAccessResult set(int classId, String name, int attribute, CosemData value) {
        return set(MANAGEMENT, classId, name, attribute, value);
    }

    /// A SET that must succeed.
    ControlOnBench having(int classId, String name, int attribute, CosemData value) {
        assertEquals(DataAccessResult.SUCCESS, set(classId, name, attribute, value), () -> name + " " + attribute);
        return this;
    }

    ActionResult call(Requester requester, int classId, String name, int method, CosemData parameter) {
        return device.invoke(
                requester,
                new MethodDescriptor(classId, Obis.of(name), method),
                Optional.of(parameter),
                new AxdrWriter(OCTETS_MAX));
    }

    ActionResult call(int classId, String name, int method, CosemData parameter) {
        return call(MANAGEMENT, classId, name, method, parameter);
    }

    ActionResult call(int classId, String name, int method) {
        return call(classId, name, method, new CosemData.Int8(0));
    }

    /// A call that must answer with a value.
    CosemData returned(int classId, String name, int method, CosemData parameter) {
        var writer = new AxdrWriter(OCTETS_MAX);
        assertEquals(
                ActionResult.SUCCESS,
                device.invoke(
                        MANAGEMENT,
                        new MethodDescriptor(classId, Obis.of(name), method),
                        Optional.of(parameter),
                        writer));
        return hex(HexFormat.of().formatHex(writer.toOctets()));
    }

    /// A whole ACTION request of the reference traces, as far as the logical device is concerned.
    ActionResult action(String apdu) {
        byte[] octets = HexFormat.of().parseHex(apdu.replace(" ", ""));
        assertEquals(0xC3, Byte.toUnsignedInt(octets[0]));
        int classId = Byte.toUnsignedInt(octets[3]) << 8 | Byte.toUnsignedInt(octets[4]);
        long name = 0;
        for (int i = 5; i < 11; i++) {
            name = name << 8 | Byte.toUnsignedInt(octets[i]);
        }
        return device.invoke(
                MANAGEMENT,
                new MethodDescriptor(classId, Obis.ofPacked(name), octets[11]),
                octets[12] == 0
                        ? Optional.empty()
                        : Optional.of(hex(HexFormat.of().formatHex(octets, 13, octets.length))),
                new AxdrWriter(OCTETS_MAX));
    }

    /// Codes of an event log, oldest first.
    List<Integer> log(int log) {
        return get(7, "0-0:99.98." + log + "*255", 2).elements().stream()
                .map(row -> Values.number(Values.element(row, 1)))
                .toList();
    }

    static CosemData hex(String octets) {
        byte[] all = HexFormat.of().parseHex(octets.replace(" ", ""));
        var decoded = assertInstanceOf(Complete.class, Axdr.decode(all));
        assertEquals(all.length, decoded.octetsUsed());
        return (CosemData) decoded.value();
    }
}
