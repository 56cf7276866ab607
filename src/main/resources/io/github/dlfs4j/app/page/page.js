// The page of dlfs4j: recognises drawn digits, follows a training, and shows the figures of the chapters.
// It sends requests only to the server that it came from.

// ---------------------------------------------------------------------------------------- The page and the server

const byId = (id) => document.getElementById(id);

/** Makes an element; children are elements or text. */
function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Makes an element of an SVG drawing. */
function shape(svg, tag, attributes = {}, ...children) {
  return filled(document.createElementNS(svg.namespaceURI, tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Sets a text if it is new, since a screen reader reads out every text that is set. */
function say(id, text) {
  if (byId(id).textContent !== text) {
    byId(id).textContent = text;
  }
}

function tell(trouble) {
  say("trouble", trouble);
  byId("trouble").hidden = trouble === "";
}

/** Sends a request to the server: POST if there is a body, otherwise GET. */
async function ask(path, body) {
  const request = body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => {
    throw new Error("The server does not answer. Is it still running?");
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error);
  }
  return answer;
}

/** Wraps the action of a control, so that its errors are shown at the top of the page. */
const telling = (action) => async (event) => {
  try {
    tell("");
    await action(event);
  } catch (trouble) {
    tell(trouble.message);
  }
};

/** Handles a form that is submitted, in place of the browser. */
function onSubmit(id, action) {
  byId(id).addEventListener("submit", (event) => {
    event.preventDefault();
    telling(action)(event);
  });
}

const VIEWS = ["draw", "train", "chapters"];

function showView() {
  const wanted = location.hash.slice(1);
  const shown = VIEWS.includes(wanted) ? wanted : VIEWS[0];
  for (const view of VIEWS) {
    byId(view).hidden = view !== shown;
    const link = document.querySelector(`header a[href="#${view}"]`);
    link.toggleAttribute("aria-current", false);
    if (view === shown) {
      link.setAttribute("aria-current", "page");
      document.title = `${link.textContent} – dlfs4j`;
    }
  }
}

// ---------------------------------------------------------------------------------------- Grey pictures and numbers

const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const fraction = (share) => (share === null ? "–" : share.toFixed(4));

/** Paints grey bytes onto a canvas, a byte for each pixel. */
function paint(canvas, base64) {
  const grey = fromBase64(base64);
  const image = new ImageData(canvas.width, canvas.height);
  for (let i = 0; i < grey.length; i++) {
    image.data.fill(grey[i], 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = 255;
  }
  canvas.getContext("2d").putImageData(image, 0, 0);
}

/** Makes a list item with a picture, enlarged to about the given width in pixels, and a text below it. */
function picture(base64, rows, columns, description, { text = "", width = 84 } = {}) {
  const canvas = element("canvas", { width: columns, height: rows, role: "img", "aria-label": description });
  canvas.style.width = `${columns * Math.max(2, Math.floor(width / Math.max(rows, columns)))}px`;
  paint(canvas, base64);
  return element("li", {}, canvas, ...(text ? [element("span", {}, text)] : []));
}

function duration(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

// ---------------------------------------------------------------------------------------- Draw: the paper

const paper = byId("paper");
const ink = paper.getContext("2d", { willReadFrequently: true });
const PEN_WIDTH = 28;
/** The width that is sent to the server: each pixel is the mean of 3 by 3 pixels of the paper. */
const SENT_WIDTH = paper.width / 3;

/** The strokes, each a list of points. They are kept when the page is reloaded. */
const strokes = JSON.parse(sessionStorage.getItem("strokes") ?? "[]");
let stroke = null;

function redraw() {
  ink.clearRect(0, 0, paper.width, paper.height);
  ink.strokeStyle = getComputedStyle(paper).color;
  ink.lineWidth = PEN_WIDTH;
  ink.lineCap = "round";
  ink.lineJoin = "round";
  for (const [start, ...rest] of strokes) {
    ink.beginPath();
    ink.moveTo(...start);
    ink.lineTo(...start);
    rest.forEach((point) => ink.lineTo(...point));
    ink.stroke();
  }
}

function drawn() {
  redraw();
  sessionStorage.setItem("strokes", JSON.stringify(strokes));
  byId("undo").disabled = byId("clear").disabled = strokes.length === 0;
  predict();
}

function undo() {
  strokes.pop();
  stroke = null;
  drawn();
}

function clear() {
  strokes.length = 0;
  stroke = null;
  drawn();
}

function begin(point) {
  stroke = [point];
  strokes.push(stroke);
  drawn();
}

function pointOf(event) {
  const box = paper.getBoundingClientRect();
  const scale = paper.width / box.width;
  return [Math.round((event.clientX - box.left) * scale), Math.round((event.clientY - box.top) * scale)];
}

paper.addEventListener("pointerdown", (event) => {
  if (event.isPrimary && event.button === 0) {
    paper.setPointerCapture(event.pointerId);
    pen.lift();
    begin(pointOf(event));
  }
});
paper.addEventListener("pointermove", (event) => {
  if (stroke && paper.hasPointerCapture(event.pointerId)) {
    stroke.push(...(event.getCoalescedEvents?.() ?? [event]).map(pointOf));
    drawn();
  }
});
paper.addEventListener("lostpointercapture", () => (stroke = null));

/** The pen that the keys move. */
const pen = {
  at: [paper.width / 2, paper.height / 4],
  held: new Set(),
  isDown: false,

  show(visible) {
    const mark = byId("pen");
    mark.hidden = !visible;
    mark.style.left = percent(this.at[0] / paper.width).replace(" ", "");
    mark.style.top = percent(this.at[1] / paper.height).replace(" ", "");
    mark.classList.toggle("down", this.isDown);
    say("pen-state", visible ? (this.isDown ? "Pen is down" : "Pen is up") : "");
  },
  lift() {
    this.isDown = false;
    this.held.clear();
    this.show(false);
    stroke = null;
  },
  toggle() {
    this.isDown = !this.isDown;
    if (this.isDown) {
      begin([...this.at]);
    } else {
      stroke = null;
    }
    this.show(true);
  },
  move(step) {
    const sign = (more, less) => this.held.has(more) - this.held.has(less);
    const inside = (x) => Math.min(Math.max(x, PEN_WIDTH / 2), paper.width - PEN_WIDTH / 2);
    this.at[0] = inside(this.at[0] + step * sign("ArrowRight", "ArrowLeft"));
    this.at[1] = inside(this.at[1] + step * sign("ArrowDown", "ArrowUp"));
    if (stroke) {
      stroke.push([...this.at]);
      drawn();
    }
    this.show(true);
  },
};

paper.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.key.startsWith("Arrow")) {
    pen.held.add(event.key);
    pen.move(event.shiftKey ? 3 : 12);
  } else if (event.key === " ") {
    pen.toggle();
  } else if (event.key === "Backspace" || event.key === "Delete") {
    pen.lift();
    event.key === "Delete" ? clear() : undo();
    pen.show(true);
  } else {
    return;
  }
  event.preventDefault();
});
paper.addEventListener("keyup", (event) => pen.held.delete(event.key));
paper.addEventListener("focus", () => pen.show(paper.matches(":focus-visible")));
paper.addEventListener("blur", () => pen.lift());
byId("undo").addEventListener("click", undo);
byId("clear").addEventListener("click", clear);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

// ---------------------------------------------------------------------------------------- Draw: what is read

/** Returns the ink as grey bytes. Ink is what is not transparent on the paper. */
function pixels() {
  const { data, width, height } = ink.getImageData(0, 0, paper.width, paper.height);
  const sums = new Uint16Array(SENT_WIDTH * SENT_WIDTH);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sums[SENT_WIDTH * Math.floor(y / 3) + Math.floor(x / 3)] += data[4 * (y * width + x) + 3];
    }
  }
  return Uint8Array.from(sums, (sum) => Math.round(sum / 9));
}

