// The elements of the page: to find, make and fill them, and to tell what went wrong.

export const byId = (id) => document.getElementById(id);

/** Makes an element; an attribute that is a function, such as onclick, is a handler, and children are elements or text. */
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Makes an element of an SVG drawing. */
export function shape(svg, tag, attributes = {}, ...children) {
  return filled(document.createElementNS(svg.namespaceURI, tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node[name] = value;
    } else {
      node.setAttribute(name, value);
    }
  }
  node.append(...children);
  return node;
}

/** Sets a text if it is new, since a screen reader reads out every text that is set. */
export function sayIn(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

export const say = (id, text) => sayIn(byId(id), text);

export function tell(trouble) {
  say("trouble", trouble);
  byId("trouble").hidden = trouble === "";
}

/** Wraps what the page does by itself, so that its errors are shown at the top of the page; what is shown there stays. */
export const reporting = (action) => async (...values) => {
  try {
    await action(...values);
  } catch (trouble) {
    tell(trouble.message);
  }
};

/** Wraps the action of a control: what was shown before is settled then. */
export const telling = (action) => (event) => {
  tell("");
  return reporting(action)(event);
};

/** Handles keys that are pressed without Ctrl, Alt or Meta, in place of the browser, unless the action returns false. */
export function onKeys(node, action) {
  node.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.altKey && !event.metaKey && action(event) !== false) {
      event.preventDefault();
    }
  });
}

/** Marks one button of a group as the pressed one; null for none. */
export function press(group, button) {
  [...group.children].forEach((one) => one.setAttribute("aria-pressed", one === button));
}

/** Makes a button that is marked in its group when its action is done. Of several, the turn makes the last one the last. */
export function choice(title, inTurn, action) {
  const button = element("button", { type: "button", "aria-pressed": "false" }, title);
  button.onclick = telling(() => inTurn(async () => {
    await action();
    press(button.parentElement, button);
  }));
  return button;
}

/** Handles a form that is submitted, in place of the browser. */
export function onSubmit(id, action) {
  byId(id).addEventListener("submit", (event) => {
    event.preventDefault();
    telling(action)(event);
  });
}

/** Fills a list with choices, each a value and a text. It stays as it is if nothing is new, since it may be open. */
export function offer(select, choices) {
  const isSame = ([value, text], i) => select.options[i]?.value === value && select.options[i].text === text;
  if (choices.length !== select.options.length || !choices.every(isSame)) {
    select.replaceChildren(...choices.map(([value, text]) => element("option", { value }, text)));
  }
}
