import {ask, el, plain, value} from "./dom.js";
import {row} from "./row.js";

const AT_ONCE = 5;

/** How near a decision was to another one: the rows that nearly fitted, and what would change it. */
export async function otherwise(id) {
  try {
    const {sentence, nearly = [], whatIf = []} =
      await ask(`/simulator/decisions/${encodeURIComponent(id)}/otherwise`);
    return [...rows(nearly), ...differences(whatIf, sentence)];
  } catch (e) {
    return [el("p", {class: "quiet"}, e.message)];
  }
}

function rows(nearly) {
  if (nearly.length === 0) return [];
  return [
    el("h3", {}, "Rows that nearly fitted"),
    el("ul", {class: "rules nearly"}, ...nearly.map(it => row(it, it.cells,
      el("p", {class: "quiet"}, `It ${together((it.says ?? []).map(plain), "and")}.`),
      ...missing(it.missing ?? [])))),
  ];
}

function missing(all) {
  if (all.length === 0) return [el("p", {}, "It fitted too, but a row above it was taken.")];
  return all.map(it => el("p", {class: "missing"}, el("b", {}, "Missing: "), plain(it.wanted),
    it.field ? el("span", {class: "quiet"}, `; it was ${value(it.is)}`) : null));
}

function differences(all, now) {
  if (all.length === 0) return [];
  const groups = grouped(all).map(it => difference(it, now));
  const rest = groups.slice(AT_ONCE);
  const list = items => el("ul", {class: "whatif"}, ...items);
  return [
    el("h3", {}, "What would have changed it"),
    list(groups.slice(0, AT_ONCE)),
    rest.length ? el("details", {}, el("summary", {}, `${rest.length} more`), list(rest)) : "",
  ];
}

/** Values that lead to the same are told together. */
function grouped(all) {
  const groups = new Map();
  for (const it of all) {
    const key = JSON.stringify([it.field, it.state, it.sentence, it.more, it.less]);
    const group = groups.get(key) ?? {...it, to: []};
    group.to.push(value(it.to));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A refusal says enough; nothing else comes of it. */
function difference({field, from, to, state, sentence, more = [], less = []}, now) {
  return el("li", {},
    el("p", {}, "If ", el("b", {}, plain(field)), " were ", el("b", {}, plain(together(to, "or"))),
      el("span", {class: "quiet"}, `, not ${value(from)}`)),
    sentence === now ? null
      : el("p", {}, el("span", {class: `badge ${state}`}, state), " ", plain(sentence)),
    more.length ? el("p", {}, `Then it ${together(more.map(plain), "and")}.`) : null,
    less.length && state !== "refused"
      ? el("p", {class: "quiet"}, `It no longer ${together(less.map(plain), "and")}.`) : null);
}

function together(all, word) {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} ${word} ${all.at(-1)}`;
}
