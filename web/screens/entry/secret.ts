/** The secret of a link stands after #, which no server sees; it is taken out of the address at once. */
export function secretOf(): string | null {
  const secret = location.hash.slice(1);
  if (secret === '') return null;
  history.replaceState(history.state, '', location.pathname);
  return secret;
}
