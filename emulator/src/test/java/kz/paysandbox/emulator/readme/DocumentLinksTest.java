package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No link of a document is dead, in English or in Russian. */
class DocumentLinksTest {

    /** What builds make, sources, and texts of others. */
    private static final Set<String> LEFT_OUT = Set.of("target", "java", "licenses", "node_modules");

    @Test
    void every_link_leads_to_a_file_and_a_heading() throws IOException {
        DocumentLinks links = new DocumentLinks();
        List<String> dead = new ArrayList<>();
        for (Path page : documents()) {
            for (MarkdownPage.Part part : MarkdownPage.read(page).parts()) {
                for (String link : part.links()) {
                    if (!DocumentLinks.isForeign(link)
                            && links.target(page, link).isEmpty()) {
                        dead.add(ReadmeFile.top().relativize(page) + ", under \"" + part.section() + "\": " + link);
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void anchors_are_those_of_the_usual_renderers() {
        MarkdownPage page = MarkdownPage.of(
                Path.of("page.md"),
                "# 5. Read `what` happened\n```\n# no heading\n```\n## Что здесь допущение?\n## Both\n## Both\n");
        assertThat(page.anchors()).containsExactly("5-read-what-happened", "что-здесь-допущение", "both", "both-1");
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(ReadmeFile.top(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                return name.startsWith(".") || LEFT_OUT.contains(name)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    documents.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return documents;
    }
}
