package kz.paysandbox.emulator.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RefusalReasonsTest {

    @Test
    void a_header_value_is_one_line_of_ascii() {
        assertThat(RefusalReasons.printable("плохо\r\nSet-Cookie: a=b"))
                .isEqualTo("\\u043f\\u043b\\u043e\\u0445\\u043e\\u000d\\u000aSet-Cookie: a=b");
    }

    @Test
    void a_header_value_is_bounded() {
        assertThat(RefusalReasons.printable("я".repeat(10_000))).hasSizeLessThanOrEqualTo(510);
    }
}
