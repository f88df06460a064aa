package kz.paysandbox.features.steps;

import io.cucumber.java.en.When;
import java.math.BigDecimal;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Hook;
import kz.paysandbox.features.driver.Kaspi;

/** Any call of the bank's table by its name, for what holds for all of them. */
public final class RowSteps {

    private static final String PHONE = "87010000001";

    private final Scene scene;

    public RowSteps(Scene scene) {
        this.scene = scene;
    }

    @When("магазин вызывает {string}")
    @When("the shop calls {string}")
    public void calls(String row) {
        scene.heard(call(row.substring(3)));
    }

    private Answer<?> call(String row) {
        Kaspi bank = scene.bank();
        String bin = scene.bin();
        String till = scene.device();
        BigDecimal amount = BigDecimal.TEN;
        return switch (row) {
            case "partner tradepoints" -> bank.tradePoints(bin);
            case "device register" ->
                bank.register(bin, scene.place().till("till-9"), scene.place().tradePoint(1));
            case "device delete" -> bank.delete(bin, till);
            case "qr create" -> bank.qr(bin, till, amount);
            case "qr create-link" -> bank.link(bin, till, amount);
            case "payment status" -> bank.status(scene.payment());
            case "payment status v02" -> bank.overview(scene.payment());
            case "return create" -> bank.returnCode(till);
            case "return status" -> bank.returnStatus(scene.returnCode().orElse(1L));
            case "return operations" -> bank.purchases(till, scene.returnCode().orElse(1L), 10);
            case "payment details" -> bank.details(scene.payment(), till);
            case "payment return" -> bank.refund(bin, till, scene.payment(), scene.returnCode(), amount);
            case "remote client-info" -> bank.clientName(PHONE, till);
            case "remote create" -> bank.invoice(bin, till, PHONE, amount);
            case "remote cancel" -> bank.cancel(bin, till, scene.payment());
            case "health ping" -> bank.ping();
            case "test payment scan" -> bank.play(Hook.SCAN, scene.payment());
            case "test payment confirm" -> bank.play(Hook.CONFIRM, scene.payment());
            case "test payment scanerror" -> bank.play(Hook.SCANERROR, scene.payment());
            case "test payment confirmerror" -> bank.play(Hook.CONFIRMERROR, scene.payment());
            default -> throw new AssertionError("the bank's table has no row " + row);
        };
    }
}
