package kz.paysandbox.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class ValueListTest {

    private static final KeptValue THERE = new KeptValue("table", "key", Optional.of(Bytes.utf8("{}")));
    private static final KeptValue GONE = new KeptValue("table", "", Optional.empty());

    @Test
    void values_come_back_in_order() throws IOException {
        assertThat(read(written(THERE, GONE, THERE))).containsExactly(THERE, GONE, THERE);
    }

    @Test
    void a_key_may_have_any_length_and_any_letters() throws IOException {
        KeptValue large = new KeptValue("table", "ключ\ud83d\ude00".repeat(20_000), Optional.of(Bytes.utf8("1")));
        assertThat(read(written(large, THERE))).containsExactly(large, THERE);
    }

    @Test
    void a_list_that_ends_too_early_is_refused() {
        byte[] whole = written(THERE);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as(length + " bytes").isInstanceOf(IOException.class);
        }
    }

    private static byte[] written(KeptValue... values) {
        ValueList list = new ValueList();
        List.of(values).forEach(list::add);
        return list.bytes();
    }

    private static List<KeptValue> read(byte[] bytes) throws IOException {
        List<KeptValue> values = new ArrayList<>();
        ValueList.read(bytes, values::add);
        return values;
    }
}
