const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Anything as text of a page. */
export function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

/** A line of CommonMark, of which we write `code` and *stress* only. */
export function inline(raw: string): string {
  return text(raw)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '<em>$1</em>');
}

/** What a heading is called in addresses. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** Paragraphs, `##` headings, lists with `-` and blocks of code without empty lines, as we write them. */
export function markdown(raw: string): string {
  return raw
    .split(/\n{2,}/)
    .map(block)
    .join('\n');
}

function block(raw: string): string {
  if (raw.startsWith('```')) return `<pre tabindex="0"><code>${text(raw.slice(4, -4))}</code></pre>`;
  if (raw.startsWith('## ')) return `<h3 id="${anchorOf(raw.slice(3))}">${inline(raw.slice(3))}</h3>`;
  if (!raw.startsWith('- ')) return `<p>${inline(raw)}</p>`;
  const items = raw.split(/\n(?=- )/).map((item) => `<li>${inline(item.slice(2))}</li>`);
  return `<ul>${items.join('')}</ul>`;
}
