"use strict";
(() => {
  const sheet = document.querySelector("main");
  const inFrame = sheet.dataset.widget === "true" && window.parent !== window;
  const tell = (success) => { if (inFrame) window.parent.postMessage(JSON.stringify({ success }), "*"); };
  const $ = (id) => document.getElementById(id);

  if (sheet.dataset.kind === "submit") { document.forms[0].submit(); return; }
  if (sheet.dataset.kind === "paid") {
    $("result").focus();
    if (inFrame) { tell(true); } else if (sheet.dataset.back) { setTimeout(() => location.assign(sheet.dataset.back), 2000); }
    return;
  }
  if (sheet.dataset.kind === "problem" && inFrame) {
    $("close").hidden = false;
    $("close").addEventListener("click", () => tell(false));
    $("close").focus();
  }
  if (sheet.dataset.kind !== "form") return;

  const field = { number: $("number"), expiry: $("expiry"), cvc: $("cvc"), name: $("name") };
  const digits = (text) => text.replace(/\D/g, "");

  const luhn = (pan) => {
    let sum = 0;
    [...pan].reverse().forEach((char, place) => {
      const digit = Number(char) * (place % 2 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    });
    return pan.length >= 12 && sum % 10 === 0;
  };

  const valid = {
    number: () => luhn(digits(field.number.value)),
    expiry: () => /^(0[1-9]|1[0-2])\d\d$/.test(digits(field.expiry.value)),
    cvc: () => /^\d{3,4}$/.test(field.cvc.value),
    name: () => /^[A-Za-z .'-]{2,}$/.test(field.name.value.trim()),
  };

  const mark = (key) => {
    const fine = valid[key]();
    field[key].setAttribute("aria-invalid", String(!fine));
    $(key + "-error").textContent = fine ? "" : sheet.dataset["msg" + key[0].toUpperCase() + key.slice(1)];
    return fine;
  };

  const grouped = (pan) => /^3[47]/.test(pan)
    ? [pan.slice(0, 4), pan.slice(4, 10), pan.slice(10, 15)].filter(Boolean).join(" ")
    : (pan.slice(0, 19).match(/.{1,4}/g) || []).join(" ");

  field.number.addEventListener("input", () => {
    const pan = digits(field.number.value);
    field.number.value = grouped(pan);
    const whole = /^3[47]/.test(pan) ? 15 : 16;
    if (pan.length >= whole) mark("number"); else { field.number.removeAttribute("aria-invalid"); $("number-error").textContent = ""; }
  });
  field.expiry.addEventListener("input", () => {
    const text = digits(field.expiry.value).slice(0, 4);
    field.expiry.value = text.length > 2 ? text.slice(0, 2) + "/" + text.slice(2) : text;
  });
  field.cvc.addEventListener("input", () => { field.cvc.value = digits(field.cvc.value).slice(0, 4); });
  Object.keys(field).forEach((key) => field[key].addEventListener("blur", () => { if (field[key].value) mark(key); }));

  document.querySelectorAll(".pick").forEach((pick) => pick.addEventListener("click", () => {
    const fresh = document.querySelector("input[name=source][value='']");
    fresh.checked = true;
    fresh.dispatchEvent(new Event("change", { bubbles: true }));
    field.number.value = grouped(pick.dataset.pan);
    field.expiry.value = pick.dataset.expiry.slice(0, 2) + "/" + pick.dataset.expiry.slice(2);
    field.cvc.value = pick.dataset.cvc;
    if (!field.name.value) field.name.value = "AIBEK SANDBOX";
    Object.keys(field).forEach(mark);
    $("pay").focus();
  }));

  const source = () => document.querySelector("input[name=source]:checked").value;
  document.querySelectorAll("input[name=source]").forEach((one) =>
    one.addEventListener("change", () => { $("new-card").hidden = source() !== ""; }));

  // RSA with PKCS#1 v1.5 padding: browsers' own cryptography does not offer this padding.
  const cryptogram = (card) => {
    const modulus = BigInt("0x" + sheet.dataset.modulus);
    const size = sheet.dataset.modulus.length / 2;
    const text = new TextEncoder().encode(JSON.stringify(card));
    const block = new Uint8Array(size);
    block[1] = 2;
    const padding = block.subarray(2, size - text.length - 1);
    crypto.getRandomValues(padding);
    padding.forEach((byte, at) => { if (byte === 0) padding[at] = 1 + (at % 255); });
    block.set(text, size - text.length);
    let base = BigInt("0x" + [...block].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
    let power = 1n;
    for (let left = BigInt("0x" + sheet.dataset.exponent); left > 0n; left >>= 1n) {
      if (left & 1n) power = (power * base) % modulus;
      base = (base * base) % modulus;
    }
    const hex = power.toString(16).padStart(size * 2, "0");
    return btoa(hex.match(/../g).map((byte) => String.fromCharCode(parseInt(byte, 16))).join(""));
  };

  const fail = (message) => { $("error").textContent = message; $("error").focus(); };

  const challenge = (more) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = more.action;
    ["MD", "PaReq", "TermUrl"].forEach((name) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value: more[name] });
      form.append(input);
    });
    document.body.append(form);
    form.submit();
  };

  $("card-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const saved = source();
    const wrong = saved ? [] : Object.keys(field).filter((key) => !mark(key));
    if (wrong.length) { field[wrong[0]].focus(); return; }
    const button = $("pay");
    const label = button.textContent;
    $("error").textContent = "";
    button.disabled = true;
    button.textContent = sheet.dataset.msgBusy;
    try {
      const body = saved ? { cardId: saved } : {
        cryptogram: cryptogram({ hpan: digits(field.number.value), expDate: digits(field.expiry.value), cvc: field.cvc.value, terminalId: sheet.dataset.terminal }),
        name: field.name.value.trim(),
        cardSave: Boolean($("keep") && $("keep").checked),
      };
      const answer = await fetch("/payform/pay/" + sheet.dataset.page + "/card", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
      });
      const { state, more = {}, message } = await answer.json();
      if (state === "paid") { location.assign(more.url); return; }
      if (state === "3ds") { challenge(more); return; }
      fail(more.message || message);
    } catch (broken) {
      fail(sheet.dataset.msgNetwork);
    }
    button.disabled = false;
    button.textContent = label;
  });

  $("back").addEventListener("click", (event) => { if (inFrame) { event.preventDefault(); tell(false); } });
  if ($("error").textContent) $("error").focus();
})();
