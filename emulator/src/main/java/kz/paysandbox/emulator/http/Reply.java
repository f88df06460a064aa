package kz.paysandbox.emulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.metrics.AnswerCounts;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.language.Language;

/**
 * The reply to a call.
 *
 * @param contentType empty for an empty body
 * @param hangUp whether the connection is closed instead, nothing written
 * @param later what really goes back, where it takes work that no request thread should wait for
 * @param meaning what it says, for those who do not read it
 * @param longBody a body that is not held whole; empty for {@code body}
 */
public record Reply(
        int status,
        String contentType,
        Bytes body,
        Map<String, String> headers,
        boolean hangUp,
        Optional<CompletionStage<Reply>> later,
        Meaning meaning,
        Optional<LongBody> longBody) {

    public static final String JSON = "application/json; charset=utf-8";

    /**
     * What a reply says.
     *
     * @param reason why the call is refused, for the caller's developer: plain English without secrets; empty where
     *     nothing is refused
     * @param code the bank's own code in the body; {@link AnswerCounts#NO_CODE} where it has none
     */
    public record Meaning(String reason, long code) {
        static final Meaning NONE = new Meaning("", AnswerCounts.NO_CODE);
    }

    private Reply(
            int status,
            String contentType,
            Bytes body,
            Map<String, String> headers,
            boolean hangUp,
            Optional<CompletionStage<Reply>> later,
            Meaning meaning) {
        this(status, contentType, body, headers, hangUp, later, meaning, Optional.empty());
    }

    /** Why the call is refused; empty where nothing is. */
    public String reason() {
        return meaning.reason();
    }

    /** The bank's own code in the body; {@link AnswerCounts#NO_CODE} where it has none. */
    public long code() {
        return meaning.code();
    }

    /** JSON that is made while it is sent. */
    public static Reply jsonStream(int status, Supplier<InputStream> stream) {
        return of(status, JSON, new LongBody.Read(stream));
    }

    /** A body that goes on for as long as its reader stays. */
    public static Reply live(int status, String contentType, Feed feed) {
        return of(status, contentType, new LongBody.Live(feed));
    }

    private static Reply of(int status, String contentType, LongBody body) {
        return new Reply(
                status, contentType, Bytes.NONE, Map.of(), false, Optional.empty(), Meaning.NONE, Optional.of(body));
    }

    /** A body that is made while it is read; empty for another. */
    public Optional<Supplier<InputStream>> stream() {
        return longBody.filter(LongBody.Read.class::isInstance).map(body -> ((LongBody.Read) body).open());
    }

    /** A body that goes on for as long as its reader stays; empty for another. */
    public Optional<Feed> feed() {
        return longBody.filter(LongBody.Live.class::isInstance).map(body -> ((LongBody.Live) body).feed());
    }

    public static Reply json(int status, Bytes body) {
        return new Reply(status, JSON, body, Map.of(), false, Optional.empty(), Meaning.NONE);
    }

    /**
     * The same with the bank's own code in it.
     *
     * @param code for those who count answers
     */
    public static Reply json(int status, Bytes body, long code) {
        return new Reply(status, JSON, body, Map.of(), false, Optional.empty(), new Meaning("", code));
    }

    public static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, Bytes.utf8(body), Map.of(), false, Optional.empty(), Meaning.NONE);
    }

    public static Reply bytes(int status, String contentType, Bytes body) {
        return new Reply(status, contentType, body, Map.of(), false, Optional.empty(), Meaning.NONE);
    }

    /**
     * A problem document (RFC 9457).
     *
     * @param type stable name of the problem, as {@code own-request}
     */
    public static Reply problem(int status, String type, Complaint complaint) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "urn:kzpay-sandbox:" + type);
        problem.put("title", type.replace('-', ' '));
        problem.put("status", status);
        problem.put("detail", complaint.detail());
        Language.RU.translation(complaint.detail()).ifPresent(russian -> problem.put("detail_ru", russian));
        complaint.suggestion().ifPresent(known -> problem.put("suggestion", known));
        return bytes(status, "application/problem+json", Bytes.utf8(problem.toString()));
    }

    public static Reply empty(int status) {
        return new Reply(status, "", Bytes.NONE, Map.of(), false, Optional.empty(), Meaning.NONE);
    }

    /** Closes the connection without an answer. */
    public static Reply hangingUp() {
        return new Reply(0, "", Bytes.NONE, Map.of(), true, Optional.empty(), Meaning.NONE);
    }

    /** Answered when {@code stage} is; the request's thread is free until then. A reply that is later again is not. */
    public static Reply later(CompletionStage<Reply> stage) {
        return new Reply(0, "", Bytes.NONE, Map.of(), false, Optional.of(stage), Meaning.NONE);
    }

    /** The same with another body. */
    public Reply withBody(String otherType, Bytes otherBody) {
        return new Reply(status, otherType, otherBody, headers, hangUp, later, meaning);
    }

    /** The same, with a feed around its own. */
    public Reply withFeed(Feed feed) {
        return new Reply(
                status, contentType, body, headers, hangUp, later, meaning, Optional.of(new LongBody.Live(feed)));
    }

    /** With one more header field. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, hangUp, later, meaning, longBody);
    }

    /** The same as a refusal whose reason is told in the header {@code X-Sandbox-Reason}, the journal and the log. */
    public Reply because(String why) {
        return new Reply(status, contentType, body, headers, hangUp, later, new Meaning(why, code()), longBody);
    }
}
