import {ask, day, el, live, memory, minute, second, words} from "./dom.js";
import {DecisionPanel} from "./decision.js";
import {Phone} from "./phone.js";
import {RulesPanel} from "./rules.js";
import {Tabs} from "./tabs.js";

const LUCIA = {phone: "+34600000101", name: "Lucía", role: "customer", known: false};
const SARITA = "+9779805550201";
const SECOND = 1000;

const part = id => document.getElementById(id);
const tabs = new Tabs(document.querySelector("[role=tablist]"));
const panel = new DecisionPanel(part("decision"));
const rules = new RulesPanel(part("rules"),
  {failed: complain, done: it => { notice("back", it, 8000); look(); }});
const hooks = {
  why: (decision, button) => {
    tabs.show("decision");
    panel.open(decision, button).catch(it => complain(it.message));
  },
  wrote: () => look(),
  failed: complain,
  moved: () => { part("hint").querySelector("[data-name]").textContent = customer.name; },
  met: it => {
    memory.set("strangers", [...strangers().filter(old => old.phone !== it.phone), it]);
    gather(known);
  },
};
const customer = new Phone(part("customer"), LUCIA.phone, hooks);
const colleague = new Phone(part("colleague"), SARITA, hooks);
const strangers = () => memory.get("strangers", []);

let known = [];
let office = null;
let ahead = 0; // of the service's clock before this machine's
let looks = 0;
let busy = null;
let again = false;

// People

function gather(people) {
  known = people;
  const phones = new Set(people.map(it => it.phone));
  const newcomers = [LUCIA, ...strangers()].filter(it => !phones.has(it.phone));
  const all = [...newcomers, ...people];
  customer.meetAll(all);
  colleague.meetAll(all);
}

// Looking, once a second, while anybody looks at us

async function lookOnce() {
  const [now] = await Promise.all([
    ask("/simulator/office"),
    looks++ % 5 === 0 ? ask("/simulator/people").then(gather) : null,
  ]);
  wall(now);
  await Promise.all([customer.look(), colleague.look()]);
}

/** Asked for while it is under way it is done once more, so nobody misses what they wrote. */
function look() {
  again = true;
  busy ??= (async () => {
    try {
      while (again) {
        again = false;
        await lookOnce();
      }
      notice("lost", null);
    } catch {
      notice("lost", "The service does not answer. This page goes on trying. Maybe it was stopped: start it again.");
    } finally {
      busy = null;
    }
  })();
  return busy;
}

async function keepLooking() {
  if (document.visibilityState === "visible") await look();
  setTimeout(keepLooking, SECOND);
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") look();
});

// The wall of the office

function wall(now) {
  office = now;
  live(now.zone);
  ahead = Date.parse(now.now) - Date.now();
  part("company").textContent = now.company;
  part("zone").textContent = `${now.zone.replace(/^.*\//, "").replaceAll("_", " ")}, UTC${offset(now.now)}`;
  part("open").hidden = !now.ready;
  part("open").textContent = now.open ? "office open" : "office closed";
  part("open").className = `badge ${now.open ? "permitted" : "nothing"}`;
  part("opening").textContent = `Next opening ${minute(now.opensAt)}`;
  const timer = now.timers?.[0];
  part("timer").hidden = !timer;
  if (timer) part("timer").textContent = `Next timer ${minute(timer.at)}: ${words(timer.timer)} ${timer.subject}`;
  notice("rules", now.ready ? null : "The rules are being read. Messages are kept, and answered in a moment.");
  problems(now.problems ?? []);
  part("hash").textContent = now.rules?.slice(0, 8) ?? "not yet in force";
  rules.told(now);
  tick();
}

/** The first in full; all of them stand in the panel of the rules. */
function problems(all) {
  const more = all.length > 1 ? ` ${all.length - 1} more in the tab Rules.` : "";
  notice("problems", all.length
    ? `What was in force stays, for a file has a problem. ${all[0]}${more}` : null);
  part("wrong").hidden = all.length === 0;
  part("wrong").textContent = all.length === 1 ? "1 problem" : `${all.length} problems`;
}

part("to-rules").addEventListener("click", () => {
  tabs.show("rules");
  part("rules").querySelector("h2")?.focus({preventScroll: true});
  part("side").scrollIntoView({block: "nearest"});
});

const offset = at => at.match(/([+-]\d\d:\d\d)$/)?.[1] ?? "";

function tick() {
  if (!office) return;
  const now = Date.now() + ahead;
  part("now").textContent = `${day(now)} ${new Date(now).getUTCFullYear()}, ${second(now)}`;
  part("now").dateTime = new Date(now).toISOString();
}

setInterval(tick, SECOND);

/** Due timers run before the answer comes, so the buttons wait for it. */
async function move(where) {
  const buttons = document.querySelectorAll(".clock button");
  const focused = document.activeElement;
  buttons.forEach(it => it.disabled = true);
  try {
    await ask("/sandbox/clock", where);
  } catch (e) {
    complain(e.message);
  } finally {
    buttons.forEach(it => it.disabled = false);
    focused?.focus();
  }
  await look();
}

for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", () => move({advance: button.dataset.advance}));
}
part("opening").addEventListener("click", () => office && move({now: office.opensAt}));
part("timer").addEventListener("click", () => office?.timers?.length && move({now: office.timers[0].at}));

document.querySelector(".faults").addEventListener("submit", async it => {
  it.preventDefault();
  const send = part("fault").value;
  const times = Number(part("times").value);
  try {
    await ask("/sandbox/fault", send ? {send, times} : {send: "500", times: 0});
    notice("fault", send
      ? `The provider misbehaves for the next ${times === 1 ? "send" : `${times} sends`}.`
      : "The provider works.", 6000);
  } catch (e) {
    complain(e.message);
  }
});

// Hints and notices

part("hint").hidden = memory.get("enough", false);
part("enough").addEventListener("click", () => {
  part("hint").hidden = true;
  memory.set("enough", true);
  customer.field.focus();
});
for (const chip of document.querySelectorAll("[data-say]")) {
  chip.addEventListener("click", () => customer.send({text: chip.dataset.say}, undefined));
}

function complain(sentence) {
  notice("complaint", sentence, 8000);
}

/** One line for each matter; without a sentence it goes. */
function notice(matter, sentence, forMillis) {
  const there = part("notices").querySelector(`[data-matter="${matter}"]`);
  if (there && there.textContent === sentence && !forMillis) return;
  there?.remove();
  if (!sentence) return;
  const line = el("p", {class: "notice", "data-matter": matter}, sentence);
  part("notices").append(line);
  if (forMillis) setTimeout(() => line.remove(), forMillis);
}

gather([]);
keepLooking();
