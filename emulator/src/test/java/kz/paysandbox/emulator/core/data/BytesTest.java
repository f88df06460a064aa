package kz.paysandbox.emulator.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void text_comes_back_from_utf_8() {
        Bytes bytes = Bytes.utf8("тенге");
        assertThat(bytes.size()).isEqualTo(10);
        assertThat(bytes.text()).isEqualTo("тенге");
        assertThat(bytes.array()).startsWith(0xd1, 0x82);
        assertThat(bytes.isEmpty()).isFalse();
    }

    @Test
    void no_bytes_are_always_the_same() {
        assertThat(Bytes.wrap(new byte[0])).isSameAs(Bytes.NONE);
        assertThat(Bytes.NONE.isEmpty()).isTrue();
        assertThat(Bytes.NONE.size()).isZero();
    }

    @Test
    void equal_contents_are_equal() {
        assertThat(Bytes.utf8("a"))
                .isEqualTo(Bytes.utf8("a"))
                .hasSameHashCodeAs(Bytes.utf8("a"))
                .isNotEqualTo(Bytes.utf8("b"))
                .isNotEqualTo("a");
        assertThat(Bytes.utf8("a").hashCode()).isNotEqualTo(Bytes.utf8("b").hashCode());
    }

    @Test
    void contents_are_not_printed() {
        assertThat(Bytes.utf8("secret")).hasToString("6 bytes");
    }
}
