"use strict";
const assert = require("node:assert");
const fs = require("node:fs");
const { test } = require("node:test");
const { Checkout } = require("./checkout");

const { KASPI_R1_URL, KASPI_CA, SANDBOX_CONTROL_URL } = process.env;

async function control(method, path, world = "main") {
  const answer = await fetch(SANDBOX_CONTROL_URL + path, { method, headers: { "X-Sandbox-World": world } });
  return JSON.parse((await answer.text()) || "null");
}

test("a customer who confirms has paid", async () => {
  const { name, kaspi } = await control("POST", "/worlds");
  const checkout = new Checkout({ url: KASPI_R1_URL, apiKey: kaspi.apiKey, ca: fs.readFileSync(KASPI_CA), device: "321" });
  const payment = await checkout.begin(1500);
  await control("POST", `/payments/${payment}/scan`, name);
  await control("POST", `/payments/${payment}/confirm`, name);
  assert.ok(await checkout.isPaid(payment));
  assert.deepStrictEqual(await control("GET", "/findings", name), []);
  await control("DELETE", `/worlds/${name}`);
});
