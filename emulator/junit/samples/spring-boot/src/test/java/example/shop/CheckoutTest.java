package example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.junit.SandboxTest;
import kz.paysandbox.junit.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest(failOnFindings = true)
class CheckoutTest {

    @Test
    void a_customer_who_confirms_has_paid(@Autowired Checkout checkout, SandboxWorld world) throws Exception {
        long payment = checkout.begin(1_500);
        world.customer().pay(payment);
        assertThat(checkout.isPaid(payment)).isTrue();
    }
}
