<?php

declare(strict_types=1);

require_once __DIR__ . '/Checkout.php';

final class CheckoutTest extends PHPUnit\Framework\TestCase
{
    private static function control(string $method, string $path, string $world = 'main'): mixed
    {
        $options = ['method' => $method, 'header' => "X-Sandbox-World: $world"];
        $answer = file_get_contents(getenv('SANDBOX_CONTROL_URL') . $path, false, stream_context_create(['http' => $options]));
        return json_decode($answer);
    }

    public function testACustomerWhoConfirmsHasPaid(): void
    {
        $world = self::control('POST', '/worlds');
        $checkout = new Checkout(getenv('KASPI_R1_URL'), $world->kaspi->apiKey, getenv('KASPI_CA'), '321');
        $payment = $checkout->begin(1500);
        self::control('POST', "/payments/$payment/scan", $world->name);
        self::control('POST', "/payments/$payment/confirm", $world->name);
        self::assertTrue($checkout->isPaid($payment));
        self::assertSame([], self::control('GET', '/findings', $world->name));
        self::control('DELETE', "/worlds/$world->name");
    }
}
