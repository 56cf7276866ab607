// Searches the pages, also for the words of an address that ends with ?search=words. The index is a script beside this one, which is loaded when someone searches.

const MOST = 20;
const MODULE = "io.github.dlfs4j";
/** The characters of the text that are shown on each side of what was found. */
const AROUND = 60;

const list = document.querySelector("nav details");
const field = document.getElementById("search");
const found = document.getElementById("found");
const count = document.getElementById("count");
const isNarrow = matchMedia("(max-width: 780px)");

const fold = () => (list.open = !isNarrow.matches);
isNarrow.addEventListener("change", fold);
fold();
document.querySelector("nav [aria-current]")?.scrollIntoView({ block: "nearest" });

/** The sections, classes and methods that can be found, when they are loaded. */
let index = null;

function run(src) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${src} is missing`));
    document.head.append(script);
  });
}

/** Loads the indices once. Those of Javadoc are scripts too, which call a function at their ends. */
function load() {
  index ??= (async () => {
    window.updateSearchResults = () => {};
    await Promise.all(["search-index.js", "apidocs/type-search-index.js", "apidocs/member-search-index.js"].map(run));
    return [
      ...window.sections.filter(({ language }) => language === "en" || language === document.documentElement.lang),
      ...window.typeSearchIndex.filter(({ p }) => p).map(({ p, l }) => javadoc(p, l, l, "")),
      ...window.memberSearchIndex.map(({ p, c, l, u }) => javadoc(p, c, `${c}.${l}`, `#${u ?? l}`)),
    ];
  })();
  return index;
}

/** A text without the differences that a search ignores: of case, and between British and American spelling. */
const folded = (text) => text.toLowerCase().replaceAll("isation", "ization");

/** A class or method: what it is called is found before the texts that speak of it, but after the sections on it. */
function javadoc(name, type, label, member) {
  const place = `apidocs/${MODULE}/${name.replaceAll(".", "/")}/${type}.html${member}`;
  return { place, page: "Javadoc", section: label, name: label.replace(/\(.*/, ""), text: "" };
}

/** Rates a section by where all words are: in its title, in the title of its page, or in its text; 0 if one is nowhere. */
function rate({ page, section, name, text, language }, words) {
  if (name) {
    return words.every((word) => folded(name).includes(word)) ? 3 : 0;
  }
  const [inPage, inSection, inText] = [page, section, text].map(folded);
  const rates = words.map((word) => (inSection.includes(word) ? 8 : inPage.includes(word) ? 4 : inText.includes(word) ? 1 : 0));
  const own = language === document.documentElement.lang ? 0.5 : 0;
  return Math.min(...rates) === 0 ? 0 : rates.reduce((sum, one) => sum + one) + own;
}

function show({ place, page, section, text }, [word]) {
  const link = document.createElement("a");
  link.href = place;
  link.textContent = section && section !== page ? `${page}: ${section}` : page;
  const item = document.createElement("li");
  item.append(link);
  const at = folded(text).indexOf(word);
  if (at >= 0) {
    const excerpt = document.createElement("p");
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + word.length);
    excerpt.append(text.slice(Math.max(0, at - AROUND), at), mark, text.slice(at + word.length, at + word.length + AROUND));
    item.append(excerpt);
  }
  return item;
}

async function search() {
  const words = folded(field.value).split(/\s+/).filter((word) => word);
  const sections = words.length ? await load() : [];
  const rated = sections.map((section) => ({ section, rating: rate(section, words) })).filter(({ rating }) => rating > 0);
  rated.sort((one, other) => other.rating - one.rating);
  found.replaceChildren(...rated.slice(0, MOST).map(({ section }) => show(section, words)));
  const first = rated.length > MOST ? `, the first ${MOST}` : "";
  count.textContent = words.length ? `${rated.length === 1 ? "1 place" : `${rated.length} places`}${first}` : "";
  document.body.classList.toggle("searching", words.length > 0);
}

field.addEventListener("input", search);
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    field.value = "";
    search();
  }
});
found.addEventListener("click", () => {
  field.value = "";
  search();
});

field.value = new URLSearchParams(location.search).get("search") ?? "";
search();
