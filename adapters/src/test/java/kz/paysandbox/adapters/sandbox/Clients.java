package kz.paysandbox.adapters.sandbox;

import java.io.IOException;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.transport.HttpSettings;

/** The clients that move money, with some temper; {@code holding} is a shop whose terminal holds first. */
record Clients(KaspiR3 kaspi, EpayClient epay, EpayClient holding) implements AutoCloseable {
    static Clients of(Stage stage, UnaryOperator<HttpSettings> temper) throws IOException {
        return new Clients(
                stage.kzpay().with(temper).kaspiR3(),
                stage.kzpay().with(temper).epay(),
                stage.holding().with(temper).epay());
    }

    /** Clients of shops that promise to be the only ones who work on their payments. */
    static Clients sole(Stage stage, UnaryOperator<HttpSettings> temper) throws IOException {
        String[] promise = {"kzpay.assume", "sole-operator"};
        return new Clients(
                stage.kzpay(promise).with(temper).kaspiR3(),
                stage.kzpay(promise).with(temper).epay(),
                stage.holding(promise).with(temper).epay());
    }

    @Override
    public void close() {
        kaspi.close();
        epay.close();
        holding.close();
    }
}
