package kz.paysandbox.emulator.http.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.paysandbox.emulator.core.memory.Heap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** One line for what is no HTTP, in place of the library's page with causes and stack traces. */
final class PlainErrors extends ErrorHandler {

    private static final int LONGEST_REASON = 200;

    private final Heap heap;

    PlainErrors(Heap heap) {
        this.heap = heap;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getAttribute(ERROR_EXCEPTION) instanceof OutOfMemoryError error) {
            heap.exhausted(error);
        }
        int status = request.getAttribute(ERROR_STATUS) instanceof Integer code ? code : response.getStatus();
        String reason = Optional.ofNullable(request.getAttribute(ERROR_MESSAGE))
                .map(String::valueOf)
                .filter(text -> text.length() <= LONGEST_REASON && text.chars().noneMatch(Character::isISOControl))
                .orElseGet(() -> HttpStatus.getMessage(status));
        byte[] line = (status + " " + reason + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, line.length);
        response.write(true, BufferUtil.toBuffer(line), callback);
        return true;
    }
}
