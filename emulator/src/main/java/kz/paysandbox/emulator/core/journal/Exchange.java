package kz.paysandbox.emulator.core.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * One request with its answer, or one failed handshake, as it was seen. Secrets are still in it: whoever shows it goes
 * through {@link Pseudonyms}.
 *
 * @param request empty bytes and blank method for a failed handshake
 * @param notes what a developer should know, as "the client sent no certificate"
 */
public record Exchange(Heading heading, Message request, int status, Bytes answer, Tls tls, List<String> notes) {

    private static final long OBJECTS = 600;
    private static final long HEADER = 120;

    /**
     * Which one it is.
     *
     * @param number position in the world's journal, from 1
     * @param at the world's time
     * @param took real time until the answer was ready
     * @param listener as {@code toy-r2}
     * @param row id of the matched endpoint; empty where none matched
     */
    public record Heading(long number, Instant at, Duration took, String listener, String row) {}

    /** What was asked. */
    public record Message(String method, String target, List<Header> headers, Bytes body) {}

    /** One header field. */
    public record Header(String name, String value) {}

    /** The connection, empty texts where it is not known. */
    public record Tls(String remote, String protocol, String cipher, String subject) {}

    public long number() {
        return heading.number();
    }

    public Instant at() {
        return heading.at();
    }

    public Duration took() {
        return heading.took();
    }

    public String listener() {
        return heading.listener();
    }

    public String row() {
        return heading.row();
    }

    /** What it takes of the heap, about: the texts and bodies, and so much for the objects around them. */
    public long bytes() {
        long bytes = OBJECTS + request.body.size() + answer.size() + request.target.length() + tls.subject.length();
        for (Header header : request.headers) {
            bytes += HEADER + header.name.length() + header.value.length();
        }
        for (String note : notes) {
            bytes += HEADER + 2L * note.length();
        }
        return bytes;
    }

    public boolean isHandshake() {
        return request.method().isEmpty();
    }
}
