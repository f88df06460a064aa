package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.core.desk.PaymentView;

/** The form of values in views: an empty {@link Optional} is no member, times and durations are ISO 8601 texts. */
public final class ViewModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    public ViewModule() {
        addSerializer(new OfOptional());
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(Duration.class, ToStringSerializer.instance);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.setMixInAnnotations(PaymentView.class, FlatPayment.class);
        context.configOverride(Optional.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    }

    /** What a payment's parts have stands beside its other members. */
    interface FlatPayment {

        @JsonUnwrapped
        PaymentView.Sums sums();

        @JsonUnwrapped
        PaymentView.Merchant merchant();

        @JsonUnwrapped
        PaymentView.Prospects prospects();
    }

    private static final class OfOptional extends StdSerializer<Optional<?>> {

        private static final long serialVersionUID = 1;

        OfOptional() {
            super(Optional.class, false);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Optional<?> value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(value.orElse(null), json);
        }
    }
}
