package kz.paysandbox.emulator.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.Mistakes;

/** {@code clearFaults} names a fault of the same scenario; another name would end nothing, and nobody would notice. */
final class ClearFaultsCheck {

    private static final String ALL = "all";

    private ClearFaultsCheck() {}

    static void check(InputNode document, Mistakes mistakes) {
        List<String> names = Stream.concat(
                        entries(document, "faults"),
                        entries(document, "timeline").flatMap(step -> value(step, "fault").stream()))
                .flatMap(fault -> value(fault, "name").stream())
                .map(ClearFaultsCheck::text)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        entries(document, "timeline")
                .flatMap(step -> value(step, "clearFaults").stream())
                .filter(cleared -> !text(cleared).equals(ALL) && !names.contains(text(cleared)))
                .forEach(cleared -> mistakes.at(
                        cleared.place(),
                        "`" + text(cleared) + "` is no fault of this scenario"
                                + Suggestion.of(text(cleared), names)
                                        .map(near -> ", did you mean `" + near + "`?")
                                        .orElse(
                                                names.isEmpty()
                                                        ? "; it has none with a name"
                                                        : "; it has " + String.join(", ", names) + ", or `all`")));
    }

    private static Stream<InputNode> entries(InputNode document, String key) {
        return value(document, key).stream()
                .filter(InputNode.Sequence.class::isInstance)
                .map(InputNode.Sequence.class::cast)
                .flatMap(list -> list.elements().stream());
    }

    private static Optional<InputNode> value(InputNode node, String key) {
        return node instanceof InputNode.Members object ? object.find(key) : Optional.empty();
    }

    private static String text(InputNode node) {
        return node instanceof InputNode.Value value ? value.text().strip() : "";
    }
}
