package kz.paysandbox.features.deviation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import kz.paysandbox.features.Banks;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.run.Participants;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Suite;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.wire.Request;
import kz.paysandbox.features.wire.Response;
import kz.paysandbox.features.wire.Wire;

/**
 * One way in which a bank might differ from the document.
 *
 * @param path of the calls that differ
 * @param from what the true answer holds; {@code NOT_CONNECTED} and {@code HTTP nnn} stand for such answers
 * @param to what is answered in its place
 * @param tags of the scenarios concerned
 * @param caught a part of the name of a scenario that must fail
 */
public record Deviation(String name, Pattern path, String from, String to, String tags, String caught) {

    /** All planted deviations, one a line. */
    public static List<Deviation> all() {
        try (InputStream in = Deviation.class.getResourceAsStream("/deviations.txt")) {
            if (in == null) {
                throw new IllegalStateException("deviations.txt is missing");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Deviation::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Deviation parse(String line) {
        String[] parts = line.split(" ¦ ", -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("six parts, not " + parts.length + ": " + line);
        }
        return new Deviation(
                parts[0].strip(),
                Pattern.compile(parts[1].strip()),
                parts[2].strip(),
                parts[3].strip(),
                parts[4].strip(),
                parts[5].strip());
    }

    /**
     * The names of the scenarios that fail where a bank at the target deviates so.
     *
     * @param random where names come from
     */
    public List<String> failures(Target target, Randomness random) {
        try (ShopServer shops = ShopServer.local(this::told)) {
            Driver driver = Driver.raw(Banks.all(), this::between, random);
            Participants participants = Participants.of(Banks.all(), target, driver, shops, random);
            return Suite.run(Plan.of(participants, 1).tagged(tags)).failures().stream()
                    .map(Result::name)
                    .toList();
        }
    }

    /** The same way, with this deviation in it. */
    private Wire between(Wire wire) {
        return request -> deviate(request, wire.send(request));
    }

    /** What becomes of a callback; those have the path {@code callback}. */
    private String told(String letter) {
        return path.matcher("callback").find() ? letter.replaceAll(from, to) : letter;
    }

    private Response deviate(Request request, Response response) {
        if (!path.matcher(request.uri().getPath()).find()) {
            return response;
        }
        if (from.equals(response.kind().name())) {
            return Response.answered(200, to);
        }
        if (from.equals("HTTP " + response.status())) {
            return Response.answered(200, to);
        }
        return response.withBody(response.body().replaceAll(from, to));
    }
}
