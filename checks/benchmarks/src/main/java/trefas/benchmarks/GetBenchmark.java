package trefas.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.InterfaceClass;
import trefas.device.configuration.MeterConfiguration;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.client.ClientEvent;
import trefas.dlms.client.WrapperClient;
import trefas.dlms.server.ServerProfile;
import trefas.dlms.server.WrapperServer;
import trefas.objects.Association;
import trefas.objects.MeterDevice;
import trefas.objects.ObjectModel;
import trefas.quantity.Obis;
import trefas.storage.VolatileMemory;

/// One register read by GET on an open association, octets to octets in memory; beside it a machine that answers
/// octets of the same number without looking at what it was asked.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GetBenchmark {

    private static final int VALUE_ATTRIBUTE = 2;
    private static final String PASSWORD = "12345";

    private final OctetMachine server;
    private final OctetMachine echo;
    private final byte[] request;

    public GetBenchmark() {
        var settings = AssociationSettings.ofReader(
                Association.PRIMARY_MODULE.clientSap(), Association.METER_SERVER, PASSWORD);
        var device = new MeterDevice(
                ObjectModel.of(MeterConfiguration.DEFAULT),
                BenchedMeter.running(BenchedMeter.SERIAL),
                new VolatileMemory());
        server = new WrapperServer(new ServerProfile(List.of(settings)), device);
        var client = new WrapperClient(settings);
        var fromClient = new ArrayList<byte[]>();
        var fromServer = new ArrayList<byte[]>();
        client.open(copyTo(fromClient));
        List<ClientEvent> opened = exchange(client, fromClient, fromServer);
        client.get(
                new AttributeDescriptor(InterfaceClass.REGISTER.classId(), Obis.of("1-1:1.8.0*255"), VALUE_ATTRIBUTE),
                Optional.empty(),
                copyTo(fromClient));
        request = fromClient.getLast();
        List<ClientEvent> answered = exchange(client, fromClient, fromServer);
        if (!(opened.getFirst() instanceof ClientEvent.Opened) || !(answered.getFirst() instanceof ClientEvent.Value)) {
            throw new IllegalStateException("nothing to measure: " + opened + ", " + answered);
        }
        echo = new Echo(fromServer.getLast());
    }

    private List<ClientEvent> exchange(WrapperClient client, List<byte[]> fromClient, List<byte[]> fromServer) {
        byte[] asked = fromClient.getLast();
        server.receive(asked, 0, asked.length, copyTo(fromServer));
        byte[] answer = fromServer.getLast();
        return client.receive(answer, 0, answer.length, copyTo(fromClient));
    }

    private static OctetSink copyTo(List<byte[]> list) {
        return (octets, offset, length) -> list.add(Arrays.copyOfRange(octets, offset, offset + length));
    }

    @Benchmark
    public void getOneRegister(Blackhole blackhole) {
        server.receive(request, 0, request.length, (octets, _, _) -> blackhole.consume(octets));
    }

    @Benchmark
    public void yardstickEcho(Blackhole blackhole) {
        echo.receive(request, 0, request.length, (octets, _, _) -> blackhole.consume(octets));
    }

    /// Takes the octets of a request and sends those of an answer.
    private static final class Echo implements OctetMachine {

        private final byte[] answer;
        private byte[] taken = new byte[0];

        Echo(byte[] answer) {
            this.answer = answer;
        }

        @Override
        public void receive(byte[] octets, int offset, int length, OctetSink sink) {
            taken = Arrays.copyOfRange(octets, offset, offset + length);
            sink.send(answer.clone(), 0, answer.length);
        }

        @Override
        public boolean isOver() {
            return taken.length == 0;
        }
    }
}
