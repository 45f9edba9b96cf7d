export type Security = 'tls' | 'starttls' | 'none';

/** Where a mail server answers, and as whom we ask. */
export type MailServer = {
  host: string;
  port: number;
  /** `starttls` insists on it: a server that does not offer it is refused. */
  secure: Security;
  user: string;
  auth: { password: string } | { accessToken: string };
};

/** Certificates are verified, always: by what Node trusts, and NODE_EXTRA_CA_CERTS adds to that. */
export const VERIFIED = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;

/** What went wrong, in a line: the server's own words where it said any. */
export function saidBy(fault: unknown): string {
  const one = fault as { message?: string; responseText?: string; response?: unknown; code?: string };
  const words = one.responseText ?? (typeof one.response === 'string' ? one.response : one.message) ?? String(fault);
  const code = one.code && !words.includes(one.code) ? `${one.code}: ` : '';
  return `${code}${words}`.replace(/\s+/g, ' ').slice(0, 500);
}

/** Whether the server was there and did not take who we said we are. */
export function isSignInRefused(fault: unknown): boolean {
  const { code, authenticationFailed } = fault as { code?: string; authenticationFailed?: boolean };
  return code === 'EAUTH' || authenticationFailed === true;
}
