package kz.paysandbox.emulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.journal.Exchange;
import org.jspecify.annotations.Nullable;

/** One request as it arrived. */
public final class Call {

    /**
     * What is asked for.
     *
     * @param path without the query, as sent
     * @param target path and query, as sent
     */
    public record Line(String method, String path, String target) {}

    /**
     * Names and values in the address, decoded.
     *
     * @param path by the name in the row's path
     * @param query of several values with one name the last one
     */
    public record Parameters(Map<String, String> path, Map<String, String> query) {}

    /**
     * What was sent.
     *
     * @param bytes at most the listener's limit; none where it went beyond it
     */
    public record Body(Bytes bytes, boolean tooLarge) {}

    /** What came of reading a multipart body. */
    private record Form(Optional<Map<String, String>> fields) {}

    private final Line line;
    private final Parameters parameters;
    private final List<Exchange.Header> headers;
    private final Body body;
    private final Peer peer;
    private @Nullable Object contents;
    private @Nullable Form form;

    public Call(Line line, Parameters parameters, List<Exchange.Header> headers, Body body, Peer peer) {
        this.line = line;
        this.parameters = parameters;
        this.headers = headers;
        this.body = body;
        this.peer = peer;
    }

    public String method() {
        return line.method();
    }

    /** Without the query, as sent. */
    public String path() {
        return line.path();
    }

    /** Path and query, as sent. */
    public String target() {
        return line.target();
    }

    /** Decoded, by the name in the row's path. */
    public Map<String, String> pathParameters() {
        return parameters.path();
    }

    /** Decoded; of several values with one name the last one. */
    public Map<String, String> query() {
        return parameters.query();
    }

    public List<Exchange.Header> headers() {
        return headers;
    }

    /** At most the listener's limit. */
    public Bytes body() {
        return body.bytes();
    }

    /** Whether the body went beyond the limit. */
    public boolean isTooLarge() {
        return body.tooLarge();
    }

    public Peer peer() {
        return peer;
    }

    /**
     * What a bank makes of the call, made by whoever asks first: the look-up of its world, of faults, or its handler.
     *
     * @param kind of what is made; a bank has one
     */
    public <T> T contents(Class<T> kind, Function<Call, ? extends T> reader) {
        Object known = contents;
        if (kind.isInstance(known)) {
            return kind.cast(known);
        }
        T read = reader.apply(this);
        contents = read;
        return read;
    }

    /** The fields of a body that is {@code multipart/form-data}, read once; empty where it is none. Files are text. */
    public Optional<Map<String, String>> multipart() {
        Form known = form;
        if (known == null) {
            known = new Form(Forms.multipart(header("Content-Type").orElse(""), body()));
            form = known;
        }
        return known.fields();
    }

    /** Names that stand in the query more than once, in whatever case. */
    public List<String> repeatedInQuery() {
        int begin = line.target().indexOf('?');
        return begin < 0 ? List.of() : CallReader.repeated(line.target().substring(begin + 1));
    }

    /** The first value of a header, found without regard to case. */
    public Optional<String> header(String name) {
        for (Exchange.Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** Whether a header was sent more than once; its name is found without regard to case. */
    public boolean hasSeveral(String name) {
        int found = 0;
        for (Exchange.Header header : headers) {
            if (header.name().equalsIgnoreCase(name) && ++found > 1) {
                return true;
            }
        }
        return false;
    }

    /** All values of a header, in the order they were sent; its name is found without regard to case. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Exchange.Header::value)
                .toList();
    }
}
