// What the desk adds where there is JavaScript. Lists, filters and forms work without it.

/** A filter is applied as soon as one of its choices changes. */
function filterAtOnce() {
  for (const form of document.querySelectorAll("form.filter"))
    for (const select of form.querySelectorAll("select")) select.addEventListener("change", () => form.requestSubmit());
}

/** An address is not made longer by fields in which nothing stands. */
function leaveEmptyFieldsOut() {
  for (const form of document.querySelectorAll("form[method=get]"))
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    });
  addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false;
  });
}

/** Whether somebody types a text, in which letters are letters. */
const isTyping = (target) => target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox])");

/**
 * Two keys one after the other go to a place: n p, g d. The second is waited for, however long it takes: a key that means
 * something by itself, such as the one that approves, never does it after a first one.
 */
function placesByKeys() {
  const withKey = [...document.querySelectorAll("[data-go]")].filter((link) => link.dataset.go !== "");
  const places = new Map(withKey.map((link) => ["g" + link.dataset.go, link.href]));
  for (const link of document.querySelectorAll("[data-new]")) places.set("n" + link.dataset.new, link.href);
  return places;
}

/** What answers to a key of its own, on the pages on which one thing after another is decided. */
function answerToKey(element) {
  if (element.matches("input[type=radio], input[type=checkbox]")) {
    element.click();
    element.focus();
  } else if (element.matches("input, textarea, select")) {
    const hidden = element.closest("details");
    if (hidden) hidden.open = true;
    element.focus();
  } else element.click();
}

function shortcuts() {
  const keys = document.getElementById("keys");
  const places = placesByKeys();
  const firsts = new Set([...places.keys()].map((pair) => pair[0]));
  let first = "";

  /** What a key does after the first of a pair, or by itself; nothing where it means nothing. */
  function meaning(key) {
    if (key === "/") return () => document.getElementById("search")?.focus();
    if (key === "?") return () => keys?.showModal();
    if (first !== "") return () => places.has(first + key) && location.assign(places.get(first + key));
    if (firsts.has(key)) return () => {};
    const element = document.querySelector(`[data-key="${key}"]`);
    return element ? () => answerToKey(element) : undefined;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
    if (event.ctrlKey && event.key === "Enter") return saveFrom(event);
    // A key held down would approve what comes next, too.
    if (event.repeat || event.key === "Shift" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target) || keys?.open) return;
    const act = /^[a-z0-9/?]$/.test(event.key) ? meaning(event.key) : undefined;
    if (act) to(event, act);
    first = first === "" && firsts.has(event.key) ? event.key : "";
  });
  const button = document.getElementById("show-keys");
  if (button && keys) {
    button.hidden = false;
    button.addEventListener("click", () => keys.showModal());
  }
}

function to(event, act) {
  event.preventDefault();
  act();
}

/** Ctrl+Enter sends the form from any of its fields. */
function saveFrom(event) {
  const form = event.target.closest("form");
  const button = form?.querySelector("button.main");
  if (button) to(event, () => form.requestSubmit(button));
}

/** A double click sends a form once. The page stays where a file is the answer: it can be sent again a moment later. */
function sendOnce() {
  for (const form of document.querySelectorAll("form[method=post]"))
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 2000);
    });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}

filterAtOnce();
leaveEmptyFieldsOut();
shortcuts();
sendOnce();
(document.getElementById("problems") ?? document.getElementById("effect"))?.focus();
