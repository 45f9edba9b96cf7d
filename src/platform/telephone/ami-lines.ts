/** A packet of AMI as it came: every value is a text, a key that comes twice is a list. */
export type Packet = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One value of it; Asterisk writes `<unknown>` where it knows none. */
export function valueOf(packet: Packet, key: string): string | undefined {
  const value = packet[key];
  const one = typeof value === 'string' ? value : value?.[0];
  return one === undefined || one === '<unknown>' ? undefined : one;
}

/** Nothing that Asterisk says is longer; what is, is not Asterisk. */
const LONGEST = 1024 * 1024;

/** Takes a stream of AMI apart: `Key: value` lines, an empty one after each packet. A key that comes twice becomes a list. */
export function amiReader(hear: (packet: Packet) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    rest += chunk;
    if (rest.length > LONGEST) throw new Error('what it says has no end');
    let end = rest.indexOf('\r\n\r\n');
    while (end >= 0) {
      hear(packetOf(rest.slice(0, end)));
      rest = rest.slice(end + 4);
      end = rest.indexOf('\r\n\r\n');
    }
  };
}

function packetOf(text: string): Packet {
  const packet: Record<string, string | string[]> = {};
  for (const line of text.split('\r\n')) {
    const [, key, value] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    // the greeting has no colon
    if (key === undefined || value === undefined) continue;
    const known = packet[key];
    packet[key] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return packet;
}

/** An action as it goes out. A line's end within a value would begin another header: it is left out. */
export function amiAction(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value.replace(/[\r\n]/g, ' ')}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
