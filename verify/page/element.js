// Making elements. Texts become text nodes: nothing from a file is ever read as HTML.

/** An element with attributes and children; children that are texts become text, empty ones are left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().filter((child) => child !== undefined && child !== ''));
  return made;
}

/** Terms and what they are, as a description list; entries without a value are left out. */
export function descriptions(entries) {
  const known = entries.filter(([, value]) => value !== undefined);
  return element('dl', {}, ...known.flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]));
}
