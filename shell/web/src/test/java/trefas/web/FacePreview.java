package trefas.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Serves a fake meter until it is stopped, to look at the page.
final class FacePreview {

    private FacePreview() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var desk = new FakeDesk();
        long before = System.nanoTime();
        FaceServer face = FaceServer.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), desk);
        System.out.println("http://localhost:" + face.port() + " after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before) + " ms");
        var stop = new CountDownLatch(1);
        while (!stop.await(1, TimeUnit.SECONDS)) {
            desk.second();
        }
    }
}