let asking = false;
let askAgain = false;

/** Asks for a prediction, or for another one after the current one. */
async function predict() {
  askAgain = true;
  if (asking) {
    return;
  }
  asking = true;
  byId("reading").setAttribute("aria-busy", "true");
  await telling(async () => {
    while (askAgain) {
      askAgain = false;
      const network = byId("network").value;
      const explain = byId("how").open;
      showPrediction(await ask("/api/predict", { network, width: SENT_WIDTH, pixels: toBase64(pixels()), explain }));
    }
  })();
  byId("reading").setAttribute("aria-busy", "false");
  asking = false;
}

function showPrediction({ prediction, probabilities, image, milliseconds, layers }) {
  const isBlank = prediction === null;
  say("answer", isBlank ? "Draw a digit from 0 to 9." : `I read ${prediction}.`);
  [...byId("bars").children].forEach((bar, digit) => {
    const share = isBlank ? 0 : probabilities[digit];
    bar.querySelector(".fill").style.width = `${100 * share}%`;
    bar.lastChild.textContent = isBlank ? "–" : percent(share);
    bar.toggleAttribute("aria-current", digit === prediction);
  });
  paint(byId("seen-image"), isBlank ? toBase64(new Uint8Array(784)) : image);
  say("duration", isBlank ? "" : `Read in ${milliseconds.toFixed(1)} ms.`);
  const isExplained = layers?.length > 0;
  say("how-hint", isExplained ? "In each layer, black is the smallest value and white is the largest." : "Draw a digit first.");
  byId("layers").replaceChildren(...(layers ?? []).map(layerOf));
}

