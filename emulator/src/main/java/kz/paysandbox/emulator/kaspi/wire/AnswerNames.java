package kz.paysandbox.emulator.kaspi.wire;

import static java.util.Map.entry;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.paysandbox.emulator.core.fields.MemberNames;

/** The names of members in each method's answer: the envelope's, and those of what it has in Data. */
public final class AnswerNames {

    private static final List<String> ENVELOPE = List.of("StatusCode", "Message", "Data");

    /** By row without its scheme; those that are not here answer the envelope alone. */
    private static final Map<String, Class<?>> DATA = Map.ofEntries(
            entry("partner tradepoints", Answers.TradePoint.class),
            entry("device register", Answers.DeviceRegistered.class),
            entry("qr create", Answers.QrCreated.class),
            entry("qr create-link", Answers.LinkCreated.class),
            entry("payment status", Answers.Status.class),
            entry("payment status v02", Answers.StatusV02.class),
            entry("return create", Answers.ReturnCreated.class),
            entry("return status", Answers.Status.class),
            entry("return operations", Answers.Operation.class),
            entry("payment details", Answers.Details.class),
            entry("payment return", Answers.Returned.class),
            entry("remote client-info", Answers.Client.class),
            entry("remote create", Answers.RemoteCreated.class),
            entry("remote cancel", Answers.Status.class));

    private AnswerNames() {}

    /**
     * Those of one row.
     *
     * @param row without its scheme, as {@code qr create}
     */
    public static Set<String> of(String row) {
        Set<String> names = new LinkedHashSet<>(ENVELOPE);
        Class<?> data = DATA.get(row);
        if (data != null) {
            names.addAll(MemberNames.of(AnswerNames::capital, data));
        }
        return names;
    }

    private static String capital(RecordComponent component) {
        String name = component.getName();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
