// A merchant of another world: Node's standard library only, written from the bank's document.
'use strict';

const fs = require('fs');
const http = require('http');
const https = require('https');
const crypto = require('crypto');
const assert = require('assert');

const settings = JSON.parse(process.env.MERCHANT);
const bin = '180340021791';

const tls = name => ({
  ca: fs.readFileSync(`${settings.pki}/ca-bundle.pem`),
  pfx: fs.readFileSync(`${settings.pki}/${name}.pfx`),
  passphrase: fs.readFileSync(`${settings.pki}/${name}.password`, 'utf8').trim(),
});

function exchange(library, options, body) {
  return new Promise((resolve, reject) => {
    const request = library.request(options, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', part => (text += part));
      response.on('end', () => {
        assert.strictEqual(response.statusCode, 200, text);
        resolve(JSON.parse(text));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

function client(scheme, port, identity) {
  const agent = new https.Agent({ keepAlive: true, ...identity });
  return async (method, path, fields) => {
    const body = fields && JSON.stringify(fields);
    const headers = { 'X-Request-ID': crypto.randomUUID() };
    if (body) {
      Object.assign(headers, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
    }
    const options = { host: 'localhost', port, agent, method, headers, path: `/${scheme}/v01/${path}` };
    const answer = await exchange(https, options, body);
    assert.strictEqual(answer.StatusCode, 0, `${path}: ${JSON.stringify(answer)}`);
    return answer.Data;
  };
}

async function pay(call, organization, deviceId) {
  const { DeviceToken } = await call('POST', 'device/register', { ...organization, DeviceId: deviceId, TradePointId: 2 });
  const sale = { ...organization, DeviceToken, Amount: 199.99, ExternalId: 'заказ-1' };
  const { QrPaymentId } = await call('POST', 'qr/create', sale);
  const status = async () => (await call('GET', `payment/status/${QrPaymentId}`)).Status;
  assert.strictEqual(await status(), 'QrTokenCreated');
  await call('POST', 'test/payment/scan', { qrPaymentId: String(QrPaymentId) });
  assert.strictEqual(await status(), 'Wait');
  await call('POST', 'test/payment/confirm', { qrPaymentId: String(QrPaymentId) });
  assert.strictEqual(await status(), 'Processed');
  return { DeviceToken, QrPaymentId };
}

async function left(call, sale) {
  const query = `QrPaymentId=${sale.QrPaymentId}&DeviceToken=${sale.DeviceToken}`;
  return (await call('GET', `payment/details?${query}`)).AvailableReturnAmount;
}

async function r2() {
  const call = client('r2', settings.r2, tls('merchant'));
  const sale = await pay(call, {}, 'NODE-R2');
  const { QrReturnId } = await call('POST', 'return/create', { DeviceToken: sale.DeviceToken });
  await exchange(http, {
    host: 'localhost', port: settings.control, method: 'POST', path: `/__sandbox/returns/${QrReturnId}/scan`,
  });
  const shown = await call('POST', 'return/operations', { DeviceToken: sale.DeviceToken, QrReturnId, MaxResult: 10 });
  assert.deepStrictEqual(shown.map(purchase => purchase.QrPaymentId), [sale.QrPaymentId]);
  assert.strictEqual(await left(call, sale), 199.99);
  await call('POST', 'payment/return', { ...sale, QrReturnId, Amount: 99.99 });
  assert.strictEqual(await left(call, sale), 100);
}

async function r3() {
  const call = client('r3', settings.r3, tls('partner'));
  const organization = { OrganizationBin: bin };
  const sale = await pay(call, organization, 'NODE-R3');
  await call('POST', 'payment/return', { ...organization, ...sale, Amount: 199.99 });
  assert.strictEqual(await left(call, sale), 0);
}

r2().then(r3).then(() => {
  console.log('r2 and r3 paid and returned');
  process.exit(0);
}).catch(failure => {
  console.error(failure);
  process.exit(1);
});
