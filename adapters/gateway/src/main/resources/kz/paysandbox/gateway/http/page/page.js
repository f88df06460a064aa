"use strict";
// Leads to the bank's page with the object that the gateway made for this payment. The object holds the payment's token:
// it is neither stored nor sent anywhere else.
(() => {
  const button = document.getElementById("pay");
  const trouble = document.getElementById("trouble");
  const payment = JSON.parse(document.getElementById("payment").textContent);
  button.addEventListener("click", () => {
    if (!window.halyk) {
      trouble.hidden = false;
      return;
    }
    button.disabled = true;
    window.halyk.pay(payment);
  });
  // Back from the bank's page by the browser's own button.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
})();
