package kz.paysandbox.gateway.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/**
 * The body of a request.
 *
 * @param text empty where there is none, or none that can be read
 * @param unreadable why it cannot be read
 */
record RequestBody(String text, Optional<Refusal> unreadable) {
    /** What is read of a body that is too large, so that its sender sees the answer. */
    private static final int MOST_DISCARDED = 4 * 1024 * 1024;

    static RequestBody read(Context context) throws IOException {
        if (context.req().getContentLengthLong() == 0) {
            return new RequestBody("", Optional.empty());
        }
        InputStream stream = context.req().getInputStream();
        byte[] bytes = stream.readNBytes(Listening.BODY_LIMIT + 1);
        if (bytes.length > Listening.BODY_LIMIT) {
            stream.readNBytes(MOST_DISCARDED);
            return refused(Refusal.of(RefusalCode.TOO_LARGE, "a body has at most " + Listening.BODY_LIMIT + " bytes"));
        }
        try {
            ByteBuffer whole = ByteBuffer.wrap(bytes);
            return new RequestBody(
                    StandardCharsets.UTF_8.newDecoder().decode(whole).toString(), Optional.empty());
        } catch (CharacterCodingException notUtf8) {
            return refused(Refusal.invalid("body", "is not UTF-8"));
        }
    }

    private static RequestBody refused(Refusal why) {
        return new RequestBody("", Optional.of(why));
    }

    @Override
    public String toString() {
        return "RequestBody[" + text.length() + " characters]";
    }
}
