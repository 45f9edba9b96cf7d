import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
// @ts-expect-error the package brings no types; what is used of it is named below
import RealProvider from 'oidc-provider';

export type Account = { sub: string; [claim: string]: unknown };

export type OidcWorld = {
  issuer: string;
  /** What was asked of its addresses, the path of each. */
  asked: string[];
  /** Signs with another key from now on, under another name, and no longer shows the one before. */
  rotate(): Promise<void>;
  /** Answers to nothing. */
  stop(): Promise<void>;
  /** Goes through the provider's pages as a browser would, as this account: the address it sends the browser back to. */
  signIn(address: string, account: string): Promise<URL>;
};

type Options = {
  clientId: string;
  secret: string | null;
  redirect: string | string[];
  accounts: Record<string, Account>;
  port?: number;
  /** Where a browser is to say who it is; else the account is taken from the address. */
  pages?: boolean;
};

function signingKey(kid: string) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
}

/** A real OpenID provider on loopback, with its accounts in memory. */
export async function openOidc(options: Options): Promise<OidcWorld> {
  const asked: string[] = [];
  let handle: (request: never, response: never) => void = () => {};
  const server = createServer((request, response) => {
    asked.push((request.url ?? '').split('?')[0]!);
    handle(request as never, response as never);
  });
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let number = 0;
  const begin = async () => {
    number += 1;
    handle = providerFor(issuer, options, signingKey(`key-${number}`));
  };
  await begin();
  return {
    issuer,
    asked,
    rotate: begin,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
    signIn: walk,
  };
}

function providerFor(issuer: string, { clientId, secret, redirect, accounts }: Options, key: object) {
  const method = secret === null ? 'none' : 'client_secret_basic';
  const provider = new RealProvider(issuer, {
    clients: [
      {
        client_id: clientId,
        ...(secret === null ? {} : { client_secret: secret }),
        redirect_uris: [redirect].flat(),
        post_logout_redirect_uris: [redirect].flat().map((one) => one.replace(/\/returned$/, '')),
        token_endpoint_auth_method: method,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['a', 'b'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/who/${uid}` },
    async findAccount(_: unknown, id: string) {
      const account = accounts[id];
      return account && { accountId: account.sub, claims: async () => account };
    },
  });
  const answer = provider.callback();
  return (request: never, response: never) => {
    const { url } = request as { url: string };
    if (url.startsWith('/who/')) void askWho(provider, request, response, accounts);
    else answer(request, response);
  };
}

type Asked = { url: string };
type Answered = { writeHead(status: number, headers?: object): { end(text?: string): void } };

/** The page on which somebody says who he is: a link for each account; signing in agrees to everything asked. */
async function askWho(provider: any, request: Asked, response: Answered, accounts: Options['accounts']) {
  const { searchParams, pathname } = new URL(request.url, provider.issuer);
  const account = searchParams.get('as');
  if (!account) {
    const links = Object.keys(accounts).map((one) => `<li><a href="${pathname}?as=${one}">${one}</a></li>`);
    const page = `<!doctype html><html lang="en"><title>Who are you?</title><ul>${links.join('')}</ul></html>`;
    return response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  }
  const details = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: account, clientId: details.params.client_id });
  grant.addOIDCScope(details.params.scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId: account }, consent });
}

async function walk(address: string, account: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  const { origin } = next;
  for (let i = 0; i < 8 && next.origin === origin; i += 1) {
    if (next.pathname.startsWith('/who/')) next.searchParams.set('as', account);
    const answer = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const at = pair!.indexOf('=');
      cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
    const to = answer.headers.get('location');
    if (!to) throw new Error(`${next.href} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    next = new URL(to, next);
  }
  return next;
}
