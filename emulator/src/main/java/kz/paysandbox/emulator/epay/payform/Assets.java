package kz.paysandbox.emulator.epay.payform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Reply;

/** The page's own files; nothing is fetched from elsewhere. */
public final class Assets {

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private Assets() {}

    /** The widget's script, which shops include from anywhere. */
    public static Reply widget() {
        return file("payment-api.js", SCRIPT).with("Access-Control-Allow-Origin", "*");
    }

    public static Reply script() {
        return file("page.js", SCRIPT);
    }

    public static Reply style() {
        return file("page.css", "text/css; charset=utf-8");
    }

    static String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private static InputStream open(String name) {
        InputStream stream = Assets.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("no asset " + name);
        }
        return stream;
    }

    private static Reply file(String name, String type) {
        return Reply.bytes(200, type, Bytes.wrap(read(name)))
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-cache");
    }

    private static byte[] read(String name) {
        try (InputStream stream = open(name)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
