package kz.paysandbox.emulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;

/** The control surface's JSON: camelCase keys, decimals exact, problems as RFC 9457 has them. */
public final class ControlJson {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The object in a body; an empty body is an empty object, what is no object is nothing. */
    public Optional<Map<String, Object>> object(Bytes body) {
        if (body.isEmpty()) {
            return Optional.of(Map.of());
        }
        try {
            return Optional.ofNullable(mapper.readValue(body.array(), OBJECT));
        } catch (IOException notAnObject) {
            return Optional.empty();
        }
    }

    public Reply reply(int status, Object value) {
        return Reply.json(status, write(value));
    }

    /** A list whose elements are made one at a time while it is sent: all together may be larger than the heap. */
    Reply list(Stream<?> elements) {
        return list("", elements, "");
    }

    /**
     * As {@link #list(Stream)}, as the last member of an object.
     *
     * @param before of the object, up to the list
     * @param after of it, behind the list
     */
    Reply list(String before, Stream<?> elements, String after) {
        return Reply.jsonStream(200, () -> new SequenceInputStream(new Parts(before, elements.iterator(), after)));
    }

    /**
     * A problem document.
     *
     * @param type stable name of the problem, as {@code unknown-world}
     * @param detail what to do
     */
    public Reply problem(int status, String type, String detail) {
        return problem(status, type, detail, Map.of());
    }

    /** A problem document with the complaint's suggestion, where it has one. */
    public Reply problem(int status, String type, Complaint complaint) {
        return problem(
                status,
                type,
                complaint.detail(),
                complaint
                        .suggestion()
                        .<Map<String, Object>>map(near -> Map.of("suggestion", near))
                        .orElse(Map.of()));
    }

    /** A problem document with members of its own. */
    public Reply problem(int status, String type, String detail, Map<String, Object> members) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:kzpay-sandbox:" + type);
        problem.put("title", type.replace('-', ' '));
        problem.put("status", status);
        problem.put("detail", detail);
        problem.putAll(members);
        return Reply.bytes(status, "application/problem+json", write(problem));
    }

    private Bytes write(Object value) {
        try {
            return Bytes.wrap(mapper.writeValueAsBytes(value));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The pieces of a list, each made when it is asked for. */
    private final class Parts implements Enumeration<InputStream> {

        private final Iterator<?> elements;
        private final String after;
        private String before;
        private boolean ended;

        Parts(String before, Iterator<?> elements, String after) {
            this.before = before + "[";
            this.elements = elements;
            this.after = "]" + after;
        }

        @Override
        public boolean hasMoreElements() {
            return !ended;
        }

        @Override
        public InputStream nextElement() {
            ended = !elements.hasNext();
            Bytes begin = Bytes.utf8(ended && before.equals(",") ? "" : before);
            Bytes part = ended ? Bytes.utf8(after) : write(elements.next());
            before = ",";
            return new SequenceInputStream(
                    new ByteArrayInputStream(begin.array()), new ByteArrayInputStream(part.array()));
        }
    }
}
