// Java source code in colours.

const KEYWORDS = new Set(
  ("abstract assert boolean break byte case catch char class continue default do double else enum extends false final " +
    "finally float for if implements import instanceof int interface long native new null package permits private " +
    "protected public record return sealed short static super switch synchronized this throw throws transient true try " +
    "var void volatile while").split(" "),
);

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>//[^\n]*|/\*[\s\S]*?\*/)`,
    String.raw`(?<string>"""(?:\\[\s\S]|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')`,
    String.raw`(?<annotation>@[A-Za-z]\w*)`,
    String.raw`(?<word>[A-Za-z_$][\w$]*)`,
    String.raw`(?<number>\d[\w.]*(?:(?<=[eE])[+-]\d+)?)`,
  ].join("|"),
  "g",
);

/** Splits source code into lines, each a list of pieces with a kind, which may be empty, and a text. */
export function highlightedLines(code) {
  const lines = [[]];
  const add = (kind, text) =>
    text.split("\n").forEach((part, i) => {
      if (i > 0) {
        lines.push([]);
      }
      if (part) {
        lines.at(-1).push({ kind, text: part });
      }
    });
  let end = 0;
  for (const { 0: text, index, groups } of code.matchAll(TOKEN)) {
    add("", code.slice(end, index));
    const [kind] = Object.entries(groups).find(([, found]) => found !== undefined);
    add(kind !== "word" ? kind : KEYWORDS.has(text) ? "keyword" : "", text);
    end = index + text.length;
  }
  add("", code.slice(end).replace(/\n$/, ""));
  return lines;
}
