package kz.paysandbox.emulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.emulator.fixture.Browser;

/** The sandbox's own page with its payments in headless Chromium, and a hand that turns to another view now and then. */
final class PageWatcher implements Watcher {

    /**
     * Gaps between two frames in ms; every 5 s a view is asked for, and the time until it is painted is taken. The clock
     * is the page's.
     */
    private static final String WATCH = """
            const watched = { frames: 0, longest: 0, slow: 0, turns: [], heap: 0 };
            window.watched = watched;
            let last = performance.now();
            const frame = now => {
              const gap = now - last;
              last = now;
              watched.frames += 1;
              watched.longest = Math.max(watched.longest, gap);
              watched.slow += gap > 100 ? 1 : 0;
              watched.heap = Math.max(watched.heap, performance.memory.usedJSHeapSize);
              requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);
            const views = ['exchanges', 'payments'];
            setInterval(() => {
              const begun = performance.now();
              location.hash = '#/' + views[watched.turns.length % 2];
              requestAnimationFrame(() => requestAnimationFrame(() => watched.turns.push(performance.now() - begun)));
            }, 5000);
            """;

    private static final String SEEN = """
            const turns = window.watched.turns.slice().sort((one, other) => one - other);
            return { frames: window.watched.frames, longest: window.watched.longest, slow: window.watched.slow,
              turn: turns[Math.floor(turns.length / 2)] || 0, turnAtMost: turns[turns.length - 1] || 0,
              rows: document.querySelectorAll('main *').length,
              live: document.querySelector('#stream').dataset.state, heap: window.watched.heap };
            """;

    private final Browser browser;
    private String told = "";

    private PageWatcher(Browser browser, int port) {
        this.browser = browser;
        browser.size(1280, 900);
        browser.go("http://127.0.0.1:" + port + "/#/payments");
        browser.await("a live page", () -> browser.has("#stream[data-state=live]"));
        browser.script(WATCH);
    }

    /** The page of the sandbox whose control port this is, where the machine has a browser. */
    static Optional<PageWatcher> at(int port) {
        return Browser.open().map(browser -> new PageWatcher(browser, port));
    }

    @Override
    public String told() {
        return told;
    }

    /** Looks once more, then closes the browser. */
    @Override
    public void close() {
        try (browser) {
            JsonNode seen = browser.script(SEEN);
            told = String.format(
                    Locale.ROOT,
                    "stream %s, %d frames, %d gaps above 100 ms, the longest %.0f ms; another view in %.0f ms, at most %.0f;"
                            + " %d elements, script heap at most %d MB",
                    seen.path("live").asText(),
                    seen.path("frames").asLong(),
                    seen.path("slow").asLong(),
                    seen.path("longest").asDouble(),
                    seen.path("turn").asDouble(),
                    seen.path("turnAtMost").asDouble(),
                    seen.path("rows").asLong(),
                    seen.path("heap").asLong() / 1_000_000);
        }
    }
}
