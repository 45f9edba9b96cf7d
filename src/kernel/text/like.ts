/** As `like` takes it: a text that has these words somewhere in it, wild signs taken as themselves. */
export function anywhere(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
