package kz.paysandbox.gateway.http.server;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Problems;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** A problem for what is no HTTP or comes while the server stops, in place of the library's page with its causes. */
final class BareErrors extends ErrorHandler {
    private static final int LARGE_BODY = 413;
    private static final int LARGE_HEADERS = 431;
    private static final int LONG_ADDRESS = 414;
    private static final int STOPPING = 503;
    private static final int LEAST_OWN_FAULT = 500;

    private final Supplier<String> ids;

    BareErrors(Supplier<String> ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = request.getAttribute(ERROR_STATUS) instanceof Integer code ? code : response.getStatus();
        String id = ids.get();
        Answer answer = Problems.of(Family.SERVICE, refusal(status), new Call.Origin(id, "", "/"));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        response.getHeaders().put("X-Request-ID", id);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, BufferUtil.toBuffer(body), callback);
        return true;
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case LARGE_BODY, LARGE_HEADERS, LONG_ADDRESS ->
                Refusal.of(RefusalCode.TOO_LARGE, "the request is larger than is read");
            case STOPPING -> Refusal.of(RefusalCode.GATEWAY_STOPPING, "the gateway is being stopped; nothing was done");
            default ->
                status < LEAST_OWN_FAULT
                        ? Refusal.of(RefusalCode.INVALID_REQUEST, "the request is not well-formed HTTP")
                        : Refusal.of(RefusalCode.INTERNAL, "a fault of the gateway");
        };
    }
}
