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
import kz.paysandbox.emulator.readme.DocumentBlocks.Way;
import kz.paysandbox.emulator.readme.MarkdownPage.Kind;
import kz.paysandbox.emulator.readme.MarkdownPage.Part;
import org.junit.jupiter.api.Test;

/** No document has a fenced block that nothing runs or reads; the Russian ones have those of the English. */
class DocumentBlocksTest {

    private static final Set<String> NO_SOURCES = Set.of("target", ".git", ".sandbox", "node_modules", "licenses");

    @Test
    void every_block_has_one_way_to_be_tried() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Block block : blocks()) {
            long ways = DocumentBlocks.WAYS.stream().filter(block::goes).count();
            if (ways != 1) {
                wrong.add(block + " has " + ways + " ways in DocumentBlocks");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_way_has_a_block_and_a_test() throws IOException {
        List<Block> blocks = blocks();
        for (Way way : DocumentBlocks.WAYS) {
            assertThat(blocks).as(way.toString()).anyMatch(block -> block.goes(way));
            assertThat(way.reason()).isNotBlank();
            if (!way.test().isEmpty()) {
                assertThat(ReadmeFile.top().resolve(way.test())).exists();
            }
        }
    }

    /** A fenced block without its fences. */
    private record Block(String document, String language, String text) {

        static Block of(String document, Part part) {
            String fence = part.text().lines().findFirst().orElse("").strip();
            String text = part.text().lines().skip(1).reduce("", (left, right) -> left + right + "\n");
            return new Block(document, fence.substring("```".length()), text);
        }

        boolean goes(Way way) {
            return way.fits(document, language, text);
        }

        @Override
        public String toString() {
            return document + ": a block `" + language + "` that begins with "
                    + text.lines().findFirst().orElse("");
        }
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path file : documents()) {
            String document = ReadmeFile.top().relativize(file).toString().replace('\\', '/');
            for (Part part : MarkdownPage.read(file).parts()) {
                if (part.kind() == Kind.CODE) {
                    blocks.add(Block.of(document, part));
                }
            }
        }
        assertThat(blocks).hasSizeGreaterThan(50);
        return blocks;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(ReadmeFile.top(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NO_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".md") && !name.endsWith(".ru.md")) {
                    documents.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return documents;
    }
}
