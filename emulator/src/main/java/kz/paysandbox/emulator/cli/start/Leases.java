package kz.paysandbox.emulator.cli.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.SafeFiles;

/**
 * Who uses this process: whoever holds a connection to a port on the loopback address, and whoever holds its standard
 * input, which is the program that started it. The operating system closes both with the program that holds them, so
 * nobody has to say goodbye.
 */
final class Leases implements AutoCloseable {

    private static final int MOST = 1_000;
    private static final int CHUNK = 256;
    private static final long PAUSE_NANOS = 50_000_000;

    /** Not by a name: which address that means first depends on how a program is set. */
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Selector selector;
    private final ServerSocketChannel port;
    private final byte[] greeting;
    private volatile boolean starterIsThere = true;
    private int held;

    private Leases(Selector selector, ServerSocketChannel port, String id) {
        this.selector = selector;
        this.port = port;
        this.greeting = id.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Opens the port.
     *
     * @param id what each connection is greeted with, so that nobody takes another program's port for this one
     * @param input is at its end when the starter has gone
     */
    static Leases open(String id, InputStream input) throws IOException {
        ServerSocketChannel port = ServerSocketChannel.open();
        port.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
        port.configureBlocking(false);
        Leases leases = new Leases(Selector.open(), port, id);
        port.register(leases.selector, SelectionKey.OP_ACCEPT);
        inBackground("sandbox-starter", () -> leases.watch(input));
        return leases;
    }

    /** Writes port and id to a file, in one step. */
    void publish(Path file) {
        String id = new String(greeting, StandardCharsets.US_ASCII);
        try {
            SafeFiles.write(
                    file,
                    "{\"port\":" + port.socket().getLocalPort() + ",\"id\":\"" + id + "\"}\n",
                    SafeFiles.Access.OWNER_ONLY);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file + ": " + FileProblems.of(unwritable), unwritable);
        }
    }

    /** Runs what is given when nobody has used this process for a while. */
    void whenUnused(Duration linger, Runnable end) {
        inBackground("sandbox-leases", () -> {
            serveUntilUnused(linger.toNanos());
            end.run();
        });
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(InputStream input) {
        byte[] chunk = new byte[CHUNK];
        try {
            while (input.read(chunk) >= 0) {
                // what the starter writes means nothing
            }
        } catch (IOException broken) {
            // as good as its end
        }
        starterIsThere = false;
        selector.wakeup();
    }

    /** The port is closed before this returns, and who is greeted is counted: nobody is greeted and then left alone. */
    private void serveUntilUnused(long linger) {
        long unusedSince = System.nanoTime();
        try (this) {
            while (true) {
                if (starterIsThere || held > 0) {
                    selector.select();
                    unusedSince = System.nanoTime();
                } else {
                    long left = linger - (System.nanoTime() - unusedSince);
                    if (left <= 0) {
                        return;
                    }
                    selector.select(Duration.ofNanos(left).toMillis() + 1);
                }
                serveReady();
            }
        } catch (IOException unusable) {
            return; // without a port nobody can use this process
        }
    }

    private void serveReady() throws IOException {
        for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
            SelectionKey key = ready.next();
            ready.remove();
            if (key.isAcceptable()) {
                greet();
            } else if (isAtItsEnd((SocketChannel) key.channel())) {
                close(key.channel());
                held--;
            }
        }
    }

    /** A connection that is gone already, or that this process has no descriptor for, harms no other. */
    private void greet() {
        try {
            SocketChannel user = port.accept();
            if (user != null && !isHeld(user)) {
                close(user);
            }
        } catch (IOException failed) {
            LockSupport.parkNanos(PAUSE_NANOS); // the port stays ready as long as it cannot be accepted
        }
    }

    private boolean isHeld(SocketChannel user) {
        try {
            if (held == MOST) {
                return false;
            }
            user.configureBlocking(false);
            user.write(ByteBuffer.wrap(greeting));
            user.register(selector, SelectionKey.OP_READ);
            held++;
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void close(SelectableChannel user) {
        try {
            user.close();
        } catch (IOException reset) {
            Thread.onSpinWait(); // its descriptor is free all the same
        }
    }

    private static boolean isAtItsEnd(SocketChannel user) {
        try {
            return user.read(ByteBuffer.allocate(CHUNK)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
        selector.close();
    }
}
