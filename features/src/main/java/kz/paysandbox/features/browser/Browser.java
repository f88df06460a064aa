package kz.paysandbox.features.browser;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.features.wire.Form;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Request;
import kz.paysandbox.features.wire.Response;
import kz.paysandbox.features.wire.Wire;

/** As much of a browser as pages and forms need. */
public final class Browser {

    private static final Pattern INPUT = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");

    private final Wire wire;
    private Optional<Response> page = Optional.empty();
    private URI address;

    /**
     * @param home where relative links begin
     */
    public Browser(Wire wire, URI home) {
        this.wire = wire;
        this.address = home;
    }

    /** Opens a page; a redirect is shown, and not followed. */
    public Response open(URI to) {
        address = address.resolve(to);
        return seen(wire.send(Request.get(address)));
    }

    /** Follows the redirect that was seen last. */
    public Response follow() {
        return open(URI.create(page().location()));
    }

    /** Posts a form. */
    public Response post(URI to, Map<String, String> fields) {
        address = address.resolve(to);
        return seen(wire.send(Form.post(address, fields)));
    }

    /** Posts JSON, as a page's script does; the page stays. */
    public Response script(String path, Map<String, ?> fields) {
        return wire.send(Request.post(URI.create(address + path), Json.of(fields)));
    }

    /** Loads something that the page needs; the page stays. */
    public Response aside(String path) {
        return wire.send(Request.get(address.resolve(path)));
    }

    /** Sends the form of the page, with these fields besides the hidden ones. */
    public Response submit(Map<String, String> typed) {
        String html = page().body();
        Map<String, String> fields = new HashMap<>();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            fields.put(inputs.group(1), plain(inputs.group(2)));
        }
        fields.putAll(typed);
        return post(URI.create(plain(found(ACTION))), fields);
    }

    /**
     * What the page shows where the pattern's first group is.
     *
     * @throws AssertionError where it shows none
     */
    public String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(page().body());
        if (!matcher.find()) {
            throw new AssertionError("the page has no " + pattern + ": " + page());
        }
        return matcher.group(1);
    }

    /** What the page has in a hidden field. */
    public String hidden(String name) {
        return plain(found(Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"")));
    }

    /** The page that was opened last. */
    public Response page() {
        return page.orElseThrow(() -> new AssertionError("the customer has opened no page"));
    }

    private Response seen(Response response) {
        page = Optional.of(response);
        return response;
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
