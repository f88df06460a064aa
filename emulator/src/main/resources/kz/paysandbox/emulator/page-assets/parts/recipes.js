// A first call from each language, with the values of a world in place of the environment's names.

import { html, nothing } from "/assets/lib/lit-html.js";
import { get } from "../core/api.js";
import { t } from "../core/language.js";
import { changed, store } from "../core/store.js";
import { copyButton } from "./copy.js";
import { attempt } from "./notice.js";

const CURL = `curl -sS --cacert ca-bundle.pem --cert NAME.cer --key NAME.key \\
  -H "X-Request-ID: first-$(date +%s)" \\
  KASPI_R2_URL/r2/v01/partner/tradepoints

curl -sS --cacert ca-bundle.pem -H 'Api-Key: KASPI_API_KEY' \\
  -H "X-Request-ID: first-r1-$(date +%s)" \\
  KASPI_R1_URL/r1/v01/partner/tradepoints

curl -sS --cacert ca-bundle.pem -d grant_type=client_credentials -d scope=payment \\
  -d client_id='EPAY_CLIENT_ID' --data-urlencode client_secret='EPAY_CLIENT_SECRET' \\
  -d terminal=EPAY_TERMINAL EPAY_URL/oauth2/token
`;

/** The languages' names are their own; each recipe is the one of CLIENTS.md. */
const RECIPES = [
  { id: "curl", name: "curl" },
  { id: "php", name: "PHP" },
  { id: "js", name: "Node" },
  { id: "python", name: "Python" },
  { id: "java", name: "Java" },
  { id: "go", name: "Go" },
  { id: "bsl", name: "1C" },
];

const texts = new Map([["curl", CURL]]);
let chosen = "curl";
const NO_PASSWORD = { of: "", world: "", text: "" };
let password = NO_PASSWORD;

/** What a password belongs to: the world may have begun again with another. */
const holder = (world) => `${world.name} ${store.news.world}`;

async function choose(id, world) {
  chosen = id;
  changed();
  if (!texts.has(id)) {
    texts.set(id, await (await fetch(`/assets/recipes/${id}.txt`)).text());
    changed();
  }
  await readPassword(world);
}

/** While it is read again, the one before is shown. */
async function readPassword(world) {
  const of = holder(world);
  if (!world.kaspi || password.of === of) {
    return;
  }
  password = { of, world: world.name, text: password.world === world.name ? password.text : "" };
  try {
    const { password: text } = await get(world.kaspi.certificate.replace("/__sandbox", ""));
    password = password.of === of ? { ...password, text } : password;
  } catch (problem) {
    password = NO_PASSWORD;
    throw problem;
  }
  changed();
}

/** What the environment of ./sandbox env holds, for this world and the files that this page offers. */
const values = (world, ports) => ({
  KASPI_R1_URL: `https://localhost:${ports["kaspi-r1"]}`,
  KASPI_R2_URL: `https://localhost:${ports["kaspi-r2"]}`,
  KASPI_R3_URL: `https://localhost:${ports["kaspi-r3"]}`,
  KASPI_API_KEY: world.kaspi?.apiKey ?? "",
  KASPI_CA: "ca-bundle.pem",
  KASPI_CERT: `${world.name}.cer`,
  KASPI_KEY: `${world.name}.key`,
  KASPI_KEY_PLAIN: `${world.name}.key`,
  KASPI_PFX: `${world.name}.pfx`,
  KASPI_KEY_PASSWORD: password.world === world.name ? password.text : "",
  EPAY_URL: `https://localhost:${ports.epay}`,
  EPAY_CLIENT_ID: world.epay?.clientId ?? "",
  EPAY_CLIENT_SECRET: world.epay?.clientSecret ?? "",
  EPAY_TERMINAL: world.epay?.terminal ?? "",
});

const READS = /(?:System\.getenv|os\.Getenv|getenv)\((["'])(\w+)\1\)|env\["(\w+)"\]|env\.([A-Z0-9_]+)/g;

export function filled(text, world, ports) {
  const known = values(world, ports);
  const read = text.replace(READS, (all, quote, ...names) => {
    const name = names.slice(0, 3).find((one) => one !== undefined);
    return name in known ? JSON.stringify(known[name]) : all;
  });
  return Object.entries(known)
    .sort(([one], [other]) => other.length - one.length)
    .reduce((whole, [name, value]) => whole.replaceAll(name, value), read)
    .replaceAll("NAME.", `${world.name}.`)
    .replaceAll('"merchant.pfx", Пароль', `"${world.name}.pfx", "${known.KASPI_KEY_PASSWORD}"`)
    .replaceAll("8544", String(ports["kaspi-r2"]));
}

export function recipes(world, ports) {
  if (password.of && password.of !== holder(world)) {
    attempt(() => readPassword(world));
  }
  const text = texts.has(chosen) ? filled(texts.get(chosen), world, ports) : "";
  return html`<section class="card" id="recipes">
    <h2>${t("recipes")}</h2>
    <p class="faint">${t("recipes.hint")}</p>
    <div class="buttons" role="group" aria-label=${t("recipes")}>
      ${RECIPES.map((one) => html`<button class="small" data-recipe=${one.id} aria-pressed=${one.id === chosen} @click=${() => attempt(() => choose(one.id, world))}>${one.name}</button>`)}
    </div>
    ${text ? html`<p>${copyButton(() => text, t("recipes"))}</p><pre class="body-text" data-recipe-text=${chosen}>${text}</pre>` : nothing}
  </section>`;
}
