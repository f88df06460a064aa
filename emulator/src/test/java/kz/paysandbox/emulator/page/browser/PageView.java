package kz.paysandbox.emulator.page.browser;

import kz.paysandbox.emulator.fixture.Browser;

/** The sandbox's page for one world, as somebody sits before it. */
final class PageView {

    private final Browser browser;
    private final int port;
    private final String world;

    PageView(Browser browser, int port, String world) {
        this.browser = browser;
        this.port = port;
        this.world = world;
    }

    /** Opens a view, such as {@code payments/17}, in English; what the browser complained of before is forgotten. */
    PageView open(String view) {
        browser.go("about:blank");
        var unused = browser.complaints();
        browser.go("http://127.0.0.1:" + port + "/?world=" + world + "#/" + view);
        choose("en");
        browser.await("a live page", () -> browser.has("#stream[data-state=live]"));
        return this;
    }

    /** Opens the phone on a page of its own, as wide as a phone. */
    PageView openPhone(String path) {
        browser.size(360, 760);
        browser.go("http://127.0.0.1:" + port + "/phone" + path + "?world=" + world);
        browser.await("a live phone", () -> browser.has(".stream[data-state=live]"));
        return this;
    }

    /** Goes to another view without loading the page anew. */
    void go(String view) {
        browser.script("location.hash = '#/" + view + "'");
    }

    void choose(String language) {
        browser.await("the page", () -> browser.has("#language"));
        change("#language", language);
        browser.await(
                language,
                () -> browser.script("return document.documentElement.lang")
                        .asText()
                        .equals(language));
    }

    /** Chooses an option of a list as a person does: the list says that it has changed. */
    void change(String css, String value) {
        browser.script("const list = document.querySelector('%s'); list.value = '%s';".formatted(css, value)
                + " list.dispatchEvent(new Event('change'))");
    }

    void press(String css) {
        awaitPart(css);
        browser.click(css);
    }

    void awaitPart(String css) {
        browser.await(css, () -> browser.has(css));
    }

    void awaitText(String css, String part) {
        browser.await(
                part + " in " + css, () -> browser.has(css) && browser.text(css).contains(part));
    }

    int number(String script) {
        return browser.script("return " + script).asInt();
    }
}
