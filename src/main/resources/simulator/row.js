import {el} from "./dom.js";

/** A row of a table as its author wrote it, with where it stands; a rule by hand by its name. */
export function row({rule, source}, cells, ...more) {
  const at = source.match(/^(.*?)(#[^!]+)?([!:])(\d+)$/);
  const [, file, sheet, mark, number] = at ?? [null, source, "", "", ""];
  const place = number ? `${mark === "!" ? "row" : "line"} ${number}` : "";
  const written = Object.entries(cells ?? {});
  return el("li", {},
    el("p", {}, el("code", {}, `rules/${file}${sheet ?? ""}`), " ", el("b", {}, place)),
    written.length
      ? el("p", {class: "cells"}, ...written.map(([title, cell]) =>
        el("span", {class: "cell"}, el("small", {}, title), " ", cell)))
      : el("p", {class: "quiet"}, rule),
    ...more);
}
