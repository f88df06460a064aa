"use strict";
const crypto = require("node:crypto");
const https = require("node:https");

/** Takes payments by Kaspi QR, scheme r1. */
class Checkout {
  constructor({ url, apiKey, ca, device }) {
    Object.assign(this, { url, apiKey, device });
    this.agent = new https.Agent({ ca });
  }

  /** Shows a QR code for so many tenge; the payment's id. */
  async begin(amount) {
    return (await this.call("POST", "/qr/create", { DeviceToken: this.device, Amount: amount })).QrPaymentId;
  }

  async isPaid(payment) {
    return (await this.call("GET", `/payment/status/${payment}`)).Status === "Processed";
  }

  call(method, path, body) {
    const headers = {
      "Api-Key": this.apiKey,
      "Content-Type": "application/json",
      "X-Request-ID": crypto.randomUUID(),
    };
    return new Promise((resolve, reject) => {
      const request = https.request(`${this.url}/r1/v01${path}`, { method, headers, agent: this.agent }, (answer) => {
        let text = "";
        answer.on("data", (part) => (text += part)).on("end", () => {
          const { StatusCode, Message, Data } = JSON.parse(text);
          StatusCode === 0 ? resolve(Data) : reject(new Error(`${StatusCode} ${Message}`));
        });
      });
      request.on("error", reject).end(body && JSON.stringify(body));
    });
  }
}

module.exports = { Checkout };
