package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.dlms.client.Outcome;
import trefas.quantity.Obis;
import trefas.transport.TcpWrapperLine;

/// What a client may set of the TCP port (class 41), and what becomes of it.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConnectionsSetupTest {

    private static final String TCP = "0-0:25.0.0*255";

    @Test
    void theNumberOfConnectionsHoldsFromTheNextOneOn() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var client = meter.management();
                var second = meter.management()) {
            StandardMeter.set(client, 41, TCP, 5, new CosemData.Unsigned(2));

            assertThrows(
                    IOException.class,
                    () -> meter.management(TcpWrapperLine.open(meter.tcp(), StandardMeter.PATIENCE))
                            .close());
            assertEquals(new CosemData.Unsigned(2), StandardMeter.read(second, 41, TCP, 5));

            StandardMeter.set(client, 41, TCP, 5, new CosemData.Unsigned(3));
            meter.management().close();
        }
    }

    @Test
    void whatCannotTakeEffectIsRefused() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var client = meter.management()) {
            for (int attribute : new int[] {2, 4}) {
                assertInstanceOf(
                        Outcome.Refused.class,
                        client.set(
                                new AttributeDescriptor(41, Obis.of(TCP), attribute),
                                new CosemData.LongUnsigned(4_060)));
            }
        }
    }

    @Test
    void itShowsWhatTheFileSays() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var client = meter.management()) {
            assertEquals(new CosemData.Unsigned(100), StandardMeter.read(client, 41, TCP, 5));
            assertEquals(new CosemData.LongUnsigned(180), StandardMeter.read(client, 41, TCP, 6));
        }
    }
}
