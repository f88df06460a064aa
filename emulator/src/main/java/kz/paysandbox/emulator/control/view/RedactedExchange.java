package kz.paysandbox.emulator.control.view;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.BodyText;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.secrets.Redaction;
import kz.paysandbox.emulator.core.secrets.SecretNames;
import kz.paysandbox.emulator.core.secrets.StandIns;
import kz.paysandbox.emulator.language.Language;

/**
 * One exchange with stand-ins for its secrets. A value that is secret in one place of it is so in every other, whatever
 * its name there; so are the world's own credentials.
 */
public record RedactedExchange(
        String target, List<Exchange.Header> headers, String type, String body, String answer, List<String> notes) {

    /** Shorter values are ordinary words too. */
    private static final int SHORTEST = 8;

    private static final int MOST = 200;

    public static RedactedExchange of(World world, StandIns names, Exchange exchange) {
        Map<String, String> met = new LinkedHashMap<>();
        Redaction redaction = new Redaction((kind, value) -> {
            String name = names.of(kind, value);
            if (value.length() >= SHORTEST && met.size() < MOST && !name.equals(value)) {
                met.put(value, name);
            }
            return name;
        });
        Exchange.Message request = exchange.request();
        String type = request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Exchange.Header::value)
                .findFirst()
                .orElse("");
        RedactedExchange first = new RedactedExchange(
                redaction.target(request.target()),
                request.headers().stream()
                        .map(header -> new Exchange.Header(
                                redaction.words(header.name()), redaction.field(header.name(), header.value())))
                        .toList(),
                redaction.words(type),
                redaction.body(BodyText.of(type, request.body()).text()),
                redaction.body(exchange.answer().text()),
                exchange.notes().stream().map(redaction::words).toList());
        return first.without(met).withoutCredentials(world, names);
    }

    /** The notes in Russian, one that has no translation as it is; empty where none has one. */
    public Optional<List<String>> russianNotes() {
        List<String> russian = notes.stream().map(Language.RU::text).toList();
        return russian.equals(notes) ? Optional.empty() : Optional.of(russian);
    }

    /** A sentence of ours, with stand-ins for what a caller put into it. */
    public static String words(World world, String text) {
        return credentialsHidden(world, world.pseudonyms(), new Redaction(world.pseudonyms()).words(text));
    }

    /** Header fields by name, in the order of the request; values of a repeated one stand together. */
    Map<String, String> fields() {
        return headers.stream()
                .collect(Collectors.toMap(
                        Exchange.Header::name,
                        Exchange.Header::value,
                        (first, second) -> first + ", " + second,
                        LinkedHashMap::new));
    }

    private RedactedExchange without(Map<String, String> met) {
        List<Map.Entry<String, String>> longestFirst = met.entrySet().stream()
                .sorted(Comparator.comparing(secret -> -secret.getKey().length()))
                .toList();
        return changed(text -> {
            String shown = text;
            for (Map.Entry<String, String> secret : longestFirst) {
                shown = shown.replace(secret.getKey(), secret.getValue());
            }
            return shown;
        });
    }

    private RedactedExchange withoutCredentials(World world, StandIns names) {
        return changed(text -> credentialsHidden(world, names, text));
    }

    private RedactedExchange changed(UnaryOperator<String> change) {
        return new RedactedExchange(
                change.apply(target),
                headers.stream()
                        .map(header -> new Exchange.Header(header.name(), change.apply(header.value())))
                        .toList(),
                type,
                change.apply(body),
                change.apply(answer),
                notes.stream().map(change).toList());
    }

    private static String credentialsHidden(World world, StandIns names, String text) {
        String shown = text;
        for (Map.Entry<String, String> credential : world.credentials().values().entrySet()) {
            String value = credential.getValue();
            if (value.length() >= SHORTEST && shown.contains(value)) {
                Optional<String> kind = SecretNames.kindOf(credential.getKey());
                if (kind.isPresent()) {
                    shown = shown.replace(value, names.of(kind.get(), value));
                }
            }
        }
        return shown;
    }
}
