import {ask, day, el, second, words} from "./dom.js";

const AT_ONCE = 8;
const KINDS = {folder: "Saved in the folder", rollback: "Brought back"};

/** The panel of the rules: those in force, what to mend or look at, and the way back. */
export class RulesPanel {
  /** @param hooks what the page does: failed(sentence), done(sentence) */
  constructor(root, hooks) {
    this.root = root;
    this.hooks = hooks;
  }

  /** The rest is asked for when the wall tells something new, but never under somebody's hands. */
  told({rules, planned, problems}) {
    const print = JSON.stringify([rules, planned, problems]);
    if (print === this.print || this.form) return;
    this.print = print;
    ask("/simulator/rules").then(it => this.show(it)).catch(() => { this.print = null; });
  }

  show(rules) {
    if (this.form) {
      this.print = null;
      return;
    }
    const held = document.activeElement?.dataset?.key;
    const open = [...this.root.querySelectorAll("details[open]")].map(it => it.className);
    const {hash, since, problems = [], notes = [], planned, history = []} = rules;
    this.root.replaceChildren(
      el("h2", {tabindex: "-1", "data-key": "title"}, "The rules"),
      hash ? this.inForce(hash, since, history[0], isHeld(problems)) : el("p", {}, "None are in force yet."),
      planned ? waiting(planned) : "",
      el("h3", {}, "Problems"),
      el("p", {class: "quiet"}, problems.length
        ? "Files are not taken until these are mended. What was in force stays."
        : planned ? "None. The folder counts from its day on, as release.csv says."
          : "None. What you save in the folder is in force within five seconds."),
      ...folded("problems", problems.map(spot), "more", open),
      el("h3", {}, "Notes"),
      el("p", {class: "quiet"}, notes.length ? "This looks odd and may be meant." : "Nothing looks odd."),
      ...folded("notes", notes.map(spot), "more", open),
      el("h3", {}, "History"),
      ...this.history(history, hash, open));
    if (held) this.root.querySelector(`[data-key="${held}"]`)?.focus();
  }

  inForce(hash, since, newest, held) {
    const back = newest?.kind === "rollback" && newest.release === hash;
    return el("div", {class: "inforce"},
      el("p", {}, short(hash), " ", el("span", {class: "badge permitted"}, "in force"), " ",
        el("span", {class: "quiet"}, `since ${moment(since)}`)),
      back ? el("p", {}, "Somebody went back to these.", held
        ? " The folder is held back, and counts again from the next change that is saved." : "") : null);
  }

  history(all, inForce, open) {
    const now = all.find(it => it.release === inForce);
    const items = all.map(it => this.change(it, it === now, it.release === inForce));
    return items.length ? folded("history", items, "earlier", open)
      : [el("p", {class: "quiet"}, "Nothing yet.")];
  }

  change(it, isNow, isSame) {
    const who = it.actor === it.kind ? "" : ` by ${words(it.actor)}`;
    const item = el("li", {},
      el("p", {class: "head"}, el("span", {}, short(it.release), " ",
        isNow ? el("span", {class: "badge permitted"}, "in force") : null),
      el("span", {class: "quiet"}, moment(it.at))),
      el("p", {}, `${KINDS[it.kind] ?? words(it.kind)}${who}`,
        it.why ? el("span", {class: "quiet"}, `: ${it.why}`) : null),
      it.decisions ? el("p", {class: "quiet"}, reach(it)) : null,
      isSame ? null : el("button", {type: "button", class: "link", "data-key": it.at,
        "aria-label": `Go back to the rules ${it.release.slice(0, 8)} of ${moment(it.at)}`,
        onclick: () => this.ask(item, it.release)}, "Go back to these"));
    return item;
  }

  // The way back

  ask(item, release) {
    this.close();
    const field = el("input", {required: true, maxlength: "300", autocomplete: "off"});
    this.form = el("form", {class: "back"},
      el("label", {}, `Why do you go back to ${release.slice(0, 8)}?`, field),
      el("p", {class: "quiet"}, "They are in force at once. The folder stays as it is, and counts"
        + " again from the next change that is saved."),
      el("div", {class: "row"}, el("button", {type: "submit", class: "strong"}, "Go back"),
        el("button", {type: "button", onclick: () => this.cancel()}, "Cancel")));
    this.form.addEventListener("submit", it => this.goBack(it, release, field));
    this.form.addEventListener("keydown", it => {
      if (it.key === "Escape") {
        it.stopPropagation();
        this.cancel();
      }
    });
    this.opener = item.querySelector("button");
    this.opener.hidden = true;
    item.append(this.form);
    field.focus({preventScroll: true});
    this.form.scrollIntoView({block: "nearest"});
  }

  cancel() {
    const opener = this.opener;
    this.close();
    opener.focus();
  }

  close() {
    if (!this.form) return;
    this.form.remove();
    this.form = null;
    this.opener.hidden = false;
  }

  async goBack(event, release, field) {
    event.preventDefault();
    const button = this.form.querySelector("[type=submit]");
    button.disabled = true;
    try {
      const rules = await ask("/simulator/rules/rollback", {release, why: field.value.trim()});
      this.close();
      this.show(rules);
      this.root.querySelector("h2").focus();
      this.root.scrollTop = 0;
      this.hooks.done(`The rules ${release.slice(0, 8)} are in force again.`);
    } catch (e) {
      button.disabled = false;
      this.hooks.failed(e.message);
    }
  }
}

const moment = at => `${day(at)}, ${second(at)}`;

const short = hash => el("code", {title: hash}, hash.slice(0, 8));

/** How far a change reaches, seen from what was decided just before. */
/** Whether the folder waits for its next change; it may be good, broken or in force by now. */
const isHeld = problems => problems.some(it => it.sentence.startsWith("This folder is not in force"));

function reach({decisions, different}) {
  const before = decisions === 1 ? "the last decision" : `the last ${decisions} decisions`;
  return different === 0
    ? `Changes nothing about ${before} before it.`
    : `Would have changed ${different} of ${before} before it.`;
}

/** Rules that are good and count from a day on. */
function waiting({release, from, who, why}) {
  return el("div", {class: "inforce"},
    el("p", {}, short(release), " ", el("span", {class: "badge"}, "waits"), " ",
      el("span", {class: "quiet"}, `until ${moment(from)}`)),
    who || why ? el("p", {}, [who, why].filter(Boolean).join(": ")) : null);
}

/** The first of a list; the others are there for whoever opens them. */
function folded(name, items, others, open) {
  const list = some => el("ol", {class: `rules ${name}`}, ...some);
  const rest = items.slice(AT_ONCE);
  return [
    items.length ? list(items.slice(0, AT_ONCE)) : "",
    rest.length ? el("details", {class: name, open: open.includes(name)},
      el("summary", {}, `${rest.length} ${others}`), list(rest)) : "",
  ];
}

/** A problem or a note: where, what, and what to try. */
function spot(it) {
  const sheet = it.sheet ? `, sheet ${it.sheet}` : "";
  const place = it.cell ? `cell ${it.cell}` : it.line ? `line ${it.line}` : "";
  return el("li", {},
    el("p", {}, el("code", {}, `${it.file}${sheet}`), " ", el("b", {}, place)),
    el("p", {}, it.sentence),
    it.advice ? el("p", {class: "quiet"}, `Maybe ${it.advice}`) : null);
}
