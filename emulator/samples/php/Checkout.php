<?php

declare(strict_types=1);

/** Takes payments by Kaspi QR, scheme r1. */
final class Checkout
{
    public function __construct(
        private string $url,
        private string $apiKey,
        private string $ca,
        private string $device,
    ) {
    }

    /** Shows a QR code for so many tenge; the payment's id. */
    public function begin(int $amount): int
    {
        return $this->call('/qr/create', ['DeviceToken' => $this->device, 'Amount' => $amount])->QrPaymentId;
    }

    public function isPaid(int $payment): bool
    {
        return $this->call("/payment/status/$payment")->Status === 'Processed';
    }

    private function call(string $path, ?array $body = null): object
    {
        $call = curl_init("$this->url/r1/v01$path");
        curl_setopt_array($call, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_CAINFO => $this->ca,
            CURLOPT_HTTPHEADER => [
                "Api-Key: $this->apiKey",
                'Content-Type: application/json',
                'X-Request-ID: ' . bin2hex(random_bytes(16)),
            ],
        ]);
        if ($body !== null) {
            curl_setopt($call, CURLOPT_POSTFIELDS, json_encode($body));
        }
        $text = curl_exec($call);
        if ($text === false) {
            throw new RuntimeException(curl_error($call));
        }
        $answer = json_decode($text);
        if ($answer->StatusCode !== 0) {
            throw new RuntimeException("$answer->StatusCode $answer->Message");
        }
        return $answer->Data;
    }
}
