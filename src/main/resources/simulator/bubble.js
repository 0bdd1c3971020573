import {el, words} from "./dom.js";

const STATES = {
  waiting: "waits a moment for more",
  dead: "could not be answered",
  pending: "being sent",
  sent: "✓ sent",
  delivered: "✓✓ delivered",
  read: "✓✓ read",
  failed: "not sent",
  unknown: "nobody knows whether it arrived",
};
const MEDIA = {image: "Photo", video: "Video", audio: "Voice note", document: "Document",
  sticker: "Sticker", location: "Place", contacts: "Contact"};

/** Where a message stands, in words; null for one that was answered. */
export function stateOf(bubble) {
  const state = STATES[bubble.state] ?? null;
  return state && bubble.error ? `${state} (${words(bubble.error)})` : state;
}

/** Its first words, or what it is when it has none. */
export function excerpt(bubble, all) {
  const text = bubble.text || title(bubble, all) || MEDIA[bubble.kind] || words(bubble.kind);
  return text.length > 90 ? `${text.slice(0, 88)} …` : text;
}

/** What a bubble shows: what it quotes, what it brings, what it says. */
export function body(bubble, all) {
  const target = bubble.replyTo && all.find(it => it.id === bubble.replyTo);
  return [
    target ? el("blockquote", {}, excerpt(target, all)) : null,
    MEDIA[bubble.kind] ? el("p", {class: `media ${bubble.kind}`}, MEDIA[bubble.kind]) : null,
    el("p", {class: "words", dir: "auto", lang: bubble.language}, said(bubble, all)),
  ];
}

function said(bubble, all) {
  if (bubble.text) return bubble.text;
  if (bubble.kind === "reaction") return bubble.content.emoji ?? "took the reaction back";
  return title(bubble, all) ?? (MEDIA[bubble.kind] ? "" : words(bubble.kind));
}

/** The title of the choice that was tapped, for its message names it by its id. */
function title(bubble, all) {
  const id = bubble.content?.id;
  if (!id) return null;
  const choices = all.flatMap(it => it.choices ?? []);
  return choices.find(it => it.id === id)?.title ?? bubble.content.title ?? id;
}
