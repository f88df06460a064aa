package kz.paysandbox.emulator.store;

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
            data.writeUTF(value.table());
            data.writeUTF(value.key());
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
            String table = data.readUTF();
            String key = data.readUTF();
            int length = data.readInt();
            if (length < GONE || length > data.available()) {
                throw new IOException(table + " " + key + " is cut off");
            }
            reader.accept(new KeptValue(
                    table, key, length == GONE ? Optional.empty() : Optional.of(Bytes.wrap(data.readNBytes(length)))));
        }
    }
}
