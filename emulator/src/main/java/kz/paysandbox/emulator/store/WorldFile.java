package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.AEADBadTagException;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.Reference;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * A world in a file, to be put into a sandbox as a test's fixture: all of its state but the history of what was asked.
 * Sealed with a key, since it holds tokens and phones.
 */
public final class WorldFile {

    private static final String MAGIC = "kzpay-sandbox world ";
    private static final String PLACE = "file";
    private static final String SPEC = "world";
    private static final int LONGEST_HEAD = 40;

    /** What a file may unpack to, in bytes. */
    private static final int MOST_BYTES = 256 << 20;

    private final StateJson json;

    /**
     * @param references types whose values are kept by name
     */
    public WorldFile(List<Reference<?>> references) {
        this.json = new StateJson(references);
    }

    /**
     * What a file holds.
     *
     * @param spec what the world was made with
     */
    public record Contents(WorldSpec spec, List<KeptRow> rows) {
        public Contents {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A value of a file.
     *
     * @param text as JSON
     */
    public record KeptRow(String table, Bytes text) {}

    /** A world as a file. */
    public Bytes write(World world, StoreKey key) {
        ValueList values = new ValueList();
        values.add(new KeptValue(SPEC, "", Optional.of(Bytes.wrap(json.write(KeptWorld.of(world.spec()))))));
        for (StateTable<?> table : world.state().tables()) {
            if (!table.has(StateTable.Trait.HISTORY)) {
                table.source()
                        .keys()
                        .forEach(name -> table.source()
                                .find(name)
                                .ifPresent(value -> values.add(
                                        new KeptValue(table.name(), "", Optional.of(Bytes.wrap(json.write(value)))))));
            }
        }
        byte[] head = (MAGIC + StateFormat.PRESENT + "\n").getBytes(US_ASCII);
        byte[] sealed = key.seal(packed(values.bytes()), PLACE).array();
        byte[] file = Arrays.copyOf(head, head.length + sealed.length);
        System.arraycopy(sealed, 0, file, head.length, sealed.length);
        return Bytes.wrap(file);
    }

    /**
     * Reads a file.
     *
     * @throws StoreException where it is none, or was sealed with another key
     */
    public Contents read(Bytes file, StoreKey key) {
        byte[] bytes = file.array();
        String start = new String(bytes, 0, Math.min(bytes.length, LONGEST_HEAD), US_ASCII);
        int end = start.indexOf('\n');
        if (!start.startsWith(MAGIC) || end < 0) {
            throw new StoreException("this is no file of a world: sandbox worlds export makes one");
        }
        StateFormat.check(format(start.substring(MAGIC.length(), end)), StateFormat.FILE_REMEDY);
        try {
            byte[] text = key.open(Bytes.wrap(Arrays.copyOfRange(bytes, end + 1, bytes.length)), PLACE);
            return contents(unpacked(text));
        } catch (AEADBadTagException foreign) {
            throw new StoreException(
                    "the world's file was sealed with another key, or changed: name the key that it was exported with,"
                            + " by --key-file",
                    foreign);
        } catch (IOException malformed) {
            throw new StoreException("the world's file cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    private static int format(String number) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
    }

    private Contents contents(byte[] values) throws IOException {
        List<KeptValue> all = new ArrayList<>();
        ValueList.read(values, all::add);
        if (all.isEmpty() || !all.get(0).table().equals(SPEC)) {
            throw new IOException("it has no world");
        }
        KeptWorld world = json.reader(KeptWorld.class, List.of())
                .readValue(all.get(0).text().orElse(Bytes.NONE).array());
        return new Contents(
                world.spec(),
                all.stream()
                        .skip(1)
                        .flatMap(value -> value.text().map(text -> new KeptRow(value.table(), text)).stream())
                        .toList());
    }

    /**
     * Puts what a file holds into a new world.
     *
     * @param ownCredentials whether the world has the credentials that it had; else what is found by them is left out
     */
    public void fill(World world, Contents contents, boolean ownCredentials) {
        PartState state = world.state();
        Restorer restorer = new Restorer(world.name(), state, json, StateFormat.FILE_REMEDY);
        List<String> leftOut = state.tables().stream()
                .filter(table -> table.has(StateTable.Trait.HISTORY)
                        || (!ownCredentials && table.has(StateTable.Trait.OF_CREDENTIALS)))
                .map(StateTable::name)
                .toList();
        int number = 0;
        for (KeptRow row : contents.rows()) {
            if (!leftOut.contains(row.table())) {
                restorer.note(new KeptValue(row.table(), String.valueOf(number++), Optional.of(row.text())));
            }
        }
        world.restoring();
        restorer.restore();
        world.restored();
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it unpacks to more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }
}
