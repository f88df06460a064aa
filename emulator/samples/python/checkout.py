"""Takes payments by Kaspi QR, scheme r1."""

import json
import ssl
import urllib.request
import uuid


class Checkout:
    def __init__(self, url, api_key, ca, device):
        self.url, self.api_key, self.device = url, api_key, device
        self.tls = ssl.create_default_context(cafile=ca)

    def begin(self, amount):
        """Shows a QR code for so many tenge; the payment's id."""
        return self.call("/qr/create", {"DeviceToken": self.device, "Amount": amount})["QrPaymentId"]

    def is_paid(self, payment):
        return self.call(f"/payment/status/{payment}")["Status"] == "Processed"

    def call(self, path, body=None):
        headers = {
            "Api-Key": self.api_key,
            "Content-Type": "application/json",
            "X-Request-ID": str(uuid.uuid4()),
        }
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(f"{self.url}/r1/v01{path}", data, headers)
        with urllib.request.urlopen(request, context=self.tls) as answer:
            read = json.load(answer)
        if read["StatusCode"] != 0:
            raise RuntimeError(f"{read['StatusCode']} {read['Message']}")
        return read["Data"]
