/** Joins lines that were broken to fit (RFC 3676): those that end in a space go on in the next, within one depth of quotation. */
export function unfold(text: string, joint: string): string {
  const joined: string[] = [];
  let depth: string | null = null;
  for (const line of text.split('\n')) {
    const marks = /^>*/.exec(line)![0];
    const said = line.slice(marks.length).replace(/^ /, '');
    if (depth === marks) joined[joined.length - 1] += said;
    else joined.push(marks === '' ? said : `${marks} ${said}`);
    const goesOn = said.endsWith(' ') && said !== '-- ';
    depth = goesOn ? marks : null;
    if (goesOn) joined[joined.length - 1] = joined.at(-1)!.slice(0, -1) + joint;
  }
  return joined.join('\n');
}
