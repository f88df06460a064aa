package kz.paysandbox.emulator.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import kz.paysandbox.emulator.core.data.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * One file of the page.
 *
 * @param type its media type
 * @param plain as it is
 * @param packed by gzip; as it is where that makes it no smaller
 * @param hash of its content, hexadecimal
 */
record PageFile(String type, Bytes plain, Bytes packed, String hash) {

    /** Not the name of a package: no class of the jar can be asked for (a package's name has no hyphen). */
    private static final String OWN = "/kz/paysandbox/emulator/page-assets/";

    /** The library that the page's scripts import; its version is the one pinned in the build. */
    private static final String LIBRARY = "/META-INF/resources/webjars/lit-html/3.3.2/";

    private static final String LIBRARY_PART = "lib/";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*\\.[a-z0-9]+");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "png", "image/png",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json; charset=utf-8");

    private static final int HASH_DIGITS = 32;

    /**
     * Reads a file; empty where there is none of this name.
     *
     * @param name as behind {@code /assets/}
     */
    static Optional<PageFile> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        boolean library = name.startsWith(LIBRARY_PART);
        if (type == null || (library && !name.endsWith(".js"))) {
            return Optional.empty();
        }
        String resource = library ? LIBRARY + name.substring(LIBRARY_PART.length()) : OWN + name;
        try (InputStream stream = PageFile.class.getResourceAsStream(resource)) {
            return content(stream).map(content -> of(type, content));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<byte[]> content(@Nullable InputStream stream) throws IOException {
        return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    }

    static PageFile of(String type, byte[] content) {
        byte[] packed = packed(content);
        return new PageFile(
                type,
                Bytes.wrap(content),
                Bytes.wrap(packed.length < content.length ? packed : content),
                hash(content));
    }

    /** Whether it is sent compressed to those who can read that. */
    boolean isPacked() {
        return packed.size() < plain.size();
    }

    Bytes body(boolean asPacked) {
        return asPacked ? packed : plain;
    }

    /** A strong one: another for each of its two representations (RFC 9110, 8.8.3.3). */
    String etag(boolean asPacked) {
        return "\"" + hash + (asPacked ? "-gzip" : "") + "\"";
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** At the highest level: each file is compressed once. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
