package kz.paysandbox.emulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.http.tls.ClientCertificate;

/** Visits as the HTTP room would make them, without a server. */
public final class TestCalls {

    private TestCalls() {}

    /** A call with a JSON body, as a well-behaved client sends it. */
    public static Call post(String path, Map<String, String> headers, Optional<ClientCertificate> held, String body) {
        List<Exchange.Header> sent = headers.entrySet().stream()
                .map(header -> new Exchange.Header(header.getKey(), header.getValue()))
                .toList();
        Peer peer = new Peer("127.0.0.1", "TLSv1.3", "", held);
        return new Call(
                new Call.Line("POST", path, path),
                new Call.Parameters(Map.of(), Map.of()),
                sent,
                new Call.Body(Bytes.utf8(body), false),
                peer);
    }

    /** A fault loses the answer. */
    public static WorldCall undelivered(Call call, World world) {
        WorldCall worldCall = of(call, world);
        worldCall.answerDelivered(false);
        return worldCall;
    }

    public static WorldCall of(Call call, World world) {
        return new WorldCall(call, world, world.journal().nextNumber(), false);
    }
}
