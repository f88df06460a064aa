package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class WorldFileTest {

    private static final String HEAD = "kzpay-sandbox world 1\n";

    private final WorldFile files = new WorldFile(List.of());
    private final StoreKey key = StoreRig.key();

    @Test
    void a_world_comes_back_from_its_file_without_its_history() {
        World world = filled();
        WorldFile.Contents contents = files.read(files.write(world, key), key);
        assertThat(contents.spec()).isEqualTo(world.spec());
        ToyPart back = filledFrom(contents, true);
        assertThat(back.urgent()).isEqualTo(ToyPart.of(world).urgent());
        assertThat(back.later())
                .isEqualTo(new ToyPart.Later(ToyPart.of(world).later.all(), List.of()));
        assertThat(contents.rows()).noneMatch(row -> row.table().equals("toy.newest"));
    }

    @Test
    void with_other_credentials_what_they_lead_to_is_left_out() {
        WorldFile.Contents contents = files.read(files.write(filled(), key), key);
        ToyPart back = filledFrom(contents, false);
        assertThat(back.urgent().secrets()).isEmpty();
        assertThat(back.urgent().items()).hasSize(2);
    }

    @Test
    void a_world_whose_state_has_come_back_rests_until_it_is_resumed() {
        World fresh = TestWorlds.with(ToyPart.slot());
        files.fill(fresh, files.read(files.write(filled(), key), key), true);
        assertThat(fresh.timeline().isResting()).isTrue();
    }

    @Test
    void nothing_stands_in_the_file_in_clear_but_its_format() {
        String file = new String(files.write(filled(), key).array(), ISO_8859_1);
        assertThat(file).startsWith(HEAD).doesNotContain("token-of-device").doesNotContain("toy.");
    }

    @Test
    void another_key_and_any_changed_byte_are_refused() {
        byte[] file = files.write(filled(), key).array();
        assertRefused(file, StoreKey.ofDigits("00".repeat(32), new SecureRandom()), "another key", "--key-file");
        for (int place = HEAD.length(); place < file.length; place++) {
            byte[] changed = file.clone();
            changed[place] ^= 1;
            assertRefused(changed, key, "another key, or changed");
        }
    }

    @Test
    void a_file_that_was_cut_off_is_refused_wherever_it_was() {
        byte[] file = files.write(filled(), key).array();
        for (int length = 0; length < file.length; length++) {
            assertRefused(
                    Arrays.copyOf(file, length), key, length < HEAD.length() ? "no file of a world" : "another key");
        }
    }

    @Test
    void something_else_is_refused() {
        assertRefused(
                "{\"name\":\"w1\"}".getBytes(US_ASCII), key, "this is no file of a world", "sandbox worlds export");
        assertRefused(sealed(new byte[0]), key, "cannot be read");
        assertRefused(sealed(packed(new byte[0])), key, "it has no world");
        assertRefused(sealed(packed(new byte[] {0, 0, 0, 1, 'a', 0, 0, 0, 0, 0, 0, 0, 9})), key, "is cut off");
    }

    @Test
    void a_later_format_is_refused() {
        for (String format : List.of("2", "999999", "1000000", "x", "-1")) {
            byte[] file = ("kzpay-sandbox world " + format + "\nsealed").getBytes(US_ASCII);
            assertRefused(file, key, "written by a later release");
        }
    }

    @Test
    void a_file_that_unpacks_to_more_than_there_is_room_for_is_refused() {
        assertRefused(sealed(packedZeros((256 << 20) + 1)), key, "unpacks to more than");
    }

    @Test
    void a_table_that_this_release_does_not_know_is_refused() {
        WorldFile.Contents known = files.read(files.write(filled(), key), key);
        WorldFile.Contents later =
                new WorldFile.Contents(known.spec(), List.of(new WorldFile.KeptRow("toy.unknown", Bytes.utf8("{}"))));
        assertThatThrownBy(() -> filledFrom(later, true))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("toy.unknown, which this release does not know");
    }

    @Test
    void a_value_that_is_none_of_its_table_is_refused() {
        WorldFile.Contents known = files.read(files.write(filled(), key), key);
        for (String text : List.of("", "[]", "{\"id\":{}}", "{\"other\":1}", "null")) {
            WorldFile.Contents broken =
                    new WorldFile.Contents(known.spec(), List.of(new WorldFile.KeptRow("toy.items", Bytes.utf8(text))));
            assertThatThrownBy(() -> filledFrom(broken, true))
                    .as(text)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("toy.items");
        }
    }

    @Test
    void a_file_that_was_written_twice_is_sealed_otherwise() {
        World world = filled();
        assertThat(files.write(world, key)).isNotEqualTo(files.write(world, key));
    }

    private void assertRefused(byte[] file, StoreKey with, String... words) {
        assertThatThrownBy(() -> files.read(Bytes.wrap(file), with))
                .isInstanceOf(StoreException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    private ToyPart filledFrom(WorldFile.Contents contents, boolean ownCredentials) {
        World fresh = TestWorlds.with(ToyPart.slot());
        files.fill(fresh, contents, ownCredentials);
        return ToyPart.of(fresh);
    }

    private byte[] sealed(byte[] packed) {
        byte[] sealed = key.seal(packed, "file").array();
        byte[] head = HEAD.getBytes(US_ASCII);
        byte[] file = Arrays.copyOf(head, head.length + sealed.length);
        System.arraycopy(sealed, 0, file, head.length, sealed.length);
        return file;
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

    private static byte[] packedZeros(int many) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int left = many; left > 0; left -= block.length) {
                gzip.write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    private static World filled() {
        World world = TestWorlds.with(ToyPart.slot());
        ToyPart toy = ToyPart.of(world);
        for (String id : List.of("b", "a")) {
            toy.items.put(id, new ToyPart.Item(id, 1));
            toy.later.put(id, new ToyPart.Item(id, 2));
            toy.newest.put(id, new ToyPart.Item(id, 3));
        }
        Map.of("token-of-device", 1, "other-token", 2)
                .forEach((token, value) -> toy.secrets.put(token, new ToyPart.Secret(token, value)));
        toy.count(9);
        return world;
    }
}
