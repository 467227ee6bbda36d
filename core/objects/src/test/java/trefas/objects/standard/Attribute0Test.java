package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.DataAccessResult;
import trefas.quantity.Obis;

/// Attribute 0 of the standard model: all attributes at once, read as far as allowed, written wholly or not at all.
class Attribute0Test {

    private final StandardOnBench bench = new StandardOnBench().seconds(1);

    @Test
    void attribute0IsAllAttributesWithNullDataForWhatIsDenied() {
        List<CosemData> all = assertInstanceOf(
                        Structure.class,
                        bench.get(StandardOnBench.PUBLIC, 8, Obis.of("0-0:1.0.0*255"), 0, Optional.empty())
                                .data())
                .elements();

        assertEquals(9, all.size());
        assertEquals(Values.name("0-0:1.0.0*255"), all.get(0));
        assertEquals(new CosemData.NullData(), all.get(4));
    }

    @Test
    void attribute0IsWrittenWhollyOrNotAtAll() {
        CosemData nothing = new CosemData.NullData();
        CosemData period = Values.u32(60);
        var good = new Structure(
                List.of(nothing, nothing, nothing, nothing, nothing, nothing, nothing, period, Values.u16(2)));
        var bad = new Structure(List.of(nothing, nothing, nothing, nothing, nothing, nothing, nothing, period, period));

        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(5, "1-0:1.4.0*255", 0, bad));
        assertEquals(900, bench.get(5, "1-0:1.4.0*255", 8).number());
        assertEquals(DataAccessResult.SUCCESS, bench.set(5, "1-0:1.4.0*255", 0, good));
        assertEquals(60, bench.get(5, "1-0:1.4.0*255", 8).number());
    }

    /// What the type can't say is refused by the behaviour, after others have been written already: those are put
    /// back, and nobody hears of them.
    @Test
    void attribute0ThatABehaviourRefusesLeavesEverythingAsItWas() {
        CosemData nothing = new CosemData.NullData();
        CosemData deviation = new CosemData.Int8(100);
        CosemData noMoment = new CosemData.OctetString(CosemData.Octets.of(new byte[12]));
        var bad = new Structure(List.of(
                nothing, noMoment, new CosemData.Int16(-120), nothing, nothing, nothing, deviation, nothing, nothing));
        String before = bench.get(8, "0-0:1.0.0*255", 0).hex();
        byte[] state = bench.device.octets();

        assertEquals(DataAccessResult.OTHER_REASON, bench.set(8, "0-0:1.0.0*255", 0, bad));
        assertEquals(before, bench.get(8, "0-0:1.0.0*255", 0).hex());
        assertArrayEquals(state, bench.device.octets());
    }
}
