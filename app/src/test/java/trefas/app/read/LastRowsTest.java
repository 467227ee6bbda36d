package trefas.app.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.app.settings.RunSettings;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.cosem.InterfaceClass;
import trefas.cosem.LogicalDevice;
import trefas.cosem.Requester;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.quantity.Obis;
import trefas.transport.TcpLimits;
import trefas.transport.TcpListener;
import trefas.transport.TcpTimeouts;

/// The youngest rows of a profile, from meters that count their entries in different ways: from 1 as the Blue Book
/// has it, oldest or youngest first, and from 0 back from the youngest (dossier 10.6).
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LastRowsTest {

    private static final Obis PROFILE = Obis.of("1-0:99.1.0*255");
    private static final int FIRST_IN_FIRST_OUT = 1;
    private static final int LAST_IN_FIRST_OUT = 2;

    enum Counting {
        FROM_ONE_OLDEST_FIRST,
        FROM_ONE_YOUNGEST_FIRST,
        FROM_ZERO
    }

    /// Rows with their age as the only column: the youngest has 0.
    private record Rows(Counting counting, int count) implements LogicalDevice {

        @Override
        public DataAccessResult get(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                AxdrWriter value) {
            switch (attribute.attributeId()) {
                case 2 -> {
                    var entries = (EntryDescriptor) selection.orElseThrow();
                    List<Integer> ages = ages(entries.fromEntry(), entries.toEntry());
                    value.array(ages.size());
                    ages.forEach(age -> value.structure(1).doubleLongUnsigned(age));
                }
                case 3 ->
                    value.array(1)
                            .structure(4)
                            .longUnsigned(InterfaceClass.REGISTER.classId())
                            .octetString(Obis.of("1-0:1.8.0*255"))
                            .integer(2)
                            .longUnsigned(0);
                case 5 ->
                    value.enumerated(
                            counting == Counting.FROM_ONE_YOUNGEST_FIRST ? LAST_IN_FIRST_OUT : FIRST_IN_FIRST_OUT);
                case 7 -> value.doubleLongUnsigned(count);
                default -> {
                    return DataAccessResult.OBJECT_UNDEFINED;
                }
            }
            return DataAccessResult.SUCCESS;
        }

        private List<Integer> ages(long from, long to) {
            var ages = new ArrayList<Integer>();
            switch (counting) {
                case FROM_ONE_OLDEST_FIRST -> {
                    for (long entry = from; entry <= Math.min(count, to); entry++) {
                        ages.add((int) (count - entry));
                    }
                }
                case FROM_ONE_YOUNGEST_FIRST -> {
                    for (long entry = from; entry <= Math.min(count, to); entry++) {
                        ages.add((int) (entry - 1));
                    }
                }
                case FROM_ZERO -> {
                    // From a large to a small number is forward in time; there is no entry of the number of rows.
                    for (long entry = Math.min(count - 1L, from); from < count && entry >= to; entry--) {
                        ages.add((int) entry);
                    }
                }
            }
            return ages;
        }

        @Override
        public boolean isPowered() {
            return true;
        }
    }

    @ParameterizedTest(name = "{0}, the last {1} of {2}")
    @CsvSource({
        "FROM_ONE_OLDEST_FIRST, 3, 10, 2 1 0",
        "FROM_ONE_YOUNGEST_FIRST, 3, 10, 0 1 2",
        "FROM_ZERO, 3, 10, 2 1 0",
        "FROM_ONE_OLDEST_FIRST, 1, 10, 0",
        "FROM_ZERO, 1, 10, 0",
        "FROM_ONE_OLDEST_FIRST, 99, 2, 1 0",
        "FROM_ZERO, 99, 2, 1 0",
        "FROM_ZERO, 1, 1, 0",
        "FROM_ZERO, 5, 0, ''",
        "FROM_ONE_YOUNGEST_FIRST, 5, 0, ''",
    })
    void theYoungestRowsComeHoweverTheMeterCounts(Counting counting, int wanted, int count, String ages)
            throws IOException {
        var rows = new ArrayList<String>();
        try (var port = listener(new Rows(counting, count));
                var reader = MeterReader.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()),
                        AssociationSettings.ofReader(18, 16, RunSettings.PASSWORD),
                        TcpTimeouts.DEFAULT)) {
            ProfileReader.of(reader, new MeterReader.Listed(InterfaceClass.PROFILE_GENERIC.classId(), PROFILE))
                    .read(
                            new ProfileSelection.Last(wanted),
                            cells -> rows.add("" + ((CosemData.DoubleLongUnsigned) cells.getFirst()).value()));
        }
        assertEquals(ages, String.join(" ", rows));
    }

    private static TcpListener listener(LogicalDevice device) throws IOException {
        var profile = new ServerProfile(List.of(AssociationSettings.withPassword(
                18, 16, RunSettings.PASSWORD, ServerProfile.SERVED, ServerProfile.PDU_OCTETS_TCP)));
        return TcpListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                TcpLimits.DEFAULT,
                () -> new WrapperServer(profile, device));
    }
}
