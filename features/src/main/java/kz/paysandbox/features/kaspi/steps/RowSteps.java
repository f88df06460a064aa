package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.When;
import java.math.BigDecimal;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.TestHook;
import kz.paysandbox.features.steps.ScenarioContext;

/** Any call of the bank's table by its name, for what holds for all of them. */
public final class RowSteps {

    private static final String PHONE = "87010000001";

    private final ScenarioContext scenario;
    private final KaspiContext kaspi;

    public RowSteps(ScenarioContext scenario, KaspiContext kaspi) {
        this.scenario = scenario;
        this.kaspi = kaspi;
    }

    @When("магазин вызывает {string}")
    @When("the shop calls {string}")
    public void calls(String row) {
        scenario.remember(call(row.substring(3)));
    }

    private Answer<?> call(String row) {
        Kaspi bank = kaspi.bank();
        String bin = kaspi.bin();
        String till = kaspi.device();
        BigDecimal amount = BigDecimal.TEN;
        return switch (row) {
            case "partner tradepoints" -> bank.tradePoints(bin);
            case "device register" ->
                bank.register(bin, kaspi.site().till("till-9"), kaspi.site().tradePoint(1));
            case "device delete" -> bank.delete(bin, till);
            case "qr create" -> bank.qr(bin, till, amount);
            case "qr create-link" -> bank.link(bin, till, amount);
            case "payment status" -> bank.status(kaspi.payment());
            case "payment status v02" -> bank.overview(kaspi.payment());
            case "return create" -> bank.returnCode(till);
            case "return status" -> bank.returnStatus(kaspi.returnCode().orElse(1L));
            case "return operations" -> bank.purchases(till, kaspi.returnCode().orElse(1L), 10);
            case "payment details" -> bank.details(kaspi.payment(), till);
            case "payment return" -> bank.refund(bin, till, kaspi.payment(), kaspi.returnCode(), amount);
            case "remote client-info" -> bank.clientName(PHONE, till);
            case "remote create" -> bank.invoice(bin, till, PHONE, amount);
            case "remote cancel" -> bank.cancel(bin, till, kaspi.payment());
            case "health ping" -> bank.ping();
            case "test payment scan" -> bank.play(TestHook.SCAN, kaspi.payment());
            case "test payment confirm" -> bank.play(TestHook.CONFIRM, kaspi.payment());
            case "test payment scanerror" -> bank.play(TestHook.SCANERROR, kaspi.payment());
            case "test payment confirmerror" -> bank.play(TestHook.CONFIRMERROR, kaspi.payment());
            default -> throw new AssertionError("the bank's table has no row " + row);
        };
    }
}
