/** As a database keeps it: no NUL, nor half a character. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '');
}
