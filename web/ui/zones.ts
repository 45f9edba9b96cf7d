/** The zone this device stands in: the likeliest for a centre set up here. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function zones(): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  const here = deviceZone();
  return known.includes(here) ? known : [here, ...known];
}
