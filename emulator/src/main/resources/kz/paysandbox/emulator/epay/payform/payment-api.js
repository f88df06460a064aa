"use strict";
// The sandbox's stand-in for the bank's script. Its functions are those of the public copies of it: pay, cardverification,
// showPaymentWidget, p2p, aft, oct; the last three lead to a page that says what is not emulated.
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
      position: "fixed", inset: "0", width: "100%", height: "100%", border: "0", background: "#fff", zIndex: "2147483646",
    });
    // A page that never came, or says that it cannot go on, must not hold the shop's page.
    const close = document.createElement("button");
    close.type = "button";
    close.className = "halyk-widget-close";
    close.textContent = "\u00d7";
    close.setAttribute("aria-label", "Halyk ePay: \u0437\u0430\u043a\u0440\u044b\u0442\u044c");
    Object.assign(close.style, {
      position: "fixed", top: "8px", right: "8px", width: "40px", height: "40px", border: "0", borderRadius: "20px",
      background: "#14201b", color: "#fff", fontSize: "24px", lineHeight: "1", cursor: "pointer", zIndex: "2147483647",
    });
    document.body.append(frame, close);
    const end = (success) => {
      window.removeEventListener("message", heard);
      frame.remove();
      close.remove();
      if (callback) callback({ success });
    };
    const heard = (event) => {
      if (event.origin !== home || event.source !== frame.contentWindow || typeof event.data !== "string") return;
      end(JSON.parse(event.data).success === true);
    };
    window.addEventListener("message", heard);
    close.addEventListener("click", () => end(false));
    post(payment, frame.name, "widget");
  };

  const to = (mode) => (payment) => post(payment, "_self", mode);

  window.halyk = Object.assign(window.halyk || {}, {
    pay: to("page"),
    cardverification: to("page"),
    showPaymentWidget,
    p2p: to("p2p"),
    aft: to("aft"),
    oct: to("oct"),
  });
})();
