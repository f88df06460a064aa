package kz.paysandbox.emulator.input;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;

/**
 * A text whose meaning is known to whoever asks for it.
 *
 * @param judge the value of a text, or what is wrong with it
 */
public record JudgedText(Function<String, ? extends Outcome<?, Complaint>> judge) implements Shape {

    /** One of the known names. */
    public static JudgedText known(String what, Supplier<? extends Collection<String>> known) {
        return new JudgedText(name -> known.get().contains(name)
                ? Outcome.ok(name)
                : Outcome.refused(Complaint.unknown(what, name, known.get())));
    }

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        if (!(node instanceof InputNode.Value value)) {
            mistakes.at(node.place(), node.place().subject() + " must be a text");
            return "";
        }
        return judge.apply(value.text()).<Object>fold(read -> read, complaint -> {
            mistakes.at(node.place(), complaint);
            return "";
        });
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string");
    }
}
