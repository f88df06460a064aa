package kz.paysandbox.emulator.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Passes on what a client and a server say, and how each ends: an end of what is said as such, a reset as a reset. A client
 * that says nothing more after the server has ended is waited for 10 s.
 */
final class SocketPipe {

    private static final int BUFFER = 16 * 1024;
    private static final long LINGER_SECONDS = 10;

    private final End client;
    private final End server;

    /**
     * Between two connections.
     *
     * @param client the one on whose side the client is
     * @param server the other, on whose side the listener is
     */
    SocketPipe(End client, End server) {
        this.client = client;
        this.server = server;
    }

    /**
     * One connection.
     *
     * @param spoken where bytes are read and written; may be a layer of TLS
     * @param wire the connection itself
     */
    record End(Socket spoken, Socket wire) {

        static End plain(Socket socket) {
            return new End(socket, socket);
        }

        /** Ends it at once: the other side sees a reset. */
        void cut() {
            try {
                wire.setSoLinger(true, 0);
            } catch (IOException gone) {
                // it is closed all the same
            }
            close(wire);
        }

        void close() {
            close(spoken);
            close(wire);
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                // nothing more can be done about it
            }
        }
    }

    /** Returns when both directions have ended; both connections are closed then. */
    void run(Executor threads) {
        CompletableFuture<Void> requests = new CompletableFuture<>();
        CompletableFuture<Void> answers = CompletableFuture.runAsync(
                () -> {
                    pass(server, client);
                    cutUnless(requests);
                },
                threads);
        pass(client, server);
        requests.complete(null);
        answers.join();
        client.close();
        server.close();
    }

    private void cutUnless(CompletableFuture<Void> ended) {
        try {
            ended.get(LINGER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException silent) {
            cut();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            cut();
        }
    }

    private void cut() {
        client.cut();
        server.cut();
    }

    private void pass(End from, End to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.spoken().getInputStream();
            OutputStream out = to.spoken().getOutputStream();
            int read = in.read(buffer);
            while (read >= 0 && isWritten(out, buffer, read)) {
                read = in.read(buffer);
            }
            if (read < 0) {
                to.spoken().shutdownOutput();
            }
        } catch (IOException broken) {
            cut();
        }
    }

    /** What is said the other way may still arrive where nobody listens to this one any more. */
    private static boolean isWritten(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
            return true;
        } catch (IOException unheard) {
            return false;
        }
    }
}
