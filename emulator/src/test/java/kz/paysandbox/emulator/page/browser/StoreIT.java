package kz.paysandbox.emulator.page.browser;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import kz.paysandbox.emulator.fixture.Browser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page keeps of a world while answers come late and events come meanwhile. */
class StoreIT {

    @RegisterExtension
    @Order(1)
    static final OpenBrowser BROWSER = new OpenBrowser();

    @RegisterExtension
    @Order(2)
    static final Sandbox SANDBOX = Sandbox.with();

    /** Answers to requests that contain a word wait until {@code release()}; {@code until} waits for a condition. */
    private static final String HELD = """
            const done = arguments[0];
            const until = async (condition) => { while (!condition()) { await new Promise(requestAnimationFrame); } };
            let release;
            let held = 0;
            const gate = new Promise((open) => { release = open; });
            const real = window.fetch;
            window.fetch = async (path, options) => {
              const answer = await real(path, options);
              if (String(path).includes('%s') && options.headers['X-Sandbox-World'] === '%s') {
                held += 1;
                await gate;
              }
              return answer;
            };
            """;

    private final Browser browser = BROWSER.browser();
    private final TestWorld world = SANDBOX.world();

    private PageView page(TestWorld shown) {
        return new PageView(browser, SANDBOX.port("control"), shown.name());
    }

    @Test
    void answers_of_a_world_that_is_no_longer_looked_at_are_not_shown() {
        TestWorld other = SANDBOX.world();
        world.bank("r1").qr(1);
        world.bank("r1").qr(1);
        long there = other.bank("r1").qr(2);
        page(other).open("payments");
        String shown = browser.later(
                        HELD.formatted("/payments", world.name()) + """
                import('/assets/core/store.js').then(async ({store, open}) => {
                  open('%s');
                  await until(() => held > 0);
                  open('%s');
                  await until(() => store.payments.size > 0);
                  release();
                  for (let frame = 0; frame < 30; frame += 1) { await new Promise(requestAnimationFrame); }
                  done(store.payments.newestFirst().map((payment) => payment.id).join(' '));
                });
                """.formatted(world.name(), other.name()))
                .asText();
        assertThat(shown).isEqualTo(String.valueOf(there));
    }

    @Test
    void exchanges_that_come_while_older_ones_are_read_stay() {
        world.bank("r1").tradePoints();
        page(world).open("exchanges").awaitPart(".exchange-row");
        String numbers =
                browser.later(HELD.formatted("since=", world.name()) + """
                import('/assets/core/store.js').then(async ({store, readOlderExchanges}) => {
                  const older = readOlderExchanges();
                  await until(() => held > 0);
                  store.exchanges.put({number: 777, at: '', listener: 'kaspi-r1', status: 200});
                  release();
                  await older;
                  done(store.exchanges.newestFirst().map((exchange) => exchange.number).join(' '));
                });
                """).asText();
        assertThat(numbers).isEqualTo("777 1");
    }

    @Test
    void rows_are_bounded_and_what_was_asked_for_alone_outlives_a_new_list() {
        page(world).open("payments");
        String kept = browser.later("""
                const done = arguments[0];
                import('/assets/core/rows.js').then(({Rows}) => {
                  const rows = new Rows((row) => row.id, 2);
                  rows.replace([{id: 'a'}, {id: 'b'}]);
                  rows.pin({id: 'old', state: 1});
                  rows.put({id: 'c'});
                  rows.replace([{id: 'c'}, {id: 'd'}]);
                  rows.put({id: 'old', state: 2});
                  done([rows.newestFirst().map((row) => row.id).join(''), rows.get('old').state, rows.get('a') ?? 'gone', rows.apart().join('')].join(' '));
                });
                """).asText();
        assertThat(kept).isEqualTo("dc 2 gone old");
    }

    @Test
    void a_new_row_that_was_asked_for_before_it_was_heard_of_enters_a_complete_list_and_an_old_one_does_not() {
        page(world).open("payments");
        String kept = browser.later("""
                const done = arguments[0];
                import('/assets/core/rows.js').then(({Rows}) => {
                  const lists = [true, false].map((complete) => {
                    const rows = new Rows((row) => row.id, 9);
                    rows.replace([{id: 'a'}], complete);
                    rows.pin({id: 'n', state: 1});
                    rows.put({id: 'n', state: 2});
                    return rows.newestFirst().map((row) => row.id).join('') + rows.get('n').state;
                  });
                  done(lists.join(' '));
                });
                """).asText();
        assertThat(kept).isEqualTo("na2 a2");
    }

    @Test
    void a_payment_in_no_list_is_read_again_where_its_time_is_up() {
        page(world).open("payments").awaitPart(".empty");
        long payment = world.bank("r1").qr(90);
        String status = browser.later("""
                const done = arguments[0];
                const until = async (condition) => { while (!condition()) { await new Promise(requestAnimationFrame); } };
                import('/assets/core/store.js').then(async ({store, lookAtDue, readPayment}) => {
                  const find = () => store.payments.newestFirst().find((one) => one.id === '%1$d');
                  await until(find);
                  await until(() => store.clock);
                  const stale = {...find(), status: 'Stale', expiresAt: '2000-01-01T00:00:00Z'};
                  store.payments.remove('%1$d');
                  store.payments.complete = false;
                  store.payments.pin(stale);
                  await until(() => { lookAtDue(); return store.payments.get('%1$d').status !== 'Stale'; });
                  done(store.payments.get('%1$d').status);
                });
                """.formatted(payment)).asText();
        assertThat(status).isEqualTo("QrTokenCreated");
    }
}
