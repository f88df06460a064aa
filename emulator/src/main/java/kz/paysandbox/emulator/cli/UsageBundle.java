package kz.paysandbox.emulator.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import kz.paysandbox.emulator.language.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What commands say of themselves, by the keys under which picocli looks for translations. */
final class UsageBundle extends ResourceBundle {

    private final Map<String, String> texts = new HashMap<>();
    private final Language language;

    private UsageBundle(Language language) {
        this.language = language;
    }

    /** The texts of a command and those below it. */
    static ResourceBundle of(CommandLine root, Language language) {
        UsageBundle bundle = new UsageBundle(language);
        bundle.add(root);
        return bundle;
    }

    private void add(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String prefix = spec.qualifiedName(".") + ".";
        UsageMessageSpec usage = spec.usageMessage();
        add(prefix + "usage.description", usage.description());
        add(prefix + "usage.footer", usage.footer());
        texts.put(prefix + "usage.synopsisHeading", heading(usage.synopsisHeading()));
        texts.put(prefix + "usage.commandListHeading", heading(usage.commandListHeading()));
        texts.put(prefix + "usage.footerHeading", heading(usage.footerHeading()));
        spec.args().forEach(argument -> add(prefix + key(argument), argument.description()));
        command.getSubcommands().values().forEach(this::add);
    }

    private static String key(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel() + "[" + ((PositionalParamSpec) argument).index() + "]";
    }

    /** With the line breaks and blanks around it. */
    private String heading(String text) {
        String words = text.replace("%n", " ").strip();
        return words.isEmpty() ? text : text.replace(words, language.text(words));
    }

    private void add(String key, String[] lines) {
        List<String> translated = paragraphs(lines);
        for (int number = 0; number < translated.size(); number++) {
            texts.put(key + "." + number, translated.get(number));
        }
    }

    /** Lines that belong together are one text; examples, which are indented, and blank lines stay. */
    private List<String> paragraphs(String[] lines) {
        List<String> translated = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("  ")) {
                end(paragraph, translated);
                translated.add(line);
            } else {
                paragraph.add(line);
            }
        }
        end(paragraph, translated);
        return translated;
    }

    private void end(List<String> paragraph, List<String> translated) {
        if (!paragraph.isEmpty()) {
            translated.add(language.text(String.join(" ", paragraph)));
            paragraph.clear();
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
