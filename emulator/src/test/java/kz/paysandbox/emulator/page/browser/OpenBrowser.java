package kz.paysandbox.emulator.page.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** One browser for a test class, which is skipped where the machine has none; a failed test leaves a picture. */
final class OpenBrowser implements BeforeAllCallback, AfterAllCallback, TestExecutionExceptionHandler {

    static final Path PICTURES = Path.of("target", "screenshots", "page");

    private Optional<Browser> opened = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        opened = Browser.open();
        assumeTrue(opened.isPresent(), "no chromedriver on this machine; install chromium and chromium-driver");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        opened.ifPresent(Browser::close);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        Browser browser = browser();
        String name = "failed-" + context.getRequiredTestMethod().getName();
        failure.addSuppressed(new AssertionError(
                "seen at " + browser.url() + ": " + browser.screenshot(PICTURES, name) + " " + browser.complaints()));
        throw failure;
    }

    Browser browser() {
        return opened.orElseThrow();
    }

    void await(String what, BooleanSupplier condition) {
        browser().await(what, condition);
    }
}
