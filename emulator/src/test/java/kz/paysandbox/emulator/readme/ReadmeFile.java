package kz.paysandbox.emulator.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the project's documents: its generated tables and its blocks of commands. */
record ReadmeFile(Path path, String text) {

    /** The README at the top of the project. */
    static ReadmeFile read() throws IOException {
        return read("README.md");
    }

    /**
     * A page.
     *
     * @param name its path from the top of the project
     */
    static ReadmeFile read(String name) throws IOException {
        Path path = top().resolve(name);
        return new ReadmeFile(path, Files.readString(path));
    }

    /** The project's top folder, from wherever in it the tests run. */
    static Path top() {
        return Stream.iterate(
                        Path.of("").toAbsolutePath(),
                        folder -> folder.resolve("..").normalize())
                .limit(10)
                .filter(folder -> Files.exists(folder.resolve("sandbox.cmd")))
                .findFirst()
                .orElseThrow();
    }

    /** What stands between the marks of a table. */
    String table(String name) {
        Matcher table = marks(name).matcher(text);
        if (!table.find()) {
            throw new IllegalStateException(path + " has no table " + name);
        }
        return table.group(2).strip();
    }

    ReadmeFile withTable(String name, String table) {
        return new ReadmeFile(
                path, marks(name).matcher(text).replaceFirst("$1\n" + Matcher.quoteReplacement(table) + "\n$3"));
    }

    /** The blocks of one language, in order. */
    List<String> blocks(String language) {
        Matcher blocks =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }

    private static Pattern marks(String name) {
        return Pattern.compile("(<!-- " + name + ": begin -->)(.*?)(<!-- " + name + ": end -->)", Pattern.DOTALL);
    }
}
