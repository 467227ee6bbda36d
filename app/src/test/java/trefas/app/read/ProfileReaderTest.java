package trefas.app.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.app.settings.RunSettings;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemDateTime;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded.Complete;
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

/// A long profile is asked for some days at a time; over both changes of the clock each row comes once.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ProfileReaderTest {

    private static final Obis PROFILE = Obis.of("1-0:99.1.0*255");
    private static final Obis CLOCK = Obis.of("0-0:1.0.0*255");
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final Duration PERIOD = Duration.ofMinutes(15);

    /// A row every 15 minutes of real time, with the local time as the only column.
    private static final class Quarters implements LogicalDevice {

        final List<ZonedDateTime> rows = new ArrayList<>();
        int requests;

        Quarters(ZonedDateTime from, ZonedDateTime to) {
            for (Instant at = from.toInstant(); !at.isAfter(to.toInstant()); at = at.plus(PERIOD)) {
                rows.add(at.atZone(ZONE));
            }
        }

        @Override
        public DataAccessResult get(
                Requester requester,
                AttributeDescriptor attribute,
                Optional<AccessSelection> selection,
                AxdrWriter value) {
            switch (attribute.attributeId()) {
                case 2 -> {
                    requests++;
                    var range = (RangeDescriptor) selection.orElseThrow();
                    LocalDateTime from = local(range.from());
                    LocalDateTime to = local(range.to());
                    var chosen = rows.stream()
                            .filter(row -> !row.toLocalDateTime().isBefore(from)
                                    && !row.toLocalDateTime().isAfter(to))
                            .toList();
                    value.array(chosen.size());
                    chosen.forEach(
                            row -> value.structure(1).octetString(time(row).octets()));
                }
                case 3 ->
                    value.array(1)
                            .structure(4)
                            .longUnsigned(InterfaceClass.CLOCK.classId())
                            .octetString(CLOCK)
                            .integer(2)
                            .longUnsigned(0);
                case 4 -> value.doubleLongUnsigned(PERIOD.toSeconds());
                default -> {
                    return DataAccessResult.OBJECT_UNDEFINED;
                }
            }
            return DataAccessResult.SUCCESS;
        }

        @Override
        public boolean isPowered() {
            return true;
        }
    }

    // First and last row, how many there are, requests of ten days each.
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2026-10-20T00:00, 2026-10-30T23:45, 1060, 2",
        "2026-10-25T00:00, 2026-10-25T23:45, 100, 1",
        "2026-10-16T02:30, 2026-11-20T02:30, 3365, 4",
        "2026-03-20T00:00, 2026-03-31T23:45, 1148, 2",
        "2026-03-29T00:00, 2026-03-29T23:45, 92, 1",
    })
    void eachRowComesOnceOverAChangeOfTheClock(LocalDateTime from, LocalDateTime to, int count, int requests)
            throws IOException {
        var device = new Quarters(from.atZone(ZONE), to.atZone(ZONE));
        var rows = new ArrayList<CosemData>();
        try (var port = listener(device);
                var reader = MeterReader.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port()),
                        AssociationSettings.ofReader(18, 16, RunSettings.PASSWORD),
                        TcpTimeouts.DEFAULT)) {
            var profile =
                    ProfileReader.of(reader, new MeterReader.Listed(InterfaceClass.PROFILE_GENERIC.classId(), PROFILE));
            profile.read(
                    new ProfileSelection.Between(Optional.of(from), Optional.of(to)),
                    cells -> rows.add(cells.getFirst()));
        }

        assertEquals(
                device.rows.stream().map(ProfileReaderTest::time).toList(),
                rows.stream().map(ProfileReaderTest::dateTime).toList());
        assertEquals(count, rows.size());
        assertEquals(requests, device.requests);
    }

    private static CosemDateTime time(ZonedDateTime row) {
        return CosemDateTime.of(
                row.toLocalDateTime(), -row.getOffset().getTotalSeconds() / 60, CosemDateTime.STATUS_NOT_SPECIFIED);
    }

    private static CosemDateTime dateTime(CosemData data) {
        return ((Complete<CosemDateTime>) CosemDateTime.of(data)).value();
    }

    private static LocalDateTime local(CosemData data) {
        var time = dateTime(data);
        return LocalDateTime.of(time.year(), time.month(), time.day(), time.hour(), time.minute(), time.second());
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
