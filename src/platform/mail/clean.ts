/** What a database holds and a screen shows: no control signs, no half characters, lines ended alike. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** One line of it, of at most so many signs. */
export function oneLine(text: string, most: number): string {
  const line = clean(text).replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : [...line].slice(0, most - 1).join('') + '…';
}
