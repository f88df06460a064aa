// An exchange of the journal as a curl command, to be run again in a shell that has the sandbox's environment.

const OWN = new Set(["host", "content-length", "connection", "user-agent", "accept-encoding"]);

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** What stands in place of values that the journal does not keep. */
function header(name, value) {
  const key = name.toLowerCase();
  if (key === "api-key") {
    return `-H "Api-Key: $KASPI_API_KEY"`;
  }
  if (key === "x-request-id") {
    return `-H "X-Request-ID: again-$(date +%s)-$RANDOM"`;
  }
  if (key === "authorization") {
    return `-H "Authorization: Bearer $EPAY_TOKEN"`;
  }
  return `-H ${quoted(`${name}: ${value}`)}`;
}

/** @param ports of the listeners, by their names */
export function curlOf(exchange, ports) {
  const certificate = ["kaspi-r2", "kaspi-r3"].includes(exchange.listener)
    ? [`--cert "$KASPI_CERT" --key "$KASPI_KEY" --pass "$KASPI_KEY_PASSWORD"`]
    : [];
  const headers = Object.entries(exchange.headers ?? {})
    .filter(([name]) => !OWN.has(name.toLowerCase()))
    .map(([name, value]) => header(name, String(value)));
  const body = exchange.body ? [`--data-raw ${quoted(exchange.body)}`] : [];
  return [
    `curl -sS -X ${quoted(exchange.method)} ${quoted(`https://localhost:${ports[exchange.listener]}${exchange.target}`)}`,
    `--cacert "$KASPI_CA"`,
    ...certificate,
    ...headers,
    ...body,
  ].join(" \\\n  ");
}
