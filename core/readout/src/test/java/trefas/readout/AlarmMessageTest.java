package trefas.readout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.MeterInput;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.AlarmSettings;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.device.status.OutgoingCall;
import trefas.device.status.StatusInput;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;
import trefas.readout.AlarmMessage.Reason;

/// The layout of decision 0047.
class AlarmMessageTest {

    /// 2026-11-22T13:37:00Z, Sunday 14:37 on the wall.
    private static final long NOW = 1_795_354_620L;

    private static final int SERIAL_NUMBER = 21_830_417;

    /// By hand: structure of 9; 1-1:134.0.3*255; 2026-11-22 Sunday 14:37:00, hundredths and deviation not specified, no
    /// summer time; 21830417; A: magnet, tamper, status B; B: magnet; alarm; came in A: tamper; came in B: magnet;
    /// went: none.
    private static final String MAGNET = "0209"
            + "09060101860003FF"
            + "090C07EA0B16070E2500FF800000"
            + "06014D1B11"
            + "0600000844"
            + "0600200000"
            + "1600"
            + "0600000040"
            + "0600200000"
            + "0600000000";

    private static final int MASK_A = EventA.TAMPER.mask();
    private static final int MASK_B = EventB.MAGNET.mask();

    private final List<OutgoingCall> calls = new ArrayList<>();
    private final Meter meter = new Meter(
            MeterConfiguration.DEFAULT.withFunctions(FunctionSettings.DEFAULT.with(
                    new AlarmSettings(AlarmSettings.ON, 0x7F00_0001L, 5_001, MASK_A, MASK_B, 0))),
            SERIAL_NUMBER);

    private void second(long at, int millivolts) {
        var values = new OneSecondValues();
        for (int phase = 0; phase < 3; phase++) {
            values.phase(phase, millivolts, 1_000, 230_000, 0);
        }
        values.supply(50_000, PhaseSequence.L1L2L3);
        meter.secondElapsed(at, values, this::take);
    }

    private void take(Effect effect) {
        if (effect instanceof Effect.Call(OutgoingCall call)) {
            calls.add(call);
        }
    }

    /// A running meter whose start nobody remembers.
    private void started() {
        for (long at = NOW - 20; at < NOW; at++) {
            second(at, 230_000);
        }
        meter.controls().clearEvents(this::take);
        calls.clear();
    }

    @Test
    void aMagnetIsToldAsThePaperSays() {
        started();
        meter.step(new MeterInput.StatusChanged(NOW - 1, StatusInput.MAGNET, true), this::take);
        second(NOW, 230_000);

        // The row of the status logger is ready as well.
        AlarmMessage told = AlarmMessage.of(calls.getFirst(), meter);
        assertEquals(EventA.STATUS_READY.mask(), told.eventStatusA() & EventA.STATUS_READY.mask());
        var expected = new AlarmMessage(
                Reason.ALARM,
                told.time(),
                SERIAL_NUMBER,
                told.eventStatusA(),
                EventB.MAGNET.mask(),
                EventA.TAMPER.mask(),
                EventB.MAGNET.mask(),
                0);
        assertEquals(expected, told);
        assertEquals(1, calls.size());

        var withoutRow = new AlarmMessage(
                told.reason(),
                told.time(),
                told.meterNumber(),
                told.eventStatusA() & ~EventA.STATUS_READY.mask(),
                told.eventStatusB(),
                told.risenA(),
                told.risenB(),
                told.fallenB());
        assertEquals(MAGNET, hex(withoutRow.body()));
    }

    @Test
    void theLastGaspHasNoBitsThatCame() {
        started();
        second(NOW, 0);
        second(NOW + 1, 0);

        AlarmMessage told = AlarmMessage.of(calls.getLast(), meter);
        assertEquals(Reason.LAST_GASP, told.reason());
        assertEquals(0, told.risenA() | told.risenB() | told.fallenB());
        assertTrue(hex(told.body()).contains("1601"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MAGNET,
                "0209" + "09060101860003FF" + "090C07EA0616070E250000800080" + "06FFFFFFFF" + "0680000000"
                        + "06FFFFFFFF" + "1601" + "0600000000" + "0600000000" + "0680000001"
            })
    void whatWasWrittenIsRead(String octets) {
        AlarmMessage read = AlarmMessage.of(data(octets)).orElseThrow();

        assertEquals(octets, hex(read.body()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "0200",
                // Another object, a time that can't be, another reason, one part less, another type.
                "020909060101860004FF090C07EA0B16070E2500FF80000006014D1B110600000844060020000016000600000040060020000006000"
                        + "00000",
                "020909060101860003FF090C07EA0D16070E25000080000006014D1B110600000844060020000016000600000040060020000006000"
                        + "00000",
                "020909060101860003FF090C07EA0B16070E2500FF80000006014D1B110600000844060020000016020600000040060020000006000"
                        + "00000",
                "020809060101860003FF090C07EA0B16070E2500FF80000006014D1B1106000008440600200000160006000000400600200000",
                "020909060101860003FF090C07EA0B16070E2500FF8000001201 4D06000008440600200000160006000000400600200000060000000"
                        + "0"
            })
    void anythingElseIsNone(String octets) {
        assertEquals(Optional.empty(), AlarmMessage.of(data(octets.replace(" ", ""))));
    }

    private static CosemData data(String hex) {
        Decoded.Complete<?> complete = assertInstanceOf(
                Decoded.Complete.class, Axdr.decode(HexFormat.of().parseHex(hex)));
        return assertInstanceOf(CosemData.class, complete.value());
    }

    private static String hex(CosemData data) {
        var writer = new AxdrWriter(200);
        Axdr.encode(data, writer);
        return HexFormat.of().withUpperCase().formatHex(writer.toOctets());
    }
}
