type Attributes = Record<string, string | boolean | undefined>;
type Child = Node | string | null;

/** One element with what is said of it and what stands in it; texts are texts, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(words: string, look: 'main' | 'plain' | '', press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look || undefined }, words);
  made.addEventListener('click', press);
  return made;
}

/** Enter sends, Shift and Enter begin a new line; whoever composes a word by its sound presses Enter for that. */
export function sendsOnEnter(field: HTMLTextAreaElement): void {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form?.requestSubmit();
  });
}
