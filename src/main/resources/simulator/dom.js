/** Builds an element. Words are set as text and never as markup, whoever wrote them. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(it => it !== null && it !== undefined && it !== false));
  return element;
}

/** What the service answers; its problems are errors with a sentence. */
export async function ask(path, body) {
  const response = await fetch(path, body === undefined ? {} : {
    method: "POST",
    headers: {"Content-Type": "application/json"},
    body: JSON.stringify(body),
  });
  const type = response.headers.get("Content-Type") ?? "";
  const answer = type.includes("json") ? await response.json() : null;
  if (!response.ok) throw new Error(answer?.detail ?? `The service answered ${response.status}.`);
  return answer;
}

let zone = "UTC";

/** From now on times are shown as the office's clock has them. */
export function live(inZone) {
  zone = inZone;
}

function shown(at, options) {
  const format = new Intl.DateTimeFormat("en-GB", {timeZone: zone, hourCycle: "h23", ...options});
  return format.format(new Date(at));
}

export const minute = at => shown(at, {hour: "2-digit", minute: "2-digit"});

export const day = at => shown(at, {weekday: "short", day: "numeric", month: "short"});

export const second = at => shown(at, {hour: "2-digit", minute: "2-digit", second: "2-digit"});

/** ask_quote and refused/lead_closed in words. */
export const words = name => String(name).replace(/^.*\//, "").replaceAll("_", " ");

/** The same in a sentence; names of texts stay as they are, for their files are found by them. */
export const plain = sentence =>
  String(sentence).replace(/[^\s(]+/g, it => it.includes("/") ? it : it.replaceAll("_", " "));

/** The value of a fact. */
export const value = it =>
  it === true ? "yes" : it === false ? "no" : it === null || it === undefined ? "unknown" : String(it);

/** Countries have codes of one digit, two, or else three. */
const CODE = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** +34600000101 with room to read. */
export function spaced(phone) {
  const code = phone.match(CODE)?.[0] ?? "";
  return [code, phone.slice(code.length).replace(/(\d{3})(?=\d{3})/g, "$1 ")].join(" ").trim();
}

/** Kept in this browser, as far as it keeps anything. */
export const memory = {
  get(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`simulator.${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  set(name, value) {
    try {
      localStorage.setItem(`simulator.${name}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing shows the defaults again.
    }
  },
};
