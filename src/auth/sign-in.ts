import type { Organisation } from '../platform/context.ts';
import type { Edge } from '../platform/http/edge.ts';
import { NotSignedIn } from '../kernel/refusal.ts';
import type { Library } from './library.ts';
import { sessionCookie } from './session-cookie.ts';

/** Where the library finds the address of a request: a header only we set, for clients may send the usual ones. */
export const ADDRESS_HEADER = 'x-huiyin-address';

/** The value of one cookie the library wants set; where it goes and how it is guarded is for the edge to say. */
function valueOf(headers: Headers, name: string): string {
  const line = headers.getSetCookie().find((one) => one.startsWith(`${name}=`));
  if (!line) throw new Error('the sign-in library set no session cookie');
  return decodeURIComponent(line.slice(name.length + 1).split(';')[0]!);
}

/**
 * Proves a password and opens a session; answers with the cookie's value. One answer, after the same time, for a name
 * nobody has (the library hashes then too), a wrong password, and someone who left.
 */
export async function openSession(
  library: Library,
  organisation: Organisation,
  edge: Pick<Edge, 'address' | 'agent'>,
  given: { username: string; password: string },
): Promise<string> {
  const headers = new Headers({ [ADDRESS_HEADER]: edge.address });
  headers.set('user-agent', edge.agent.slice(0, 300));
  try {
    const answer = await library.api.signInUsername({ body: given, headers, returnHeaders: true });
    return valueOf(answer.headers, sessionCookie(organisation));
  } catch (error) {
    // its class is not imported: the library is loaded only when somebody signs in
    const { statusCode } = error as { statusCode?: unknown };
    if (typeof statusCode === 'number' && statusCode < 500) throw new NotSignedIn('sign_in.wrong');
    throw error;
  }
}
