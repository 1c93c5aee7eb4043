// The pages on which one thing after another is decided; their keys are those of the desk (desk.js).

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
