package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The sources as javac reads them: what is public is documented, and what calls a bank says what the bank calls it. */
class DocumentedTest {
    private static final Set<String> CLIENTS = Set.of(
            "KaspiScheme",
            "SingleOrganisation",
            "KaspiR1",
            "KaspiR2",
            "KaspiR3",
            "KaspiTestHooks",
            "EpayClient",
            "MerchantKaspi");

    /** What calls no bank by itself. */
    private static final Set<String> NO_CALLS = Set.of(
            "of",
            "with",
            "async",
            "close",
            "callbacks",
            "terminal",
            "configs",
            "log",
            "at",
            "assuming",
            "unchangedAfter",
            "abandonedAfter",
            "adopt",
            "unsettled",
            "settle");

    private record Documented(String type, MethodTree method, String text) {
        String name() {
            return type + "." + method.getName();
        }
    }

    private final List<Documented> methods = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    DocumentedTest() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> all =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(all));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(docs).scan(unit, null);
            }
        }
    }

    @Test
    void whatever_is_public_is_documented() {
        assertThat(methods).hasSizeGreaterThan(200);
        assertThat(missing).isEmpty();
    }

    @Test
    void whatever_calls_a_bank_gives_the_banks_term_the_document_units_and_errors() {
        List<String> poor = new ArrayList<>();
        methods.stream().filter(this::callsABank).forEach(method -> {
            String text = method.text();
            say(poor, method, text.contains("{@code "), "the bank's term");
            say(
                    poor,
                    method,
                    text.matches("(?s).*([2-5]\\.[0-9]|pages? \"|seen in |public\\.rsa).*"),
                    "the section or page");
            say(poor, method, text.contains("@throws") || text.contains("@return"), "how it fails");
            say(poor, method, !money(method.method()) || text.contains("tenge"), "the unit of money");
        });
        assertThat(methods.stream().filter(this::callsABank)).hasSizeGreaterThan(40);
        assertThat(poor).isEmpty();
    }

    private static void say(List<String> poor, Documented method, boolean said, String what) {
        if (!said) {
            poor.add(method.name() + " does not say " + what);
        }
    }

    private boolean callsABank(Documented method) {
        return CLIENTS.contains(method.type())
                && !NO_CALLS.contains(method.method().getName().toString());
    }

    private static boolean money(MethodTree method) {
        return method.getParameters().stream()
                .map(VariableTree::getType)
                .map(Tree::toString)
                .anyMatch(type -> type.matches("(Optional<)?(Tenge|Order|CardOrder)>?"));
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees docs;

        Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            TreePath owner = getCurrentPath().getParentPath();
            if (!visible(owner, method) || overrides(method)) {
                return null;
            }
            String type = ((ClassTree) owner.getLeaf()).getSimpleName().toString();
            String name = type + "." + method.getName();
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                missing.add(name);
            } else {
                methods.add(new Documented(type, method, comment.toString()));
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean open = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (open && docs.getDocCommentTree(getCurrentPath()) == null) {
                missing.add(type.getSimpleName().toString());
            }
            return super.visitClass(type, null);
        }

        private boolean visible(TreePath owner, MethodTree method) {
            ClassTree type = (ClassTree) owner.getLeaf();
            boolean inInterface = type.getKind() == Tree.Kind.INTERFACE;
            Set<Modifier> flags = method.getModifiers().getFlags();
            boolean open = flags.contains(Modifier.PUBLIC) || (inInterface && !flags.contains(Modifier.PRIVATE));
            boolean reachable = type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    || CLIENTS.contains(type.getSimpleName().toString());
            return open && reachable;
        }

        private boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }
    }
}
