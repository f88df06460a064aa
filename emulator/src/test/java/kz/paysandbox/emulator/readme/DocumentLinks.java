package kz.paysandbox.emulator.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where links between the project's documents lead. Each page is read once. */
final class DocumentLinks {

    private final Map<Path, List<String>> anchors = new HashMap<>();

    /**
     * The end of a link.
     *
     * @param path a file or folder
     * @param heading the number of the heading that an anchor means, from 0; -1 where the link has no anchor
     */
    record Target(Path path, int heading) {}

    /** True for a link to another place than the project's own files. */
    static boolean isForeign(String link) {
        return link.matches("[a-z]+:.*");
    }

    /** What a page's link leads to; empty where it is foreign, or there is no such file, or no such heading in it. */
    Optional<Target> target(Path page, String link) throws IOException {
        if (isForeign(link)) {
            return Optional.empty();
        }
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path path = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (hash < 0) {
            return Optional.of(new Target(path, -1));
        }
        int heading = anchors(path).indexOf(link.substring(hash + 1));
        return heading < 0 ? Optional.empty() : Optional.of(new Target(path, heading));
    }

    private List<String> anchors(Path path) throws IOException {
        List<String> known = anchors.get(path);
        if (known == null) {
            known = path.toString().endsWith(".md") ? MarkdownPage.read(path).anchors() : List.of();
            anchors.put(path, known);
        }
        return known;
    }
}
