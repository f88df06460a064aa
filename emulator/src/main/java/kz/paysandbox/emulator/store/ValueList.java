package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.data.Bytes;

/** Values one behind the other: for each its table, its key, and its JSON or that it is no more. */
final class ValueList {

    private static final int GONE = -1;
    private static final int USUAL_BYTES = 4_096;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private final DataOutputStream data = new DataOutputStream(bytes);

    void add(KeptValue value) {
        try {
            writeName(value.table());
            writeName(value.key());
            if (value.text().isPresent()) {
                byte[] text = value.text().get().array();
                data.writeInt(text.length);
                data.write(text);
            } else {
                data.writeInt(GONE);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of any length, as callers choose some keys. */
    private void writeName(String name) throws IOException {
        byte[] text = name.getBytes(UTF_8);
        data.writeInt(text.length);
        data.write(text);
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #bytes} has written, in order.
     *
     * @throws IOException where it ends too early
     */
    static void read(byte[] bytes, Consumer<KeptValue> reader) throws IOException {
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        while (data.available() > 0) {
            String table = readName(data);
            String key = readName(data);
            int length = data.readInt();
            if (length < GONE || length > data.available()) {
                throw new IOException(table + " " + key + " is cut off");
            }
            reader.accept(new KeptValue(
                    table, key, length == GONE ? Optional.empty() : Optional.of(Bytes.wrap(data.readNBytes(length)))));
        }
    }

    private static String readName(DataInputStream data) throws IOException {
        int length = data.readInt();
        if (length < 0 || length > data.available()) {
            throw new IOException("a name is cut off");
        }
        return new String(data.readNBytes(length), UTF_8);
    }
}
