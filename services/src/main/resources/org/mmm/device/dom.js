// Elements, made and found. What others wrote becomes text, never markup.

export function byId(id) {
  return document.getElementById(id);
}

/** An element with that text. */
export function make(tag, text = "", attributes = {}) {
  const one = document.createElement(tag);
  one.textContent = text;
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  return one;
}

/** A button that does something, once at a time. */
export function button(text, act) {
  const one = make("button", text, { type: "button" });
  one.addEventListener("click", async () => {
    one.disabled = true;
    try {
      await act();
    } finally {
      one.disabled = false;
    }
  });
  return one;
}

/** Lets the children of a list be those rows, in that order, with as little change as possible. */
export function keepRows(list, rows, keyOf, create, update) {
  const present = new Map([...list.children].map((one) => [one.dataset.key, one]));
  let after = null;
  for (const row of rows) {
    const key = keyOf(row);
    let element = present.get(key);
    if (!element) {
      element = create(row);
      element.dataset.key = key;
    }
    present.delete(key);
    update(element, row);
    const next = after === null ? list.firstElementChild : after.nextElementSibling;
    if (next !== element) list.insertBefore(element, next);
    after = element;
  }
  for (const gone of present.values()) gone.remove();
}
