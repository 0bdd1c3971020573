import {body, excerpt, stateOf} from "./bubble.js";
import {ask, day, el, memory, minute, spaced} from "./dom.js";

const NEW = "new";

/** A phone: whose it is, the conversation with the business, and what can be written. */
export class Phone {
  /**
   * @param start the number that it has at the first visit
   * @param hooks what the page does: why(decision, button), wrote(), failed(sentence), moved()
   */
  constructor(root, start, hooks) {
    this.root = root;
    this.hooks = hooks;
    this.key = `phone.${root.id}`;
    this.number = memory.get(this.key, start);
    this.people = [];
    this.bubbles = [];
    this.rows = new Map();
    this.reported = new Map();
    this.sending = Promise.resolve();
    root.append(document.getElementById("phone").content.cloneNode(true));
    this.part = selector => root.querySelector(selector);
    this.chat = this.part(".chat");
    this.field = this.part("textarea");
    this.label(".picker", ".who label", "picker");
    this.label("textarea", ".composer label", "field");
    this.listen();
  }

  label(target, label, name) {
    this.part(target).id = `${this.root.id}-${name}`;
    this.part(label).htmlFor = `${this.root.id}-${name}`;
  }

  listen() {
    this.part(".picker").addEventListener("change", it => this.pick(it.target.value));
    this.part(".stranger").addEventListener("submit", it => this.meet(it));
    this.part(".composer").addEventListener("submit", it => {
      it.preventDefault();
      this.say(this.field.value);
    });
    this.field.addEventListener("keydown", it => {
      if (it.key === "Enter" && !it.shiftKey && !it.isComposing) {
        it.preventDefault();
        this.say(this.field.value);
      } else if (it.key === "Escape" && this.quoted) {
        it.stopPropagation();
        this.quote(null);
      }
    });
    this.part(".quoting button").addEventListener("click", () => this.quote(null));
    for (const button of this.root.querySelectorAll("[data-media]")) {
      button.addEventListener("click", () => this.share(button.dataset.media));
    }
  }

  get person() {
    return this.people.find(it => it.phone === this.number) ?? {phone: this.number};
  }

  get name() {
    return this.person.name ?? spaced(this.number);
  }

  /** Whose phone it can be. */
  meetAll(people) {
    const print = JSON.stringify([people, this.number]);
    if (print === this.seen) return;
    this.seen = print;
    this.people = people;
    const option = it => el("option", {value: it.phone},
      it.name ? `${it.name}${it.role === "customer" ? "" : `, ${it.role}`}` : spaced(it.phone));
    const group = (title, members) => el("optgroup", {label: title}, ...members.map(option));
    const customers = people.filter(it => it.role === "customer");
    if (!people.some(it => it.phone === this.number)) customers.push(this.person);
    const picker = this.part(".picker");
    picker.replaceChildren(
      group("Customers", customers),
      group("Colleagues", people.filter(it => it.role !== "customer")),
      el("option", {value: NEW}, "A new number …"));
    picker.value = this.number;
    this.introduce();
  }

  introduce() {
    const {name, role, known} = this.person;
    this.root.setAttribute("aria-label", `Phone of ${this.name}`);
    this.part(".face").textContent = name ? name[0] : "#";
    this.part(".face").classList.toggle("staff", Boolean(role) && role !== "customer");
    this.part(".about").textContent =
      `${spaced(this.number)} · ${known === false ? "has never written" : role ?? "has never written"}`;
    this.chat.setAttribute("aria-label", `Conversation of ${this.name} with the business`);
    this.hooks.moved();
  }

  pick(value) {
    const stranger = this.part(".stranger");
    stranger.hidden = value !== NEW;
    if (value === NEW) {
      const taken = new Set(this.people.map(it => it.phone));
      let number = 150;
      while (taken.has(`+1202555${String(number).padStart(4, "0")}`)) number++;
      stranger.elements.number.value = `+1 202 555 ${String(number).padStart(4, "0")}`;
      stranger.elements.name.value = "";
      stranger.elements.name.focus();
      return;
    }
    this.become(value);
  }

  meet(event) {
    event.preventDefault();
    const form = event.target;
    const phone = form.elements.number.value.replace(/[ -]/g, "");
    const name = form.elements.name.value.trim() || null;
    form.hidden = true;
    this.hooks.met({phone, name, role: "customer", known: false});
    this.become(phone);
  }

  become(number) {
    this.number = number;
    memory.set(this.key, number);
    this.bubbles = [];
    this.rows.clear();
    this.chat.replaceChildren();
    this.chat.setAttribute("aria-live", "off");
    this.quote(null);
    this.meetAll(this.people);
    this.hooks.wrote();
  }

  // Writing

  say(text) {
    if (text.trim() === "") return;
    this.field.value = "";
    this.send({text});
  }

  share(kind) {
    const caption = kind === "image" && this.field.value.trim() ? this.field.value.trim() : undefined;
    if (caption) this.field.value = "";
    this.send({media: {kind, caption}});
  }

  tap(bubble, choice) {
    const kind = bubble.kind === "list" ? "list" : "button";
    this.send({[kind]: choice.id}, bubble.id);
  }

