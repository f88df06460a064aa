package kz.paysandbox.emulator.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.Reference;

/** Values of worlds as JSON: the components of their records by name. */
final class StateJson {

    private static final int NANOS_OF_MILLI = 1_000_000;

    private final ObjectMapper mapper;

    /**
     * @param references types whose values are written by name
     */
    StateJson(List<Reference<?>> references) {
        SimpleModule own = new SimpleModule()
                .addSerializer(Bytes.class, new BytesWriter())
                .addDeserializer(Bytes.class, new BytesReader())
                .addSerializer(Instant.class, new InstantWriter())
                .addDeserializer(Instant.class, new InstantReader());
        references.forEach(reference -> add(own, reference));
        this.mapper = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), own)
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .annotationIntrospector(new SealedTypes())
                .build();
    }

    byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A reader of values of a world, whose references are looked up there. */
    ObjectReader reader(Class<?> type, List<Reference<?>> references) {
        ObjectReader reader = mapper.readerFor(type);
        for (Reference<?> reference : references) {
            reader = reader.withAttribute(reference.type(), reference);
        }
        return reader;
    }

    private static <R> void add(SimpleModule module, Reference<R> reference) {
        module.addSerializer(reference.type(), new NameWriter<>(reference));
        module.addDeserializer(reference.type(), new NameReader<>(reference.type()));
    }

    private static final class BytesWriter extends StdScalarSerializer<Bytes> {
        private static final long serialVersionUID = 1;

        BytesWriter() {
            super(Bytes.class);
        }

        @Override
        public void serialize(Bytes bytes, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(Base64.getEncoder().encodeToString(bytes.array()));
        }
    }

    private static final class BytesReader extends StdScalarDeserializer<Bytes> {
        private static final long serialVersionUID = 1;

        BytesReader() {
            super(Bytes.class);
        }

        @Override
        public Bytes deserialize(JsonParser from, DeserializationContext context) throws IOException {
            return Bytes.wrap(from.getBinaryValue());
        }
    }

    /** Whole milliseconds since 1970 as a number, which is quick to read; ISO 8601 for what has parts of them. */
    private static final class InstantWriter extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator to, SerializerProvider provider) throws IOException {
            boolean whole = instant.getNano() % NANOS_OF_MILLI == 0
                    && Math.abs(instant.getEpochSecond()) < Long.MAX_VALUE / NANOS_OF_MILLI;
            if (whole) {
                to.writeNumber(instant.toEpochMilli());
            } else {
                to.writeString(instant.toString());
            }
        }
    }

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser from, DeserializationContext context) throws IOException {
            if (from.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return Instant.ofEpochMilli(from.getLongValue());
            }
            try {
                return Instant.parse(from.getText());
            } catch (DateTimeParseException malformed) {
                throw new IOException(malformed);
            }
        }
    }

    private static final class NameWriter<R> extends StdScalarSerializer<R> {
        private static final long serialVersionUID = 1;
        private final transient Reference<R> reference;

        NameWriter(Reference<R> reference) {
            super(reference.type());
            this.reference = reference;
        }

        @Override
        public void serialize(R value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeString(reference.name().apply(value));
        }
    }

    private static final class NameReader<R> extends StdScalarDeserializer<R> {
        private static final long serialVersionUID = 1;
        private final Class<R> type;

        NameReader(Class<R> type) {
            super(type);
            this.type = type;
        }

        @Override
        public R deserialize(JsonParser from, DeserializationContext context) throws IOException {
            String name = from.getText();
            if (context.getAttribute(type) instanceof Reference<?> reference) {
                return reference
                        .find()
                        .apply(name)
                        .map(type::cast)
                        .orElseThrow(() -> new IOException("this world has no " + type.getSimpleName() + " " + name));
            }
            throw new IOException("nothing is known of " + type.getSimpleName());
        }
    }
}
