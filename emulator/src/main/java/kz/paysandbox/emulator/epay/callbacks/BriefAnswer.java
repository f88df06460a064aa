package kz.paysandbox.emulator.epay.callbacks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.data.Excerpt;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/** Status, Location and the beginning of what a shop answered; the rest is dropped, and an endless answer is cut off. */
final class BriefAnswer extends AbstractBinResponseConsumer<Sender.Receipt> {

    /** Bytes that are kept. */
    static final int MOST_KEPT = 500;

    /** Bytes that are read. */
    private static final int MOST_READ = 65_536;

    private static final int BUFFER = 8_192;
    private static final int LONGEST_LOCATION = 500;

    private final Consumer<Sender.Receipt> cutOff;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(64);
    private String location = "";
    private int status;
    private int read;

    /**
     * @param cutOff gets what is known of an answer that is too long
     */
    BriefAnswer(Consumer<Sender.Receipt> cutOff) {
        this.cutOff = cutOff;
    }

    @Override
    protected void start(HttpResponse head, ContentType type) {
        status = head.getCode();
        location = Optional.ofNullable(head.getFirstHeader("Location"))
                .map(Header::getValue)
                .map(BriefAnswer::brief)
                .orElse("");
    }

    @Override
    protected int capacityIncrement() {
        return BUFFER;
    }

    @Override
    protected void data(ByteBuffer part, boolean last) {
        read += part.remaining();
        byte[] begin = new byte[Math.min(part.remaining(), MOST_KEPT - kept.size())];
        part.get(begin);
        part.position(part.limit());
        kept.write(begin, 0, begin.length);
        if (read > MOST_READ) {
            cutOff.accept(buildResult());
        }
    }

    @Override
    protected Sender.Receipt buildResult() {
        String text = kept.toString(StandardCharsets.UTF_8).strip() + (read > kept.size() ? "…" : "");
        return Sender.Receipt.answered(status, location, text);
    }

    /** Headers come as bytes of ISO 8859-1 (RFC 9110, 5.5); shops write UTF-8 into them all the same. */
    private static String brief(String text) {
        return Excerpt.of(text, LONGEST_LOCATION);
    }

    @Override
    public void releaseResources() {
        kept.reset();
    }
}
