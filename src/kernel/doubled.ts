/** The first that stands twice. */
export function doubled<One>(all: readonly One[]): One | undefined {
  return all.find((one, at) => all.indexOf(one) !== at);
}
