import {ask, day, el, second, value, words} from "./dom.js";
import {otherwise} from "./otherwise.js";
import {row} from "./row.js";

/** The panel that explains a decision: first in words, then its facts, then the record as it is. */
export class DecisionPanel {
  constructor(root) {
    this.root = root;
    this.clear();
    document.addEventListener("keydown", it => {
      if (it.key === "Escape" && this.opener && !this.root.hidden) this.close();
    });
  }

  clear() {
    this.root.classList.remove("filled");
    this.root.replaceChildren(
      el("h2", {}, "Who decides?"),
      el("p", {}, "Every message is decided by rules that your staff can read: tables and texts in the folders rules/ and templates/."),
      el("p", {}, "Press ", el("b", {}, "Why?"), " below a message to see what was understood, which row of which file said what happens, and who was told."),
      el("p", {class: "quiet"}, "Change a cell and save it: within five seconds the next message is decided by it."));
  }

  close() {
    const back = this.opener;
    this.opener = null;
    this.clear();
    if (back?.isConnected) back.focus();
  }

  async open(id, opener) {
    this.opener = opener;
    const [answer, others] = await Promise.all([
      ask(`/simulator/decisions/${encodeURIComponent(id)}`), otherwise(id)]);
    if (this.opener !== opener) return;
    const {decision, people = [], meanings = {}, rows = {}} = answer;
    this.people = new Map(people.map(it => [it.id, it]));
    this.rows = rows;
    this.root.classList.add("filled");
    const title = el("h2", {tabindex: "-1"}, this.question(decision));
    this.root.replaceChildren(
      el("div", {class: "head"}, title,
        el("button", {type: "button", class: "plain", "aria-label": "Close the decision",
          onclick: () => this.close()}, "✕")),
      el("p", {class: "quiet"}, `${day(decision.at)}, ${second(decision.at)}`),
      ...this.inWords(decision),
      ...this.rules(decision),
      ...others,
      this.facts(decision, meanings),
      el("details", {class: "raw"}, el("summary", {}, "The record, as it is stored"),
        el("pre", {tabindex: "0"}, JSON.stringify(decision, null, 2))));
    this.root.scrollTop = 0;
    title.focus({preventScroll: true});
    this.root.scrollIntoView({block: "nearest"});
  }

  name(id) {
    const person = this.people.get(id);
    if (!person) return "somebody";
    return `${person.name ?? "somebody without a name"} (${person.role})`;
  }

  question(decision) {
    const who = decision.person ? this.name(decision.person) : "A timer";
    return decision.wish === "none" ? `${who}: no wish` : `${who}: ${words(decision.wish)}`;
  }

  inWords(decision) {
    const effects = decision.effects ?? [];
    const of = verb => effects.filter(it => it.verb === verb);
    const done = [
      ...of("action").map(it => `${words(it.what)}${it.subject ? `, ${it.subject}` : ""}`),
      ...(decision.transition?.to
        ? [`${decision.subject ?? "it"} is now ${words(decision.transition.to)}`] : []),
    ];
    const told = [...of("reply"), ...of("notify")].map(it =>
      [`${this.name(it.person)}: `, el("code", {}, `${it.what}.${it.language}`)]);
    const timers = of("schedule").map(it => `${words(it.what)}: ${day(it.at)}, ${second(it.at)}`);
    return [
      el("dl", {class: "inwords"},
        ...entry("Wish", [this.wish(decision)]),
        ...entry("Outcome", this.outcome(decision)),
        ...entry("Done", done.length ? done : ["nothing was changed"]),
        ...entry("Told", told.length ? told : ["nobody"]),
        ...(timers.length ? entry("Timer", timers) : [])),
    ];
  }

  /** With the reason that staff wrote beside the row that found it. */
  wish(decision) {
    const found = (decision.rules ?? []).map(it => this.rows[it.source]).find(it => it?.Wish === decision.wish);
    return [decision.wish === "none" ? "nothing was asked for" : words(decision.wish),
      ...(found?.Why ? [el("span", {class: "quiet"}, ` – ${found.Why}`)] : [])];
  }

  outcome(decision) {
    const badge = word => el("span", {class: `badge ${word}`}, word);
    const permits = (decision.permits ?? []).filter(it => it.action === decision.wish);
    const refusals = (decision.refusals ?? []).filter(it => it.action === decision.wish);
    const conditions = (decision.requirements ?? []).filter(it => it.action === decision.wish);
    if (decision.outcome === "permitted") {
      return [[badge("permitted"), ` by ${permits.map(it => it.rule).join(" and ")}`]];
    }
    if (decision.outcome === "nothing") return [[badge("nothing"), " to decide"]];
    const why = [
      ...refusals.map(it => `${words(it.reason)}${it.rule ? `, says ${it.rule}` : ", for no row permits it"}`),
      ...conditions.map(it => `${words(it.condition)} is needed, says ${it.rule}`),
    ];
    return [[badge("refused"), why.length ? `: ${why.join("; ")}` : ": the rules disagree"]];
  }

  /** Rows that permit what nobody asked for are true and beside the point. */
  rules(decision) {
    const beside = new Set((decision.permits ?? [])
      .filter(it => it.action !== decision.wish).map(it => it.rule));
    const all = decision.rules ?? [];
    const main = all.filter(it => !beside.has(it.rule));
    const rest = all.filter(it => beside.has(it.rule));
    const list = rules => el("ul", {class: "rules"}, ...rules.map(it => row(it, this.rows[it.source])));
    return [
      el("h3", {}, "The rules that said so"),
      main.length ? list(main) : el("p", {}, "No rule fired."),
      rest.length ? el("details", {},
        el("summary", {}, `${rest.length === 1 ? "1 more row permits" : `${rest.length} more rows permit`} what was not asked for`), list(rest)) : "",
    ];
  }

  facts(decision, meanings) {
    const facts = Object.entries(decision.facts ?? {});
    return el("section", {},
      el("h3", {}, "What was known"),
      el("table", {},
        el("thead", {}, el("tr", {}, el("th", {scope: "col"}, "Fact"), el("th", {scope: "col"}, "Value"))),
        el("tbody", {}, ...facts.map(([name, it]) => el("tr", {},
          el("th", {scope: "row"}, words(name), meanings[name] ? el("small", {}, meanings[name]) : null),
          el("td", {}, value(it)))))));
  }
}

function entry(title, values) {
  return [el("dt", {}, title),
    ...values.map(it => el("dd", {}, ...(Array.isArray(it) ? it : [it])))];
}
