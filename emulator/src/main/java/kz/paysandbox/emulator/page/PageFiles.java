package kz.paysandbox.emulator.page;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Reply;

/** The files of the page, each read and compressed when it is first asked for. */
final class PageFiles {

    private static final String ASSETS = "/assets/";

    /**
     * What a page may load, and who may show it: its own origin's files alone, no script or style within the HTML.
     * Pictures may also come from what its own script has fetched, as with the control surface's token.
     */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'self'; object-src 'none'";

    /** As many as the class path has of them: a name without a file is not kept. */
    private final Map<String, PageFile> read = new ConcurrentHashMap<>();

    Reply answer(Call call) {
        String path = call.path();
        if (path.startsWith(ASSETS)) {
            return asset(call, path.substring(ASSETS.length())).orElseGet(() -> unknown(path));
        }
        String page = path.startsWith("/phone") ? "phone.html" : "index.html";
        return file(call, page)
                .map(reply -> reply.with("Content-Security-Policy", POLICY).with("X-Frame-Options", "SAMEORIGIN"))
                .orElseGet(() -> unknown(path));
    }

    /** Pages have addresses of their own, where the policy goes with them: none is served as a file. */
    private Optional<Reply> asset(Call call, String name) {
        return name.endsWith(".html") ? Optional.empty() : file(call, name);
    }

    private Optional<Reply> file(Call call, String name) {
        return Optional.ofNullable(read.get(name))
                .or(() -> PageFile.read(name).map(file -> kept(name, file)))
                .map(file -> reply(call, file));
    }

    private PageFile kept(String name, PageFile file) {
        read.put(name, file);
        return file;
    }

    private static Reply reply(Call call, PageFile file) {
        boolean packed =
                file.isPacked() && takesGzip(call.header("Accept-Encoding").orElse(""));
        String etag = file.etag(packed);
        boolean known = call.headers("If-None-Match").stream()
                .flatMap(values -> Arrays.stream(values.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
        Reply reply = known ? Reply.empty(304) : Reply.bytes(200, file.type(), file.body(packed));
        return (packed && !known ? reply.with("Content-Encoding", "gzip") : reply)
                .with("ETag", etag)
                .with("Cache-Control", "no-cache")
                .with("Vary", "Accept-Encoding")
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** Whether an Accept-Encoding names gzip and does not refuse it by {@code q=0} (RFC 9110, 12.5.3). */
    static boolean takesGzip(String acceptEncoding) {
        return Arrays.stream(acceptEncoding.split(","))
                .map(coding -> coding.replaceAll("\\s", ""))
                .anyMatch(coding -> coding.matches("(?i)(gzip|\\*)(;q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
    }

    private static Reply unknown(String path) {
        return Reply.problem(404, "unknown-path", Complaint.of("the page has no file " + path));
    }
}
