package kz.paysandbox.features.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What a team has before its nodes: a port for each listener, from which each connection goes to the next node that takes
 * it. Bytes, ends and resets are passed on as they are.
 */
final class Balancer implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;
    private static final int BACKLOG = 200;
    private static final int CONNECT_MILLIS = 2_000;

    private final Supplier<List<Map<String, Integer>>> nodes;
    private final Map<String, ServerSocket> listeners = new LinkedHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "balancer");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Opens the ports.
     *
     * @param nodes the ports of those that run at present, by the listeners' names
     */
    Balancer(Supplier<List<Map<String, Integer>>> nodes) throws IOException {
        this.nodes = nodes;
        for (String listener : nodes.get().get(0).keySet()) {
            ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            listeners.put(listener, socket);
            threads.execute(() -> accept(listener, socket));
        }
    }

    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        listeners.forEach((listener, socket) -> ports.put(listener, socket.getLocalPort()));
        return ports;
    }

    private void accept(String listener, ServerSocket socket) {
        try {
            while (true) {
                Socket client = socket.accept();
                threads.execute(() -> pass(listener, client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pass(String listener, Socket client) {
        List<Map<String, Integer>> present = new ArrayList<>(nodes.get());
        int first = turn.getAndIncrement();
        for (int tried = 0; tried < present.size(); tried++) {
            int port = present.get(Math.floorMod(first + tried, present.size())).getOrDefault(listener, 0);
            Socket node = new Socket();
            try {
                node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                client.setTcpNoDelay(true);
                node.setTcpNoDelay(true);
            } catch (IOException gone) {
                cut(node);
                continue;
            }
            threads.execute(() -> pass(node, client));
            pass(client, node);
            return;
        }
        cut(client);
    }

    private static void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                from.close();
                to.close();
            }
        } catch (IOException broken) {
            cut(from);
            cut(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // it is closed all the same
        }
    }

    @Override
    public void close() {
        listeners.values().forEach(socket -> {
            try {
                socket.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
        threads.shutdownNow();
    }
}