function layerOf({ name, shape: dimensions, rows, columns, filters = [], filterRows, filterColumns, pictures }) {
  const list = (label, images, ...size) => {
    const width = images.length === 1 ? 168 : 84;
    const item = (image, i) => picture(image, ...size, `${label} ${i + 1} of ${images.length}`, { width });
    return element("ul", { class: "pictures" }, ...images.map(item));
  };
  const values = dimensions.join(" × ");
  const node = element("div", { class: "layer" }, element("h3", {}, `${name}: ${values} values`));
  if (filters.length > 0) {
    const hint = (text) => element("p", { class: "hint" }, text);
    node.append(hint("Filters"), list(`${name}, filter`, filters, filterRows, filterColumns));
    node.append(hint("Output of each filter"));
  }
  node.append(list(name, pictures, rows, columns));
  return node;
}

/** Fills a list with choices, each a value and a text. It stays as it is if nothing is new, since it may be open. */
function offer(select, choices) {
  const isSame = ([value, text], i) => select.options[i]?.value === value && select.options[i].text === text;
  if (choices.length !== select.options.length || !choices.every(isSame)) {
    select.replaceChildren(...choices.map(([value, text]) => element("option", { value }, text)));
  }
}

async function loadNetworks() {
  const select = byId("network");
  const chosen = select.value || sessionStorage.getItem("network");
  const networks = await ask("/api/networks");
  offer(select, networks.map(({ id, name, shape: size }) => [id, `${name}, ${size}`]));
  select.value = networks.some(({ id }) => id === chosen) ? chosen : networks[0].id;
}

for (let digit = 0; digit < 10; digit++) {
  const track = element("span", { class: "track" }, element("span", { class: "fill" }));
  byId("bars").append(element("li", {}, element("span", {}, `${digit}`), track, element("span", {}, "–")));
}
byId("network").addEventListener("change", () => {
  sessionStorage.setItem("network", byId("network").value);
  predict();
});
byId("how").addEventListener("toggle", () => {
  byId("graph").src = "/api/graph";
  predict();
});

// ---------------------------------------------------------------------------------------- Train: the form

/** The options that are always shown. The others are under "More options". */
const MAIN_OPTIONS = ["network", "epochs", "optimizer", "lr"];
/** The options that a resumed training takes. Its file decides the others. */
const OF_A_RESUMPTION = ["steps", "epochs", "lr", "patience"];

function fieldOf({ name, label, kind, choices, default: usual, ...limits }) {
  if (kind === "flag") {
    return element("label", { class: "flag" }, element("input", { type: "checkbox", name }), label);
  }
  if (kind === "choice") {
    const choiceOf = (choice) => element("option", {}, choice);
    const select = element("select", { name, "data-usual": usual }, ...choices.map(choiceOf));
    select.value = usual;
    return element("label", {}, label, select);
  }
  const known = Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== null));
  const input = element("input", { name, type: kind, placeholder: usual, autocomplete: "off", ...known });
  return element("label", {}, label, input);
}

