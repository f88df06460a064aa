package kz.paysandbox.adapters.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one sandbox of this run; mends it after each test, and searches the log for secrets after each class. */
final class WithSandbox implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WithSandbox.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(SandboxProcess.isBuilt(), "the emulator's jar is not built: mvn -pl emulator -am package");
        TestLog.present();
        stage(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stage(context).sandbox().mend();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (SandboxProcess.isBuilt()) {
            stage(context).secrets().areNotIn(TestLog.text());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stage(context);
    }

    private static Stage stage(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(
                        "stage",
                        key -> new Stage(SandboxProcess.start(), new Secrets(), new AtomicLong()),
                        Stage.class);
    }
}
