package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.security.SecureRandom;
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
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.cosem.MethodDescriptor;
import trefas.cosem.Protection;
import trefas.cosem.Requester;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.Restored;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Obis;
import trefas.quantity.PhaseSequence;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;

/// A meter with its memory and its objects, asked as the protocol asks.
final class DeviceOnBench {

    static final int SERIAL = 18_304_117;
    static final int PUBLIC = 16;
    static final int PRIMARY = 18;

    /// 2026-01-01T00:00:00Z, 01:00 on the wall.
    static final long START = 1_767_225_600L;

    private static final int OCTETS_MAX = 4_000_000;

    final OneSecondValues values = new OneSecondValues();
    final ListMemory memory = new ListMemory();
    final ObjectModel model;
    final Meter meter;
    final MeterDevice device;
    final SecurityState secrets = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, new SystemTitle(1));
    private final SecurityAccess security = SecurityAccess.unshared(secrets, new SecureRandom());
    int settingsSaved;
    int registersSaved;

    DeviceOnBench(MeterConfiguration configuration) {
        model = ObjectModel.of(configuration);
        meter = new Meter(configuration, SERIAL);
        device = new MeterDevice(model, meter, memory, this::carryOut, Optional.of(security));
        for (int phase = 0; phase < 3; phase++) {
            values.phase(phase, 230_000, 0, 0, 0);
        }
        values.supply(50_000, PhaseSequence.L1L2L3);
    }

    DeviceOnBench() {
        this(MeterConfiguration.DEFAULT);
    }

    static MeterConfiguration logging(LoadProfileContent content, CapturePeriod period) {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        return new MeterConfiguration(
                as.typeNumber(), as.energyFormat(), as.summation(), content, period, as.clock(), as.displayLists());
    }

    /// The objects this meter has now.
    List<MeterObject> objects() {
        return model.objects().stream()
                .filter(object -> object.presence().isIn(meter))
                .toList();
    }

    /// The meter after a kill right now: what is left of it are its records and its rows.
    MeterDevice restarted() {
        Restored restored = Meter.restore(meter.configuration(), SERIAL, meter.registers(), meter.settingsRecord());
        Meter left = assertInstanceOf(Restored.Ready.class, restored).meter();
        return new MeterDevice(model, left, memory, _ -> {}, Optional.of(security));
    }

    /// Measures one second; the rows of all periods since the one before come into the memory.
    DeviceOnBench second(long at) {
        meter.secondElapsed(at, values, this::carryOut);
        return this;
    }

    /// Sets the clock on; the rows of all periods it passes over come into the memory.
    void clockTo(long time) {
        meter.setClock(time, this::carryOut);
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.SaveRegisters _ -> registersSaved++;
            case Effect.SwitchRelay _, Effect.SendPulses _, Effect.Call _ -> {}
            case Effect.SaveSettings _ -> settingsSaved++;
            case Effect.AppendRow(var logger, var entry, int _) -> memory.append(logger, entry);
        }
    }

    /// A requester as the protocol makes it for a client of the table.
    static Requester requester(int client) {
        var association = Association.ofClient(client);
        int server = association.map(Association::serverSap).orElse(Association.METER_SERVER);
        int mechanism = association.map(row -> row.security().mechanism()).orElse(0);
        return new Requester(client, server, 1, mechanism, 0x00_10_1D, 1_024, 500, Protection.NONE);
    }

    DataAccessResult set(int client, int classId, String name, int attribute, CosemData value) {
        return device.set(
                requester(client), new AttributeDescriptor(classId, Obis.of(name), attribute), Optional.empty(), value);
    }

    ActionResult invoke(int client, int classId, String name, int method, Optional<CosemData> parameters) {
        var returned = new AxdrWriter(OCTETS_MAX);
        ActionResult result = device.invoke(
                requester(client), new MethodDescriptor(classId, Obis.of(name), method), parameters, returned);
        assertEquals(0, returned.length());
        return result;
    }

    /// What a GET gives: a result, and on success the octets of the value in hexadecimal.
    record Answer(DataAccessResult result, String octets) {

        String hex() {
            assertEquals(DataAccessResult.SUCCESS, result);
            return octets;
        }

        /// The one value these octets are, to the last.
        CosemData data() {
            Decoded<CosemData> decoded = Axdr.decode(HexFormat.of().parseHex(hex()));
            if (decoded instanceof Decoded.Complete<CosemData>(CosemData data, int _)) {
                return data;
            }
            throw new AssertionError("not a value: " + decoded);
        }

        /// The cells of each row of a buffer.
        List<List<CosemData>> rows() {
            return assertInstanceOf(Array.class, data()).elements().stream()
                    .map(row -> assertInstanceOf(Structure.class, row).elements())
                    .toList();
        }
    }

    /// Asks behind other octets, as a protocol does; what stands before must stay, and an error must add nothing.
    Answer get(int client, int classId, Obis name, int attribute, Optional<AccessSelection> selection) {
        var writer = new AxdrWriter(OCTETS_MAX);
        writer.octet(0xC4).octet(0x01);
        DataAccessResult result =
                device.get(requester(client), new AttributeDescriptor(classId, name, attribute), selection, writer);
        byte[] all = writer.toOctets();
        assertEquals(0xC401, (Byte.toUnsignedInt(all[0]) << 8) | Byte.toUnsignedInt(all[1]));
        assertEquals(result == DataAccessResult.SUCCESS, all.length > 2, () -> name + " " + attribute + ": " + result);
        return new Answer(result, HexFormat.of().withUpperCase().formatHex(all, 2, all.length));
    }

    Answer get(int client, int classId, String name, int attribute) {
        return get(client, classId, Obis.of(name), attribute, Optional.empty());
    }

    Answer get(int classId, String name, int attribute) {
        return get(PRIMARY, classId, name, attribute);
    }
}
