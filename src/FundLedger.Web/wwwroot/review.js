// Keys of the pages on which one thing after another is decided: an element with data-key answers to its key.
const prefixes = new Set(["g", "n"]);
let pending = 0;

/** Whether somebody types a text, in which letters are letters. */
function isTyping(target) {
  return target.matches("textarea, select, input:not([type=radio], [type=checkbox])") || target.isContentEditable;
}

function act(element) {
  if (element.matches("input[type=radio], input[type=checkbox]")) {
    element.click();
    element.focus();
  } else if (element.matches("input, textarea, select")) {
    const hidden = element.closest("details");
    if (hidden) hidden.open = true;
    element.focus();
  } else element.click();
}

addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)) return;
  // The second key of a pair such as g b belongs to the desk.
  if (prefixes.has(event.key)) pending = Date.now();
  else if (Date.now() - pending < 1200) pending = 0;
  else {
    const element = /^[a-z0-9]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`);
    if (!element) return;
    event.preventDefault();
    act(element);
  }
});

/** In a field with a button of its own Enter presses that button, and not the first of the form. */
for (const field of document.querySelectorAll("details input, fieldset input"))
  field.addEventListener("keydown", event => {
    const button = field.closest("details, fieldset")?.querySelector("button");
    if (event.key !== "Enter" || !button) return;
    event.preventDefault();
    button.click();
  });

/** Adds up what is chosen on both sides. */
function showDifference() {
  const bar = document.querySelector("[data-difference]");
  if (!bar) return;
  const digits = Number(bar.dataset.exponent);
  const sum = name => [...document.querySelectorAll(`[data-${name}]:checked`)].reduce((total, one) => total + BigInt(one.dataset[name]), 0n);
  const text = units => {
    const all = (units < 0n ? -units : units).toString().padStart(digits + 1, "0");
    const whole = all.slice(0, all.length - digits).replace(/\B(?=(\d{3})+$)/g, "\u202f");
    return (units < 0n ? "\u2212" : "") + whole + (digits ? "." + all.slice(-digits) : "");
  };
  const [lines, entries] = [sum("adds"), sum("takes")];
  bar.querySelector("[data-lines]").value = text(lines);
  bar.querySelector("[data-entries]").value = text(entries);
  bar.querySelector("[data-left]").value = text(lines - entries);
  bar.classList.toggle("odd", lines !== entries);
  // One line beside its candidates needs no sum.
  bar.hidden = !document.querySelector("[data-takes]") && document.querySelectorAll("[data-adds]:checked").length < 2;
}

addEventListener("change", showDifference);
showDifference();
