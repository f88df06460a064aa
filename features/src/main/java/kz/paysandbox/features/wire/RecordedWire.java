package kz.paysandbox.features.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A wire that remembers what went over it; one scenario's. */
public final class RecordedWire implements Wire, Line {

    private static final int MOST = 200;

    private final Wire wire;
    private final List<Exchange> exchanges = new ArrayList<>();
    private Optional<Response> last = Optional.empty();

    public RecordedWire(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Response send(Request request) {
        Response response = wire.send(request);
        last = Optional.of(response);
        if (exchanges.size() < MOST) {
            exchanges.add(Exchange.of(request, response));
        }
        return response;
    }

    @Override
    public Response last() {
        return last.orElseThrow(() -> new AssertionError("the bank has not been asked"));
    }

    @Override
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }
}
