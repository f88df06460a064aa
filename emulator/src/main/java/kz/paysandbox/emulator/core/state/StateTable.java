package kz.paysandbox.emulator.core.state;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Values of one kind in a world, by key.
 *
 * @param name unique in the world; a file that was written by an earlier release has it too
 * @param type of the values, which are immutable records
 * @param urgency how soon a change is to be kept
 * @param traits what is special about it
 * @param source the values
 */
public record StateTable<V>(String name, Class<V> type, Urgency urgency, Set<Trait> traits, Source<V> source) {

    /** How soon a change is to be kept outside the process. */
    public enum Urgency {
        /** Before anybody is answered who may have seen it. */
        BEFORE_ANSWERS,
        /** Within seconds, and before the control surface answers. */
        SOON,
        /** As {@link #SOON}, where {@link Source#keys} are the newest of many: what is no more among them is not kept. */
        WINDOW
    }

    /** Something special about a table. */
    public enum Trait {
        /** Its keys are secrets, as tokens are. */
        SECRET_KEYS,
        /** Its values are found by what the world's credentials have given them: with other credentials they are lost. */
        OF_CREDENTIALS,
        /** It tells what was done in this sandbox, and does not go to another one. */
        HISTORY
    }

    /**
     * Where the values are.
     *
     * @param <V> an immutable value
     */
    public interface Source<V> {

        /** The value as it is, read under the lock under which it is changed. */
        Optional<V> find(String key);

        /** All keys, oldest first. */
        List<String> keys();

        /** Takes a value as it was kept; called in the order of {@link #keys}, before anybody else uses the world. */
        void restore(String key, V value);

        /** From now on this one hears of every change. */
        void listen(ChangeListener listener);
    }

    public StateTable {
        traits = Set.copyOf(traits);
    }

    public static <V> StateTable<V> of(String name, Class<V> type, Source<V> source) {
        return new StateTable<>(name, type, Urgency.BEFORE_ANSWERS, Set.of(), source);
    }

    public StateTable<V> soon() {
        return new StateTable<>(name, type, Urgency.SOON, traits, source);
    }

    public StateTable<V> window() {
        return new StateTable<>(name, type, Urgency.WINDOW, traits, source);
    }

    public StateTable<V> with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new StateTable<>(name, type, urgency, more, source);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
