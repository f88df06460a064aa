package kz.paysandbox.emulator.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Passes on what either side of two connections sends, and how each ends: an end of what is sent as such, a reset as a
 * reset.
 */
final class SocketPipe {

    private static final int BUFFER = 16 * 1024;

    private final End one;
    private final End other;

    SocketPipe(End one, End other) {
        this.one = one;
        this.other = other;
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

        /** The other side sees a reset. */
        void reset() {
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

    /** Returns when both sides have ended; both are closed then. */
    void run(Executor threads) {
        CompletableFuture<Void> back = CompletableFuture.runAsync(() -> pass(other, one), threads);
        pass(one, other);
        back.join();
        one.close();
        other.close();
    }

    private static void pass(End from, End to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.spoken().getInputStream();
            OutputStream out = to.spoken().getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
            to.spoken().shutdownOutput();
        } catch (IOException broken) {
            to.reset();
            from.reset();
        }
    }
}
