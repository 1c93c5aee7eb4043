// What the sniffer does not see: answers what is wrong with the page, in words.
() => {
  const faults = [];
  const say = (what, element) => faults.push(`${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 160)}`);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  for (const details of all("details")) details.open = true;

  const ids = all("[id]").map((element) => element.id);
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i))) faults.push(`the id ${id} is given twice`);

  const textOf = (element) => element.textContent.trim() + [...element.querySelectorAll("img")].map((image) => image.alt).join("");
  const namedBy = (element) => (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join("");
  for (const element of all("a[href], button, summary, select, textarea, input:not([type=hidden])")) {
    const isField = element.matches("select, textarea, input");
    const said = isField ? [...(element.labels ?? [])].map((label) => label.textContent).join("") : textOf(element);
    if (!(said.trim() || element.ariaLabel || namedBy(element).trim())) say("has no name", element);
  }

  // A report that is shown in a page is a document of its own.
  const headings = all("h1").filter((heading) => !heading.closest("article"));
  if (headings.length !== 1) faults.push(`${headings.length} first headings`);
  if (all("main").length !== 1) faults.push("not one main part");
  if (!document.body.classList.contains("plain") && (all("body > header").length !== 1 || all("nav[aria-label]").length === 0))
    faults.push("no header, or no named navigation");
  if (document.documentElement.lang === "" || document.title.trim() === "") faults.push("no language or no title");
  if (document.documentElement.scrollWidth > innerWidth) faults.push(`wider than the screen: ${document.documentElement.scrollWidth}`);

  const parts = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    if (!colour.startsWith("rgb")) throw new Error(`a colour that is not understood: ${colour}`);
    return [red, green, blue, alpha];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((one, i) => one * a + below[i] * (1 - a));
  const behind = (element) => {
    if (element === null) return [255, 255, 255];
    const own = parts(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, behind(element.parentElement));
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const compare = (element, colour, style) => {
    let alpha = 1;
    for (let one = element; one !== null; one = one.parentElement) alpha *= Number(getComputedStyle(one).opacity);
    const ground = behind(element);
    const [r, g, b, own] = parts(colour);
    const size = parseFloat(style.fontSize);
    const enough = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600) ? 3 : 4.5;
    const is = contrast(over([r, g, b, own * alpha], ground), ground);
    if (is < enough) say(`contrast ${is.toFixed(2)}`, element);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || seen.has(element) || !isShown(element)) continue;
    seen.add(element);
    if (element.closest("script, style, title, option, button:disabled, .unseen, .skip")) continue;
    const style = getComputedStyle(element);
    compare(element, element instanceof SVGElement ? style.fill : style.color, style);
  }
  for (const field of all("input[placeholder]").filter(isShown)) compare(field, getComputedStyle(field, "::placeholder").color, getComputedStyle(field));

  // A key was pressed before, so that the browser shows the focus that is set here as it shows that of a key.
  for (const element of all("a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex='0']")) {
    if (!isShown(element) || element.disabled || element.tabIndex < 0) continue;
    element.focus();
    const style = getComputedStyle(element);
    if (document.activeElement === element && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1)) say("its focus is not seen", element);
  }
  return faults;
}
