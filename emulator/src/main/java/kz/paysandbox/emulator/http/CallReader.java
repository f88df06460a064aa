package kz.paysandbox.emulator.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.journal.Exchange;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** A reader of a request out of Javalin and Jetty, once, into a {@link Call}. */
public final class CallReader {

    private static final int MOST_PARAMETERS = 100;

    private final Listener listener;
    private final int limit;
    private final UnaryOperator<SocketAddress> clients;

    /**
     * Of a listener.
     *
     * @param limit of a body, in bytes
     * @param clients the client's address, where a connection comes from
     */
    public CallReader(Listener listener, int limit, UnaryOperator<SocketAddress> clients) {
        this.listener = listener;
        this.limit = limit;
        this.clients = clients;
    }

    /** As the servlet library sees a request that no row takes. */
    public Call read(Context context) throws IOException {
        return read(request(context), Map.of(), body(context, limit), limit);
    }

    /** As the servlet library sees a request of a row. */
    public Call read(Context context, Endpoint endpoint) throws IOException {
        int most = Math.max(limit, endpoint.mostBytes());
        return read(request(context), context.pathParamMap(), body(context, most), most);
    }

    private static Request request(Context context) {
        return ServletContextRequest.getServletContextRequest(context.req());
    }

    /**
     * As Jetty sees it.
     *
     * @param parameters in the path, by name
     * @param body of more than the limit at least one byte more
     */
    public Call read(Request request, Map<String, String> parameters, Bytes body) {
        return read(request, parameters, body, limit);
    }

    private Call read(Request request, Map<String, String> parameters, Bytes body, int most) {
        String query = request.getHttpURI().getQuery();
        return new Call(
                new Call.Line(
                        request.getMethod(),
                        request.getHttpURI().getPath(),
                        request.getHttpURI().getPathQuery()),
                new Call.Parameters(parameters, query == null ? Map.of() : parameters(query)),
                headers(request),
                body.size() > most ? new Call.Body(Bytes.NONE, true) : new Call.Body(body, false),
                PeerReader.of(endPoint(request), listener, clients));
    }

    public static EndPoint endPoint(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }

    private static Bytes body(Context context, int most) throws IOException {
        if (context.req().getContentLengthLong() == 0) {
            return Bytes.NONE;
        }
        InputStream stream = context.req().getInputStream();
        return Bytes.wrap(stream.readNBytes(most + 1));
    }

    private static List<Exchange.Header> headers(Request request) {
        List<Exchange.Header> headers = new ArrayList<>(request.getHeaders().size());
        for (HttpField field : request.getHeaders()) {
            headers.add(new Exchange.Header(field.getName(), field.getValue() == null ? "" : field.getValue()));
        }
        return headers;
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", MOST_PARAMETERS)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return parameters;
    }

    /** Names that stand more than once, in whatever case, as they were spelled the last time. */
    static List<String> repeated(String query) {
        Map<String, String> repeated = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (String pair : query.split("&", MOST_PARAMETERS)) {
            String name = decode(pair.split("=", 2)[0]);
            if (!name.isEmpty() && !known.add(name.toLowerCase(Locale.ROOT))) {
                repeated.put(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return List.copyOf(repeated.values());
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
