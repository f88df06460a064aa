package kz.paysandbox.emulator.language;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Texts that the sources hand to certain methods and constructors: literals and what they are joined with, for which a
 * stand-in is put.
 *
 * @param receivers names of the methods and classes; {@code return} for what a method returns or a branch yields, and
 *     {@code =} for the values of variables and constants
 */
record SourceTexts(Set<String> receivers) {

    /** A phrase of its own, so that it may stand for one. */
    private static final String STAND_IN = "null";

    /** A text where it stands. */
    record Found(String file, String text) {}

    List<Found> in(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    null,
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .toList()));
            for (CompilationUnitTree unit : task.parse()) {
                new Calls(unit.getSourceFile().getName(), found).scan(unit, null);
            }
        }
        return found;
    }

    /** Looks at the arguments of the receivers' calls. */
    private final class Calls extends TreeScanner<Void, Void> {

        private final String file;
        private final List<Found> found;

        Calls(String file, List<Found> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            ExpressionTree method = call.getMethodSelect();
            String name = method instanceof MemberSelectTree member
                    ? member.getIdentifier().toString()
                    : method.toString();
            arguments(name, call.getArguments());
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitNewClass(NewClassTree creation, Void none) {
            arguments(creation.getIdentifier().toString(), creation.getArguments());
            return super.visitNewClass(creation, null);
        }

        @Override
        public Void visitReturn(ReturnTree end, Void none) {
            if (end.getExpression() != null) {
                arguments("return", List.of(end.getExpression()));
            }
            return super.visitReturn(end, null);
        }

        @Override
        public Void visitCase(CaseTree branch, Void none) {
            if (branch.getBody() instanceof ExpressionTree value) {
                arguments("return", List.of(value));
            }
            return super.visitCase(branch, null);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            if (variable.getInitializer() != null) {
                arguments("=", List.of(variable.getInitializer()));
            }
            return super.visitVariable(variable, null);
        }

        private void arguments(String name, List<? extends ExpressionTree> arguments) {
            if (receivers.contains(name)) {
                arguments.stream()
                        .flatMap(argument -> texts(argument).stream())
                        .filter(text -> text.replace(STAND_IN, "").matches("(?s).*[a-z] ?[a-z].*"))
                        .forEach(text -> found.add(new Found(file, text)));
            }
        }
    }

    /** Each that the expression can have; what is no text of ours is a stand-in. */
    private static List<String> texts(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            return List.of(String.valueOf(literal.getValue()));
        }
        if (expression instanceof ParenthesizedTree brackets) {
            return texts(brackets.getExpression());
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                    .flatMap(chosen -> texts(chosen).stream())
                    .toList();
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            List<String> ends = texts(sum.getRightOperand());
            return texts(sum.getLeftOperand()).stream()
                    .flatMap(beginning -> ends.stream().map(beginning::concat))
                    .toList();
        }
        // What may be left out, as a suggestion.
        return List.of(expression.toString().contains(".orElse") ? "" : STAND_IN);
    }
}