  /** One after the other, so that they arrive as they were written. */
  send(content, replyTo = this.quoted?.id) {
    const message = {from: this.number, name: this.person.name ?? undefined, replyTo, ...content};
    this.quote(null);
    this.follow = true;
    this.sending = this.sending
      .then(() => ask("/sandbox/messages", message))
      .then(() => this.hooks.wrote(), it => this.hooks.failed(it.message));
    return this.sending;
  }

  quote(bubble) {
    this.quoted = bubble;
    this.part(".quoting").hidden = !bubble;
    this.part(".quoting p").textContent = bubble ? excerpt(bubble, this.bubbles) : "";
    if (bubble) this.field.focus();
  }

  // Reading

  async look() {
    const number = this.number;
    const bubbles = await ask(`/simulator/chat?phone=${encodeURIComponent(number)}`);
    if (number === this.number) this.show(bubbles ?? []);
  }

  show(bubbles) {
    this.bubbles = bubbles;
    const end = this.chat.scrollHeight - this.chat.scrollTop - this.chat.clientHeight < 60;
    const before = this.rows.size;
    let last = null;
    let date = "";
    for (const bubble of bubbles) {
      if (day(bubble.sentAt) !== date) {
        date = day(bubble.sentAt);
        last = this.place(`day ${date}`, last, () => el("li", {class: "day"}, date));
      }
      last = this.place(`${bubble.direction} ${bubble.id}`, last, () => this.row(bubble));
      this.refresh(last, bubble);
      this.report(bubble);
    }
    if (bubbles.length === 0) {
      this.place("empty", null, () => el("li", {class: "empty quiet"}, "Nothing was said yet."));
    } else {
      this.rows.get("empty")?.remove();
      this.rows.delete("empty");
    }
    if (this.rows.size > before && (end || before === 0 || this.follow)) {
      this.chat.scrollTop = this.chat.scrollHeight;
      this.follow = false;
    }
    setTimeout(() => this.chat.setAttribute("aria-live", "polite"));
  }

  /** The row of that key, after the one before; rows that are right stay untouched. */
  place(key, before, make) {
    const row = this.rows.get(key) ?? make();
    this.rows.set(key, row);
    const there = before ? before.nextElementSibling : this.chat.firstElementChild;
    if (there !== row) this.chat.insertBefore(row, there);
    return row;
  }

  row(bubble) {
    const mine = bubble.direction === "in";
    return el("li", {class: `bubble ${mine ? "mine" : "theirs"}`, "data-id": bubble.id},
      el("span", {class: "hidden-text"}, mine ? `${this.name} wrote: ` : "The business wrote: "),
      ...body(bubble, this.bubbles),
      bubble.choices?.length ? this.choices(bubble) : null,
      el("div", {class: "foot"}));
  }

  choices(bubble) {
    const buttons = bubble.choices.map(choice => el("button",
      {type: "button", class: "choice", onclick: () => this.tap(bubble, choice)},
      choice.title, choice.description ? el("small", {}, choice.description) : null));
    const title = bubble.kind === "list" ? bubble.opener ?? "Choices" : "Choices";
    return el("div", {class: `choices ${bubble.kind}`, role: "group", "aria-label": title}, ...buttons);
  }

  /** The foot changes, the words never do: so nobody hears them twice. */
  refresh(row, bubble) {
    const print = JSON.stringify([bubble.state, bubble.error, bubble.decision, bubble.shown]);
    if (row.dataset.print === print) return;
    row.dataset.print = print;
    row.dataset.state = bubble.state;
    row.classList.toggle("away", !bubble.shown);
    row.querySelectorAll(".choice").forEach(it => it.disabled = !bubble.shown);
    const state = stateOf(bubble);
    const decision = bubble.decision;
    const focused = document.activeElement?.dataset?.act;
    const held = row.contains(document.activeElement) ? focused : null;
    row.querySelector(".foot").replaceChildren(
      el("span", {class: "quiet"}, minute(bubble.sentAt)),
      state ? el("span", {class: "state"}, state) : "",
      bubble.kind === "template" ? el("span", {class: "quiet"}, "template") : "",
      el("span", {class: "acts"},
        bubble.shown ? el("button", {type: "button", class: "link", "data-act": "reply",
          "aria-label": `Reply to: ${excerpt(bubble, this.bubbles)}`,
          onclick: () => this.quote(bubble)}, "Reply") : null,
        decision ? el("button", {type: "button", class: "link", "data-act": "why",
          "aria-label": `Why? ${excerpt(bubble, this.bubbles)}`,
          onclick: it => this.hooks.why(decision, it.currentTarget)}, "Why?") : null));
    if (held) row.querySelector(`[data-act="${held}"]`)?.focus();
  }

  /** A phone that is on reports what it has got, and then that it was read. */
  report(bubble) {
    const status = {sent: "delivered", unknown: "delivered", delivered: "read"}[bubble.state];
    if (bubble.direction !== "out" || !bubble.shown || !status) return;
    if (this.reported.get(bubble.id) === status) return;
    this.reported.set(bubble.id, status);
    ask("/sandbox/statuses", {id: bubble.id, status}).catch(it => this.hooks.failed(it.message));
  }
}
