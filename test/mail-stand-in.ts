import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';

type Hear = (line: string, say: (text: string) => void, hangUp: () => void) => void;

/** A server of lines that are answered, connection by connection; `hangUp` drops one without a word. */
export function lineServer(greeting: string, converse: () => Hear): Server {
  return createServer((socket: Socket) => {
    const hear = converse();
    const say = (what: string): void => void (socket.destroyed || socket.write(`${what}\r\n`));
    let rest = '';
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const lines = (rest + data.toString()).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) if (!socket.destroyed) hear(line, say, () => socket.destroy());
      if (/\b(LOGOUT|QUIT)$/i.test(lines.at(-1) ?? '')) socket.end();
    });
    say(greeting);
  });
}

/** On a free port of this machine, as a mailbox's settings name it. */
export async function listening(server: Server): Promise<{ host: string; port: number; secure: 'none' }> {
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, secure: 'none' };
}

/** A mailbox in which nothing lies, for whoever signs in as `signsIn` says; true lets him in. */
export function emptyImap(signsIn: (said: string) => boolean = () => true): Server {
  return lineServer('* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR] ready', () => (line, say) => {
    const [tag, word = '', , said = ''] = line.split(' ');
    const ok = (...before: string[]): void => [...before, `${tag} OK done`].forEach(say);
    switch (word.toUpperCase()) {
      case 'AUTHENTICATE':
        return signsIn(said) ? ok() : say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)`);
      case 'CAPABILITY':
        return ok('* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR');
      case 'LIST':
      case 'LSUB':
        return ok('* LIST (\\HasNoChildren) "/" INBOX');
      case 'SELECT':
        return ok('* 0 EXISTS', '* OK [UIDVALIDITY 7] valid');
      default:
        return ok();
    }
  });
}

/** Takes mails; breaks off at the n-th line it is told since it was set to, before it understood it or after. */
export type DyingSmtp = {
  server: Server;
  /** What was taken, whole, as it came. */
  mails: string[];
  diesAt: { line: number; after: boolean } | null;
  /** Told of each line as it comes, before anything is done. */
  onLine: (line: string) => void;
};

export function dyingSmtp(): DyingSmtp {
  let heard = 0;
  const converse = (): Hear => {
    let mail: string[] | null = null;
    const understand = (line: string, say: (text: string) => void): void => {
      if (mail !== null && line !== '.') return void mail.push(line);
      if (mail !== null) {
        smtp.mails.push(mail.join('\r\n'));
        mail = null;
        return say('250 taken');
      }
      if (/^DATA/i.test(line)) {
        mail = [];
        return say('354 go on');
      }
      if (/^EHLO/i.test(line)) return say('250-here\r\n250 AUTH PLAIN LOGIN');
      say(/^AUTH/i.test(line) ? '235 welcome' : '250 ok');
    };
    return (line, say, hangUp) => {
      // what a mail consists of is one step
      if (mail !== null && line !== '.') return understand(line, say);
      smtp.onLine(line);
      const { diesAt } = smtp;
      heard = diesAt === null ? 0 : heard + 1;
      if (diesAt?.line !== heard) return understand(line, say);
      if (diesAt.after) understand(line, () => {});
      hangUp();
    };
  };
  const smtp: DyingSmtp = { mails: [], diesAt: null, onLine: () => {}, server: lineServer('220 ready', converse) };
  return smtp;
}
