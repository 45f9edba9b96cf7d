import { SECOND } from '../../kernel/time.ts';
import type { Handed } from '../outward/handed.ts';
import type { MailServer } from './server.ts';
import { isSignInRefused, saidBy, VERIFIED } from './server.ts';

type Somebody = { name: string; address: string };

export type Letter = {
  /** Fixed before the first try, so that one that goes twice is one mail. */
  messageId: string;
  from: Somebody;
  replyTo: string;
  to: readonly Somebody[];
  subject: string;
  text: string;
  inReplyTo: string | null;
  references: readonly string[];
  headers: Readonly<Record<string, string>>;
  files: readonly { name: string; type: string; bytes: Buffer }[];
};

export type HandOver = (server: MailServer, letter: Letter) => Promise<Handed>;

/** A transaction waits for it, so it is not patient. */
const PATIENCE = {
  connectionTimeout: 8 * SECOND,
  greetingTimeout: 8 * SECOND,
  socketTimeout: 20 * SECOND,
  dnsTimeout: 5 * SECOND,
};

/** Hands a letter to a server. The library is loaded with the first. Never rejects: what went wrong is said. */
export const handOver: HandOver = async (server, letter) => {
  const transport = await transportTo(server);
  try {
    const { from, to, subject, text, messageId, references, inReplyTo, headers } = letter;
    await transport.sendMail({
      from,
      replyTo: letter.replyTo,
      to: [...to],
      subject,
      text,
      messageId,
      references: [...references],
      ...(inReplyTo === null ? {} : { inReplyTo }),
      headers: { ...headers },
      attachments: letter.files.map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: bytes })),
      // what is to go comes from our own tables; nothing is ever fetched for it
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { as: 'taken' };
  } catch (fault) {
    return { as: verdictOn(fault), said: saidBy(fault), signIn: isSignInRefused(fault) };
  } finally {
    transport.close();
  }
};

/** Signs in and goes again. Throws what the server or the network says. */
export async function trySmtp(server: MailServer): Promise<void> {
  const transport = await transportTo(server);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

async function transportTo({ host, port, secure, user, auth }: MailServer) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    auth: 'password' in auth ? { user, pass: auth.password } : { type: 'OAuth2', user, accessToken: auth.accessToken },
    tls: VERIFIED,
    ...PATIENCE,
  });
}

/** By RFC 5321: what a 5 begins with is for good. Of our signing in it is not: somebody can type the password anew. */
function verdictOn(fault: unknown): 'refused' | 'later' | 'closed' {
  const { code, responseCode = 0 } = fault as { code?: string; responseCode?: number };
  const ofTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (ofTheLetter) return responseCode >= 500 ? 'refused' : 'later';
  return 'closed';
}