/** Returns the options that were changed. The server knows the defaults of the others. */
function chosenOptions() {
  const options = {};
  for (const control of byId("options").elements) {
    const value = control.type === "checkbox" ? (control.checked ? "true" : "") : control.value.trim();
    if (control.name && value !== "" && value !== control.dataset.usual) {
      options[control.name] = value;
    }
  }
  return options;
}

async function loadOptions() {
  const options = await ask("/api/options");
  const isMain = ({ name }) => MAIN_OPTIONS.includes(name);
  byId("main-options").append(...options.filter(isMain).map(fieldOf));
  byId("more-options").append(...options.filter((option) => !isMain(option)).map(fieldOf));
}

const train = (action, more = {}) => ask("/api/training", { action, ...more }).then(showState);

onSubmit("options", () => train("start", { options: chosenOptions() }));
onSubmit("saving", () => train("save", { name: byId("save-name").value }));
onSubmit("resuming", () => {
  const options = Object.fromEntries(Object.entries(chosenOptions()).filter(([name]) => OF_A_RESUMPTION.includes(name)));
  return train("resume", { name: byId("saved").value, options });
});
byId("pause").addEventListener("click", telling(() => train(phase === "paused" ? "continue" : "pause")));
byId("stop").addEventListener("click", telling(() => train("stop")));

// ---------------------------------------------------------------------------------------- Train: what happens

/** What is shown if the server sends no message. */
const PHASES = {
  idle: "No training yet.",
  training: "Training …",
  paused: "Paused.",
  evaluating: "Evaluating …",
  ended: "Ended.",
  failed: "Failed.",
};

let phase = "idle";
let steps = 0;
let points = [];
/** The images of the second accuracy: test or validation. */
let unseen = "test";
/** The step of the results that are shown; null if there are none. */
let evaluated = null;

function showState(state) {
  const isOther = phase !== state.phase;
  ({ phase, steps } = state);
  const isRunning = phase === "training" || phase === "paused";
  byId("pause").disabled = byId("stop").disabled = !isRunning;
  byId("start").disabled = isRunning || phase === "evaluating";
  byId("resume").disabled = byId("start").disabled || state.saved.length === 0;
  byId("save").disabled = phase === "idle" || phase === "failed";
  say("pause", phase === "paused" ? "Continue" : "Pause");
  unseen = state.unseen ?? unseen;
  say("phase", state.message || PHASES[phase]);
  say("trained", state.title ?? "");
  byId("progress").value = steps > 0 ? state.step / steps : 0;
  say("pace", steps > 0 ? pace(state) : "");
  offer(byId("saved"), state.saved.map((name) => [name, name]));
  drawCurves();
  if (isOther) {
    telling(loadNetworks)();
  }
  if (evaluated !== (state.evaluated ?? null)) {
    evaluated = state.evaluated ?? null;
    byId("results").hidden = evaluated === null;
    if (evaluated !== null) {
      telling(showResults)();
    }
  }
}

function pace({ step, stepsPerSecond, secondsLeft }) {
  const done = `step ${step} of ${steps}, ${Math.floor((100 * step) / steps)} %`;
  return phase === "training" && stepsPerSecond !== null && secondsLeft !== null
    ? `${done}, ${Math.round(stepsPerSecond)} steps/s, ${duration(secondsLeft)} left`
    : done;
}

/** The largest number of points. If there are more, every second one without an accuracy is removed. */
const MOST_POINTS = 1000;

function addPoint(point) {
  points.push(point);
  if (points.length > MOST_POINTS) {
    points = points.filter(({ testAccuracy }, i) => i % 2 === 1 || testAccuracy !== null);
  }
  drawCurves();
  if (point.testAccuracy !== null && byId("weighed").open) {
    telling(showWeights)();
  }
}

/** Listens while the tab is visible. A browser opens only six connections to a server; hidden tabs need none. */
let events = null;

function listen() {
  if (document.hidden) {
    events?.close();
    events = null;
    return;
  }
  if (events && events.readyState !== EventSource.CLOSED) {
    return;
  }
  events = new EventSource("/api/events");
  const on = (type, action) => events.addEventListener(type, ({ data }) => action(JSON.parse(data)));
  on("points", (all) => {
    points = all;
    drawCurves();
  });
  on("point", addPoint);
  on("state", showState);
  events.addEventListener("open", () => tell(""));
  events.addEventListener("error", () => {
    tell("The connection to the server is lost. Trying again.");
    setTimeout(listen, 3000);
  });
}

