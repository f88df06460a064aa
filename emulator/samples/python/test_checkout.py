import json
import os
import unittest
import urllib.request

from checkout import Checkout


def control(method, path, world="main"):
    request = urllib.request.Request(
        os.environ["SANDBOX_CONTROL_URL"] + path, method=method, headers={"X-Sandbox-World": world})
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read() or "null")


class CheckoutTest(unittest.TestCase):
    def test_a_customer_who_confirms_has_paid(self):
        world = control("POST", "/worlds")
        self.addCleanup(control, "DELETE", f"/worlds/{world['name']}")
        checkout = Checkout(os.environ["KASPI_R1_URL"], world["kaspi"]["apiKey"], os.environ["KASPI_CA"], "321")
        payment = checkout.begin(1500)
        control("POST", f"/payments/{payment}/scan", world["name"])
        control("POST", f"/payments/{payment}/confirm", world["name"])
        self.assertTrue(checkout.is_paid(payment))
        self.assertEqual([], control("GET", "/findings", world["name"]))
