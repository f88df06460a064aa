package kz.paysandbox.emulator.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * What is sent ahead of a relayed connection, one line: the listener's name, the client's numeric address and port. The
 * other node answers with one byte once the listener has taken the connection, and begins to pass on what follows when it
 * has the same byte back: a reset of the listener's cannot then overtake its answer.
 *
 * @param listener its public name
 */
record RelayHeader(String listener, InetSocketAddress client) {

    /** The byte that says that the listener has taken the connection, and that this is known. */
    static final int TAKEN = '+';

    /** Nothing that a resolver would be asked about. */
    private static final String NUMERIC = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";

    private static final int LONGEST = 200;

    void write(OutputStream out) throws IOException {
        String address = client.getAddress().getHostAddress();
        int scope = address.indexOf('%');
        String line =
                listener + " " + (scope < 0 ? address : address.substring(0, scope)) + " " + client.getPort() + "\n";
        out.write(line.getBytes(US_ASCII));
        out.flush();
    }

    /**
     * Reads one.
     *
     * @throws IOException where there is none
     */
    static RelayHeader read(InputStream in) throws IOException {
        String[] words = line(in).split(" ", -1);
        if (words.length != 3 || !words[1].matches(NUMERIC) || !words[2].matches("[0-9]{1,5}")) {
            throw new IOException("no relayed connection begins like this");
        }
        InetAddress address = InetAddress.getByName(words[1]);
        return new RelayHeader(words[0], new InetSocketAddress(address, Integer.parseInt(words[2])));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST) {
                throw new IOException("no relayed connection begins like this");
            }
            line.write(next);
        }
        return line.toString(US_ASCII);
    }
}
