// Elements with attributes and content; text stays text whatever it holds.

export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

// Return what a page's scripts say, in the language of the page.
export function words() {
  return JSON.parse(document.getElementById("words").textContent);
}