document.addEventListener("visibilitychange", listen);

// ---------------------------------------------------------------------------------------- Train: the curves

const CHART = { left: 36, right: 392, top: 10, bottom: 194 };
/** Curves with at most this many points get dots, since a single point would be invisible. */
const MOST_DOTS = 40;

let isDrawingDue = false;

/** Draws the curves once before the next frame, even if several points have come. */
function drawCurves() {
  if (!isDrawingDue) {
    isDrawingDue = true;
    requestAnimationFrame(() => {
      isDrawingDue = false;
      const curve = (kind, name, key) => {
        const known = points.filter((point) => point[key] !== null);
        return { kind, name, line: known.map((point) => [point.step, point[key]]) };
      };
      const loss = curve("loss", "", "loss");
      drawChart("loss", [loss], roundUp(loss.line.reduce((most, [, value]) => Math.max(most, value), 0)));
      drawChart("accuracy", [curve("train", "train", "trainAccuracy"), curve("test", unseen, "testAccuracy")], 1);
    });
  }
}

/** Rounds up to a number whose quarters have few digits. */
function roundUp(value) {
  const power = Number((value || 1).toExponential().replace(/.*e/, "1e"));
  return (value ? [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((times) => times * power >= value) : 1) * power;
}

/** Draws lines, which have a kind, a name, and points of step and value. The vertical axis goes from 0 to the top. */
function drawChart(id, lines, top) {
  const svg = byId(id);
  const last = Math.max(steps, points.at(-1)?.step ?? 0, 1);
  const x = (step) => CHART.left + ((CHART.right - CHART.left) * step) / last;
  const y = (value) => CHART.bottom + ((CHART.top - CHART.bottom) * Math.min(value, top)) / top;
  const place = ([step, value]) => `${x(step).toFixed(1)},${y(value).toFixed(1)}`;
  const text = (words, left, baseline, anchor) =>
    shape(svg, "text", { x: left, y: baseline, "text-anchor": anchor }, words);
  const nodes = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    shape(svg, "path", { class: "grid", d: `M${CHART.left} ${y(share * top)}H${CHART.right}` }),
    text(`${+(share * top).toPrecision(3)}`, CHART.left - 6, y(share * top) + 4, "end"),
  ]);
  nodes.push(text("0", CHART.left, CHART.bottom + 18, "middle"));
  nodes.push(text(`step ${last}`, CHART.right, CHART.bottom + 18, "end"));
  for (const { kind, line } of lines) {
    nodes.push(shape(svg, "polyline", { class: kind, points: line.map(place).join(" ") }));
    for (const [step, value] of line.length <= MOST_DOTS ? line : []) {
      nodes.push(shape(svg, "circle", { class: kind, cx: x(step), cy: y(value), r: 3 }));
    }
  }
  svg.replaceChildren(...nodes);
  showLegend(id, svg, lines.filter(({ line }) => line.length > 0));
}

/** Shows the last value of each line, with a piece of the line if it has a name. */
function showLegend(id, svg, lines) {
  const words = lines.map(({ name, line }) => `${name} ${fraction(line.at(-1)[1])}`.trim());
  const piece = ({ kind }) =>
    shape(svg, "svg", { "aria-hidden": "true" }, shape(svg, "line", { class: kind, x1: 0, x2: 30, y1: 4, y2: 4 }));
  byId(`${id}-now`).replaceChildren(...words.flatMap((text, i) => (lines[i].name ? [piece(lines[i]), text] : [text])));
  const step = points.at(-1)?.step ?? 0;
  svg.setAttribute("aria-label", `${id === "loss" ? "Loss" : "Accuracy"} up to step ${step}: ${words.join(", ")}`);
}

// ---------------------------------------------------------------------------------------- Train: the results

async function showResults() {
  const { step, accuracy, confusion, precision, recall, mistakes } = await ask("/api/evaluation");
  say("tested", `Accuracy on the test images after step ${step}: ${fraction(accuracy)}.`);
  showMatrix(confusion, precision, recall);
  const mistake = ({ index, label, prediction, probability, image }) => {
    const text = `${label}, read as ${prediction}, ${percent(probability)}`;
    return picture(image, 28, 28, `Test image ${index}, a ${label}`, { text });
  };
  byId("mistakes").replaceChildren(...mistakes.map(mistake));
  await showWeights();
}

