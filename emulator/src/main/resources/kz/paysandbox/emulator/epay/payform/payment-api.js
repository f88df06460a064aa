"use strict";
// The sandbox's stand-in for the bank's script: halyk.pay(payment) and halyk.showPaymentWidget(payment, callback).
(() => {
  const home = new URL(document.currentScript.src).origin;
  let frames = 0;

  const post = (payment, target, mode) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = home + "/payform/start";
    form.target = target;
    form.hidden = true;
    Object.entries({ payment: JSON.stringify(payment), mode }).forEach(([name, value]) => {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      form.append(input);
    });
    document.body.append(form);
    form.submit();
    form.remove();
  };

  const showPaymentWidget = (payment, callback) => {
    const frame = document.createElement("iframe");
    frame.name = "halyk-widget-" + ++frames;
    frame.title = "Halyk ePay";
    Object.assign(frame.style, {
      position: "fixed", inset: "0", width: "100%", height: "100%", border: "0", background: "#fff", zIndex: "2147483647",
    });
    document.body.append(frame);
    const heard = (event) => {
      const ours = event.origin === home && event.source === frame.contentWindow;
      if (!ours || !event.data || event.data.source !== "kzpay-sandbox") return;
      window.removeEventListener("message", heard);
      frame.remove();
      if (callback) callback({ success: event.data.success });
    };
    window.addEventListener("message", heard);
    post(payment, frame.name, "widget");
  };

  window.halyk = Object.assign(window.halyk || {}, {
    pay: (payment) => post(payment, "_self", "page"),
    showPaymentWidget,
  });
})();
