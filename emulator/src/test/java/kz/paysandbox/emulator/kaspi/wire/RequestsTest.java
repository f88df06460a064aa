package kz.paysandbox.emulator.kaspi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.fields.FieldReader;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Malformed;
import kz.paysandbox.emulator.core.fields.Malformed.Problem;
import kz.paysandbox.emulator.core.fields.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final String TOKEN = "2be4cc91-5895-48f8-8bc2-86c7bd419b3b";
    private final Map<String, Scalar> fields = new LinkedHashMap<>();

    @Test
    void the_document_s_example_of_a_registration_is_read() {
        string("DeviceId", "GFC-456397");
        number("TradePointId", "12");
        assertThat(Requests.DeviceRegister.read(in())).isEqualTo(new Requests.DeviceRegister("GFC-456397", 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GFC 1", "касса", "a/b", "a.b", "é"})
    void a_device_id_with_other_characters_is_not_allowed(String deviceId) {
        string("DeviceId", deviceId);
        number("TradePointId", "12");
        FieldReader in = in();
        Requests.DeviceRegister.read(in);
        assertThat(problems(in)).containsExactly(new Problem(Malformed.Kind.NOT_ALLOWED, "DeviceId"));
    }

    @Test
    void a_device_id_may_have_128_characters() {
        string("DeviceId", "a".repeat(128));
        number("TradePointId", "12");
        FieldReader in = in();
        Requests.DeviceRegister.read(in);
        assertThat(in.finish(() -> 1).value()).isPresent();
        string("DeviceId", "a".repeat(129));
        FieldReader longer = in();
        Requests.DeviceRegister.read(longer);
        assertThat(problems(longer)).containsExactly(new Problem(Malformed.Kind.NOT_ALLOWED, "DeviceId"));
    }

    @Test
    void the_document_s_example_of_a_payment_is_read_exactly() {
        string("DeviceToken", TOKEN);
        number("Amount", "200.00");
        string("ExternalId", "15");
        assertThat(Requests.PaymentCreate.read(in()))
                .isEqualTo(new Requests.PaymentCreate(TOKEN, new BigDecimal("200.00"), "15"));
    }

    @Test
    void what_the_document_calls_optional_may_be_absent() {
        string("DeviceToken", TOKEN);
        number("Amount", "1.00");
        string("PhoneNumber", "87077777777");
        number("QrReturnId", "13");
        assertThat(Requests.PaymentCreate.read(in()).externalId()).isEmpty();
        assertThat(Requests.ReturnCreate.read(in()).externalId()).isEmpty();
        assertThat(Requests.RemoteCreate.read(in()).comment()).isEmpty();
        assertThat(Requests.ReturnOperations.read(in()).maxResult()).isEqualTo(10);
    }

    @Test
    void every_required_field_that_is_missing_is_named() {
        assertThat(missing(Requests.DeviceRegister::read)).containsExactly("DeviceId", "TradePointId");
        assertThat(missing(Requests.DeviceDelete::read)).containsExactly("DeviceToken");
        assertThat(missing(Requests.PaymentCreate::read)).containsExactly("DeviceToken", "Amount");
        assertThat(missing(Requests.PaymentId::read)).containsExactly("QrPaymentId");
        assertThat(missing(Requests.PaymentId::readText)).containsExactly("QrPaymentId");
        assertThat(missing(Requests.ReturnCreate::read)).containsExactly("DeviceToken");
        assertThat(missing(Requests.ReturnId::read)).containsExactly("QrReturnId");
        assertThat(missing(Requests.ReturnOperations::read)).containsExactly("DeviceToken", "QrReturnId");
        assertThat(missing(Requests.PaymentDetails::read)).containsExactly("QrPaymentId", "DeviceToken");
        assertThat(missing(Requests.PaymentReturn::withCode))
                .containsExactly("DeviceToken", "QrPaymentId", "QrReturnId", "Amount");
        assertThat(missing(Requests.PaymentReturn::withoutCode))
                .containsExactly("DeviceToken", "QrPaymentId", "Amount");
        assertThat(missing(Requests.ClientInfo::read)).containsExactly("PhoneNumber", "DeviceToken");
        assertThat(missing(Requests.RemoteCreate::read)).containsExactly("Amount", "PhoneNumber", "DeviceToken");
        assertThat(missing(Requests.RemoteCancel::read)).containsExactly("QrPaymentId", "DeviceToken");
    }

    @Test
    void a_return_with_the_customer_names_the_code_and_one_without_does_not() {
        string("DeviceToken", TOKEN);
        number("QrPaymentId", "123");
        number("QrReturnId", "13");
        number("Amount", "200.00");
        assertThat(Requests.PaymentReturn.withCode(in()))
                .isEqualTo(new Requests.PaymentReturn(TOKEN, 123, Optional.of(13L), new BigDecimal("200.00")));
        assertThat(Requests.PaymentReturn.withoutCode(in()).qrReturnId()).isEmpty();
    }

    private List<String> missing(Function<FieldReader, ?> reader) {
        FieldReader in = new FieldReader(Fields.NONE);
        assertThat(reader.apply(in)).isNotNull();
        List<Problem> problems = problems(in);
        assertThat(problems).extracting(Problem::kind).containsOnly(Malformed.Kind.MISSING);
        return problems.stream().map(Problem::field).toList();
    }

    private void string(String name, String value) {
        fields.put(name, new Scalar(Scalar.Type.STRING, value));
    }

    private void number(String name, String value) {
        fields.put(name, new Scalar(Scalar.Type.NUMBER, value));
    }

    private FieldReader in() {
        return new FieldReader(Fields.of(fields));
    }

    private static List<Problem> problems(FieldReader in) {
        return in.finish(() -> "read").refusal().orElseThrow().problems();
    }
}
