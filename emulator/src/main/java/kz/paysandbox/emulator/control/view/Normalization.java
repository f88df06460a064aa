package kz.paysandbox.emulator.control.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.journal.Pseudonyms;

/** The removal from exchanges of what differs between two runs that are otherwise alike. */
public final class Normalization {

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d(:?\\d\\d)?)?");

    private static final Pattern PORT = Pattern.compile("(://[^/:\"\\s]+):\\d{1,5}");

    /** Shorter ones, as the client id {@code test}, are words of the bank's too. */
    private static final int SHORTEST_CREDENTIAL = 8;

    private final World world;

    /** Counted anew, so that what was looked at before makes no difference. */
    private final Pseudonyms names = new Pseudonyms();

    private final List<Map.Entry<String, String>> credentials;

    public Normalization(World world) {
        this.world = world;
        this.credentials = world.credentials().values().entrySet().stream()
                .filter(credential -> credential.getValue().length() >= SHORTEST_CREDENTIAL)
                .sorted(Comparator.comparing(
                        credential -> -credential.getValue().length()))
                .toList();
    }

    public NormalizedView of(Exchange exchange) {
        RedactedExchange shown = RedactedExchange.of(world, names, exchange);
        return new NormalizedView(
                exchange.listener(),
                exchange.row(),
                exchange.request().method(),
                comparable(shown.target()),
                comparable(shown.body()),
                exchange.status(),
                comparable(shown.answer()),
                shown.notes().stream().map(this::comparable).toList());
    }

    private String comparable(String text) {
        String shown = PORT.matcher(TIME.matcher(text).replaceAll("<time>")).replaceAll("$1");
        for (Map.Entry<String, String> credential : credentials) {
            shown = shown.replace(credential.getValue(), "<" + credential.getKey() + ">");
        }
        return shown;
    }
}
