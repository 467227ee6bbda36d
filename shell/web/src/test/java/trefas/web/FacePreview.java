package trefas.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Serves a fake meter until it is stopped, to look at the page.
final class FacePreview {

    private FacePreview() {}

    public static void main(String[] arguments) throws IOException {
        var desk = new FakeDesk();
        long before = System.nanoTime();
        FaceServer face = FaceServer.open(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), desk);
        System.out.println("http://localhost:" + face.port() + " after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before) + " ms");
        Executors.newSingleThreadScheduledExecutor().scheduleAtFixedRate(desk::second, 1, 1, TimeUnit.SECONDS);
    }
}
