package kz.paysandbox.emulator.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** In which language commands speak; an option of every command. */
public final class LanguageOption {

    private static final String NAME = "--lang";

    @Option(
            names = NAME,
            scope = ScopeType.INHERIT,
            paramLabel = "LANG",
            description = "Language of what is printed: ru or en. Default: SANDBOX_LANG, else the locale")
    @SuppressWarnings("UnusedVariable")
    private Language language;

    /**
     * The option.
     *
     * @param initial where it is not given
     */
    public LanguageOption(Language initial) {
        this.language = initial;
    }

    /** The language that a command was told to speak. */
    public static Language of(CommandSpec command) {
        return Optional.ofNullable(command.root().findOption(NAME))
                .<Language>map(OptionSpec::getValue)
                .orElse(Language.EN);
    }

    /** What a command line asks for, as far as that can be seen before it is read, for the texts of its help. */
    public static Optional<Language> asked(List<String> args) {
        return word(args).flatMap(Language::of);
    }

    /** What a command line gives this option, whether or not it is a language; empty where it does not give it. */
    public static Optional<String> word(List<String> args) {
        for (int at = 0; at < args.size(); at++) {
            if (args.get(at).equals(NAME) && at + 1 < args.size()) {
                return Optional.of(args.get(at + 1));
            }
            if (args.get(at).startsWith(NAME + "=")) {
                return Optional.of(args.get(at).substring(NAME.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** The words of a command line without this option before the command. */
    public static List<String> withoutIt(List<String> args) {
        List<String> rest = new ArrayList<>(args);
        while (!rest.isEmpty() && rest.get(0).startsWith(NAME)) {
            boolean separate = rest.remove(0).equals(NAME) && !rest.isEmpty();
            if (separate) {
                rest.remove(0);
            }
        }
        return rest;
    }

    /** What is wrong with the variable that names a language; empty where all is well. */
    public static Optional<String> problem(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(Language.VARIABLE))
                .filter(code -> !code.isEmpty() && Language.of(code).isEmpty())
                .map(code -> Language.VARIABLE + " must be ru or en, but is '" + code + "'");
    }

    /** What this process's surroundings ask for. */
    public static Language ofThisProcess() {
        return Language.of(System.getenv(), Locale.getDefault());
    }
}
