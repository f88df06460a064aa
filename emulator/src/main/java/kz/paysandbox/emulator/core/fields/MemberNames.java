package kz.paysandbox.emulator.core.fields;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** The names of a record's members as its JSON has them, those of records within it included. */
public final class MemberNames {

    private MemberNames() {}

    /**
     * The names in the order of the records.
     *
     * @param spelling a component's name in JSON
     */
    public static Set<String> of(Function<RecordComponent, String> spelling, Class<?>... records) {
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> record : records) {
            Arrays.stream(record.getRecordComponents()).forEach(component -> {
                names.add(spelling.apply(component));
                if (component.getType().isRecord()) {
                    names.addAll(of(spelling, component.getType()));
                }
            });
        }
        return names;
    }
}
