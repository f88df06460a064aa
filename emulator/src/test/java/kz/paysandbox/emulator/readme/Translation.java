package kz.paysandbox.emulator.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.paysandbox.emulator.readme.DocumentLinks.Target;
import kz.paysandbox.emulator.readme.MarkdownPage.Kind;
import kz.paysandbox.emulator.readme.MarkdownPage.Part;

/**
 * An English document and its Russian translation, held against each other part by part.
 *
 * @param english the document
 * @param russian its translation, beside it as {@code ….ru.md}
 */
record Translation(MarkdownPage english, MarkdownPage russian) {

    /** Where the two differ, each as a text for a person; what follows a part that is missing is not compared. */
    List<String> differences() throws IOException {
        List<String> differences = new ArrayList<>();
        firstLine(english, russian).ifPresent(differences::add);
        firstLine(russian, english).ifPresent(differences::add);
        DocumentLinks links = new DocumentLinks();
        int common = Math.min(english.parts().size(), russian.parts().size());
        for (int at = 1; at < common; at++) {
            Part original = english.parts().get(at);
            Part translated = russian.parts().get(at);
            if (original.kind() != translated.kind()
                    || original.level() != translated.level()
                    || original.columns() != translated.columns()) {
                differences.add(message(original, translated, "here the English document has another part"));
                return differences;
            }
            content(links, original, translated).ifPresent(how -> differences.add(message(original, translated, how)));
        }
        if (english.parts().size() != russian.parts().size()) {
            differences.add(name(russian) + " has " + russian.parts().size() + " parts, " + name(english) + " has "
                    + english.parts().size());
        }
        return differences;
    }

    private static Optional<String> firstLine(MarkdownPage page, MarkdownPage other) {
        return page.parts().get(0).links().contains(name(other))
                ? Optional.empty()
                : Optional.of("the first line of " + page.path() + " has no link to " + name(other));
    }

    private Optional<String> content(DocumentLinks links, Part original, Part translated) throws IOException {
        if (hasOwnTable(original, translated)) {
            return original.text().lines().count() == translated.text().lines().count()
                    ? Optional.empty()
                    : Optional.of("it has not as many lines as the English one");
        }
        if (original.kind() == Kind.CODE || original.kind() == Kind.GENERATED) {
            return differentLine(
                    original.text().lines().toList(), translated.text().lines().toList());
        }
        if (!original.codeSpans().equals(translated.codeSpans())) {
            return Optional.of("in backticks are missing " + without(original.codeSpans(), translated.codeSpans())
                    + " and added " + without(translated.codeSpans(), original.codeSpans()));
        }
        if (!original.numbers().equals(translated.numbers())) {
            return Optional.of("numbers are missing " + without(original.numbers(), translated.numbers())
                    + " and added " + without(translated.numbers(), original.numbers()));
        }
        return expected(links, original).equals(actual(links, translated))
                ? Optional.empty()
                : Optional.of("it leads to " + translated.links() + ", the English one to " + original.links()
                        + ", translated documents to each other");
    }

    /** Whether a table is generated in Russian too, as {@code NAME.ru}. */
    private static boolean hasOwnTable(Part original, Part translated) {
        return original.kind() == Kind.GENERATED
                && translated.firstLine().equals(original.firstLine().replace(": begin", ".ru: begin"));
    }

    private static Optional<String> differentLine(List<String> original, List<String> translated) {
        for (int at = 0; at < Math.max(original.size(), translated.size()); at++) {
            String expected = at < original.size() ? original.get(at) : "nothing";
            String actual = at < translated.size() ? translated.get(at) : "nothing";
            if (!expected.equals(actual)) {
                return Optional.of("its line " + at + " is not the English one: " + actual + " for " + expected);
            }
        }
        return Optional.empty();
    }

    private String message(Part original, Part translated, String how) {
        return "%s, under \"%s\", %s: %s%n    English, under \"%s\", %s: %s%n    Russian: %s"
                .formatted(
                        russian.path(),
                        translated.section(),
                        translated.kind().words(),
                        how,
                        original.section(),
                        original.kind().words(),
                        original.firstLine(),
                        translated.firstLine());
    }

    /** Where a part's translation should lead: to the translation of what the part leads to, where there is one. */
    private Set<String> expected(DocumentLinks links, Part part) throws IOException {
        Set<String> ends = new TreeSet<>();
        for (String link : part.links()) {
            ends.add(links.target(english.path(), link)
                    .map(end -> new Target(translation(end.path()), end.heading()).toString())
                    .orElse(link));
        }
        return ends;
    }

    private Set<String> actual(DocumentLinks links, Part part) throws IOException {
        Set<String> ends = new TreeSet<>();
        for (String link : part.links()) {
            ends.add(links.target(russian.path(), link).map(Target::toString).orElse(link));
        }
        return ends;
    }

    private static Path translation(Path path) {
        Path russian = path.resolveSibling(path.getFileName().toString().replaceFirst("\\.md$", ".ru.md"));
        return Files.exists(russian) ? russian : path;
    }

    private static String name(MarkdownPage page) {
        return page.path().getFileName().toString();
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