/** Shows the counts with a shade for each, and a frame around the correct ones. */
function showMatrix(confusion, precision, recall) {
  const digits = [...confusion.keys()];
  const head = (scope, text) => element("th", { scope }, text);
  const ratio = (share) => element("td", {}, share === null ? "–" : share.toFixed(3));
  const cell = (label, prediction, row) => {
    const count = row[prediction];
    const node = element("td", { class: label === prediction ? "right" : count === 0 ? "none" : "" }, `${count}`);
    const share = count / Math.max(1, row.reduce((sum, of) => sum + of, 0));
    const shade = label === prediction ? 0 : Math.min(40, Math.round(600 * share));
    node.style.background = `color-mix(in srgb, var(--second) ${shade}%, transparent)`;
    return node;
  };
  const heads = digits.map((digit) => head("col", `${digit}`));
  const row = (label) => {
    const cells = digits.map((prediction) => cell(label, prediction, confusion[label]));
    return element("tr", {}, head("row", `${label}`), ...cells, ratio(recall[label]));
  };
  const last = element("tr", {}, head("row", "precision"), ...precision.map(ratio), element("td"));
  byId("matrix").replaceChildren(
    element("thead", {}, element("tr", {}, element("td"), ...heads, head("col", "recall"))),
    element("tbody", {}, ...digits.map(row), last),
  );
}

async function showWeights() {
  const { rows, columns, images } = await ask("/api/weights");
  const weights = (image, i) => picture(image, rows, columns, `Weights ${i + 1} of ${images.length}`);
  byId("weights").replaceChildren(...images.map(weights));
}

// ---------------------------------------------------------------------------------------- The chapters

async function loadChapters() {
  const { available, command, chapters } = await ask("/api/chapters");
  const hint = available
    ? ["Choose a chapter to read its code and to draw its figures."]
    : ["This server does not have the chapters. In the project's folder, this command serves them too: ", element("code", {}, command)];
  byId("chapters-hint").replaceChildren(...hint);
  byId("chapter-list").replaceChildren(...(available ? chapters.map(chapterButton) : []));
}

function chapterButton(chapter) {
  const button = element("button", { type: "button", "aria-pressed": "false" }, chapter.title);
  button.addEventListener("click", telling(async () => {
    const { code } = await ask("/api/chapters", { chapter: chapter.id });
    [...byId("chapter-list").children].forEach((one) => one.setAttribute("aria-pressed", `${one === button}`));
    byId("figures").replaceChildren(...chapter.figures.map((figure, i) => figureOf(chapter.id, figure, i)));
    say("code", code);
    byId("chapter").hidden = false;
  }));
  return button;
}

function figureOf(chapter, { name, look }, index) {
  const button = element("button", { type: "button", "aria-label": `Draw ${name}` }, "Draw");
  const state = element("span", { role: "status" });
  const caption = element("figcaption", {}, element("b", {}, name), element("br"), look);
  const node = element("figure", {}, caption, element("p", { class: "buttons" }, state, button));
  button.addEventListener("click", telling(async () => {
    button.disabled = true;
    try {
      const url = await drawnFigure({ chapter, figure: index }, state);
      node.prepend(element("img", { src: url, alt: `${name}: ${look}` }));
      button.remove();
    } finally {
      state.textContent = "";
      button.disabled = false;
    }
  }));
  return node;
}

/** Waits until a figure is drawn, which takes minutes if a network is trained for it. */
async function drawnFigure(figure, state) {
  for (let seconds = 0; ; seconds++) {
    const { status, url, error } = await ask("/api/figures", figure);
    if (status === "drawn") {
      return url;
    }
    if (status === "failed") {
      throw new Error(error);
    }
    state.textContent = seconds < 5 ? "Drawing …" : "Drawing … Some figures train a network first.";
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

// ---------------------------------------------------------------------------------------- The start

window.addEventListener("hashchange", showView);
showView();
listen();
redraw();
telling(async () => {
  await Promise.all([loadNetworks(), loadOptions(), loadChapters()]);
  drawn();
})();
