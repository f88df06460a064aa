package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.language.Language;

/** Views of the server: what runs, how it is set, and what it assumes. */
public final class ServerView {

    private ServerView() {}

    /**
     * Whether every listener can answer.
     *
     * @param status {@code UP} or {@code STARTING}
     */
    public record Health(String status) {}

    /**
     * Where the listeners are.
     *
     * @param ports by the listeners' public names
     * @param authorities certificates to trust there, PEM
     */
    public record Listeners(Map<String, Integer> ports, String authorities) {}

    /**
     * The build.
     *
     * @param contracts the documents it keeps to
     */
    public record Version(String name, String version, String java, List<String> contracts) {}

    /**
     * A setting in force.
     *
     * @param source {@code flag}, {@code environment}, {@code file} or {@code default}
     */
    public record Value(
            String value,
            String source,
            @JsonProperty("default") String fallback) {}

    /**
     * A behaviour that no document describes, and how it is set.
     *
     * @param evidence what speaks for the default
     * @param about what it is
     * @param russian the same in Russian; absent where there is no translation
     * @param options its possible values; absent where it is no choice
     */
    public record Assumption(
            String name,
            @JsonProperty("default") String fallback,
            String value,
            String evidence,
            String about,
            @JsonProperty("about_ru") Optional<String> russian,
            Optional<List<String>> options) {

        public static Assumption of(Settings.Value value) {
            Setting setting = value.setting();
            return new Assumption(
                    setting.key(),
                    setting.fallback(),
                    value.text(),
                    setting.evidence().name().toLowerCase(Locale.ROOT),
                    setting.about(),
                    Language.RU.translation(setting.about()),
                    Optional.of(setting.options()).filter(options -> !options.isEmpty()));
        }
    }

    /** Settings by their keys, those that are shown. */
    public static Map<String, Value> values(Settings settings, Predicate<String> shown) {
        Map<String, Value> values = new LinkedHashMap<>();
        settings.all().stream()
                .filter(value -> shown.test(value.setting().key()))
                .forEach(value -> values.put(
                        value.setting().key(),
                        new Value(
                                value.shown(),
                                value.source().name().toLowerCase(Locale.ROOT),
                                value.setting().fallback())));
        return values;
    }
}
