package kz.paysandbox.emulator.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script of the shell fish, made from the commands and their options. */
final class FishCompletion {

    private static final int LONGEST = 80;

    private final String program;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String script(CommandLine root) {
        FishCompletion completion = new FishCompletion(root.getCommandName());
        completion.command(root, List.of());
        return String.join("\n", completion.lines);
    }

    /** The words that lead to a command, and what can follow them. */
    private void command(CommandLine command, List<String> path) {
        CommandSpec spec = command.getCommandSpec();
        String when = condition(path, command.getSubcommands().keySet());
        command.getSubcommands()
                .forEach((name, sub) -> line(
                        when,
                        "-f -a " + name,
                        Arrays.stream(sub.getCommandSpec().usageMessage().description())
                                .findFirst()
                                .orElse("")));
        for (OptionSpec option : spec.options()) {
            line(when, names(option) + value(option), first(option.description()));
        }
        spec.positionalParameters().stream()
                .filter(parameter -> parameter.completionCandidates() != null)
                .forEach(parameter -> line(when, "-a " + candidates(parameter), first(parameter.description())));
        command.getSubcommands()
                .forEach((name, sub) -> command(
                        sub, Stream.concat(path.stream(), Stream.of(name)).toList()));
    }

    private static String condition(List<String> path, Set<String> subcommands) {
        if (path.isEmpty()) {
            return "__fish_use_subcommand";
        }
        String seen =
                path.stream().map(word -> "__fish_seen_subcommand_from " + word).collect(Collectors.joining("; and "));
        return subcommands.isEmpty()
                ? seen
                : seen + "; and not __fish_seen_subcommand_from " + String.join(" ", subcommands);
    }

    private void line(String when, String what, String description) {
        lines.add("complete -c " + program + " -n " + quoted(when) + " " + what
                + (description.isEmpty() ? "" : " -d " + quoted(shortened(description))));
    }

    private static String names(OptionSpec option) {
        return Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
    }

    /** What follows the option: nothing, one of some words, a file, or something that only a person knows. */
    private static String value(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        if (option.completionCandidates() != null) {
            return " -x -a " + candidates(option);
        }
        String label = option.paramLabel();
        return label.contains("FILE") || label.contains("DIR") ? " -r -F" : " -x";
    }

    private static String candidates(ArgSpec argument) {
        return quoted(StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                .map(word -> word.contains(" ") ? quoted(word) : word)
                .collect(Collectors.joining(" ")));
    }

    private static String first(String @Nullable [] description) {
        return description == null || description.length == 0 ? "" : description[0];
    }

    private static String shortened(String text) {
        String sentence = text.replaceFirst("[.;:] .*", "").replace("%n", " ").replace("%%", "%");
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
