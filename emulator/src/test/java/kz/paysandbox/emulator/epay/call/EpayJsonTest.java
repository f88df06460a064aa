package kz.paysandbox.emulator.epay.call;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Fields;
import org.junit.jupiter.api.Test;

class EpayJsonTest {

    @Test
    void of_one_name_in_several_spellings_the_last_value_counts() {
        EpayJson.ParsedObject read = EpayJson.read(Bytes.utf8("{\"amount\":1,\"Amount\":2,\"amount\":3}"))
                .orElseThrow();

        assertThat(Fields.of(read.fields()).find("amount").orElseThrow().value().text())
                .isEqualTo("3");
        assertThat(read.repeated()).containsExactly("Amount", "amount");
    }
}
