package kz.paysandbox.emulator.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartCompliance;
import org.eclipse.jetty.io.Content;

/** The fields of one {@code multipart/form-data} body (RFC 7578), read by the server's parser; files count as text. */
final class MultipartForm extends MultiPart.AbstractPartsListener {

    private static final int MOST_PARTS = 100;
    private static final int LONGEST_BOUNDARY = 70;
    private static final int LONGEST_HEADERS = 8_192;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private boolean complete;

    private MultipartForm() {}

    /** Empty where the type names no boundary, or the body is cut off or no form. */
    static Optional<Map<String, String>> read(String contentType, Bytes body) {
        return boundary(contentType)
                .filter(named -> !named.isEmpty() && named.length() <= LONGEST_BOUNDARY)
                .flatMap(named -> parsed(named, body));
    }

    private static Optional<String> boundary(String contentType) {
        try {
            return Optional.ofNullable(MultiPart.extractBoundary(contentType));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, String>> parsed(String boundary, Bytes body) {
        MultipartForm form = new MultipartForm();
        MultiPart.Parser parser = new MultiPart.Parser(boundary, MultiPartCompliance.RFC7578, form);
        parser.setMaxParts(MOST_PARTS);
        parser.setPartHeadersMaxLength(LONGEST_HEADERS);
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(body.array()), true));
        return form.complete ? Optional.of(form.fields) : Optional.empty();
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        ByteBuffer bytes = chunk.getByteBuffer().slice();
        byte[] part = new byte[bytes.remaining()];
        bytes.get(part);
        value.writeBytes(part);
    }

    @Override
    public void onPart(String name, String fileName, HttpFields headers) {
        if (name != null) {
            fields.put(name, value.toString(StandardCharsets.UTF_8));
        }
        value.reset();
    }

    @Override
    public void onComplete() {
        complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        complete = false;
    }
}
