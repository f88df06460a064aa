package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.cli.world.AddressFile;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page of a sandbox that is bound to the network: it shows nothing without the token. */
class TokenIT {

    @RegisterExtension
    @Order(1)
    static final OpenBrowser BROWSER = new OpenBrowser();

    @RegisterExtension
    @Order(2)
    static final Sandbox SANDBOX = Sandbox.with("bind", "0.0.0.0");

    private final Browser browser = BROWSER.browser();

    @TempDir
    private Path home;

    private final PageView page = new PageView(browser, SANDBOX.port("control"), "main");

    @Test
    void the_token_comes_in_the_fragment_and_leaves_the_address() {
        long payment = SANDBOX.main().keyed("test_sandbox").qr(640);
        browser.size(1280, 800);
        browser.go("http://127.0.0.1:" + SANDBOX.port("control") + "/");
        page.awaitText(".failure", "token");

        String token = SANDBOX.emulator().controlToken().orElseThrow();
        browser.go("about:blank");
        browser.go("http://127.0.0.1:" + SANDBOX.port("control") + "/#token=" + token);

        page.press(".row[data-id='" + payment + "']");
        page.awaitPart(".payment img.qr");
        assertThat(browser.url()).doesNotContain(token);
        page.press("[data-act=scan]");
        page.awaitPart(".payment[data-status=Wait]");
        assertThat(browser.script("return document.querySelector('.beside a').href")
                        .asText())
                .contains("/phone/" + payment, "#token=" + token);
    }

    @Test
    void the_token_of_a_world_leads_to_that_world() {
        String first = SANDBOX.emulator().controlToken().orElseThrow();
        Map<String, String> headers = Map.of("Authorization", "Bearer " + first);
        SANDBOX.control()
                .send("POST", "/worlds", headers, "{\"name\":\"aigerim\"}")
                .expect(201);
        String token = SANDBOX.control()
                .send("POST", "/tokens", headers, "{\"name\":\"aigerim\",\"scope\":\"world:aigerim\"}")
                .expect(201)
                .json()
                .path("token")
                .asText();
        browser.go("about:blank");
        browser.go("http://127.0.0.1:" + SANDBOX.port("control") + "/#token=" + token);

        page.awaitPart("#stream[data-state=live]");
        assertThat(browser.script("return document.querySelector('#world').value")
                        .asText())
                .isEqualTo("aigerim");
    }

    @Test
    void a_file_of_the_home_leads_to_the_page_with_the_token() throws IOException {
        SANDBOX.main().keyed("test_sandbox").qr(641);
        String token = SANDBOX.emulator().controlToken().orElseThrow();
        String address = "http://127.0.0.1:" + SANDBOX.port("control") + "/";
        browser.go("about:blank");
        browser.go(AddressFile.leadingTo(address + "#token=" + token, home).toString());

        page.awaitPart(".row");
        assertThat(browser.url()).startsWith(address).doesNotContain(token);
    }
}
