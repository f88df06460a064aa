package kz.paysandbox.emulator.control.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.view.ProblemView;
import kz.paysandbox.emulator.control.view.ViewModule;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;

/** The control surface's JSON: camelCase keys, decimals exact, problems as RFC 9457 has them. */
public final class ControlJson {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new ViewModule())
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

    /** A view as the answer. */
    public Reply reply(int status, Record view) {
        return Reply.json(status, write(view));
    }

    /** A list of views as the answer. */
    public Reply reply(int status, List<? extends Record> views) {
        return Reply.json(status, write(views));
    }

    /** Views by name as the answer. */
    public Reply reply(int status, Map<String, ? extends Record> views) {
        return Reply.json(status, write(views));
    }

    /** A JSON Schema as the answer, its keys in the order of the alphabet: the same at each start. */
    public Reply schema(Map<String, Object> schema) {
        return Reply.json(200, write(mapper.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS), schema));
    }

    /** A list whose elements are made one at a time while it is sent: all together may be larger than the heap. */
    public Reply list(Stream<?> elements) {
        return list("", elements, "");
    }

    /**
     * As {@link #list(Stream)}, as the last member of an object.
     *
     * @param before of the object, up to the list
     * @param after of it, behind the list
     */
    public Reply list(String before, Stream<?> elements, String after) {
        return Reply.jsonStream(200, () -> new Elements(before, elements.iterator(), after));
    }

    /**
     * A problem document.
     *
     * @param type stable name of the problem, as {@code unknown-world}
     * @param detail what to do
     */
    public Reply problem(int status, String type, String detail) {
        return problem(status, type, Complaint.of(detail));
    }

    /** A problem document with the complaint's suggestion, where it has one. */
    public Reply problem(int status, String type, Complaint complaint) {
        return problem(ProblemView.of(status, type, complaint));
    }

    /** A problem document with members of its own. */
    public Reply problem(int status, String type, String detail, Record members) {
        return problem(ProblemView.of(status, type, detail, members));
    }

    private Reply problem(ProblemView problem) {
        return Reply.bytes(problem.status(), "application/problem+json", write(problem));
    }

    /** A view as one line of JSON. */
    public Bytes bytes(Record view) {
        return write(view);
    }

    private Bytes write(Object value) {
        return write(mapper.writer(), value);
    }

    private static Bytes write(ObjectWriter writer, Object value) {
        try {
            return Bytes.wrap(writer.writeValueAsBytes(value));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A list as JSON, each element made when it is read. */
    private final class Elements extends InputStream {

        private final Iterator<?> elements;
        private final String after;
        private byte[] piece;
        private int at;
        private boolean first = true;
        private boolean ended;

        Elements(String before, Iterator<?> elements, String after) {
            this.piece = Bytes.utf8(before + "[").array();
            this.elements = elements;
            this.after = "]" + after;
        }

        @Override
        public int read() {
            return hasMore() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, to, offset, count);
            at += count;
            return count;
        }

        private boolean hasMore() {
            while (at == piece.length && !ended) {
                ended = !elements.hasNext();
                piece = ended ? Bytes.utf8(after).array() : element();
                at = 0;
            }
            return at < piece.length;
        }

        private byte[] element() {
            byte[] element = write(elements.next()).array();
            if (first) {
                first = false;
                return element;
            }
            byte[] separated = new byte[element.length + 1];
            separated[0] = ',';
            System.arraycopy(element, 0, separated, 1, element.length);
            return separated;
        }
    }
}
