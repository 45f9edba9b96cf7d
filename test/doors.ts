import type { Desk } from './desk-server.ts';
import type { PersonKey } from './world-seed.ts';

/** The API as a story of posts asks it: what was done, what was refused and by which code, what is read. */
export function doorsOf(desk: () => Desk) {
  const send = async (who: PersonKey, method: 'POST' | 'PATCH' | 'PUT', path: string, body: object = {}) => {
    const { status, body: answer } = await desk().send(who, method, path, body);
    return status < 300 ? 'done' : (answer['code'] as string);
  };
  return {
    /** `done`, or the code of the refusal. */
    post: (who: PersonKey, path: string, body: object = {}) => send(who, 'POST', path, body),
    read: async (who: PersonKey, path: string) => (await desk().get(who, path)).body,
    /** Why somebody may not read this; null: he may. */
    refusedTo: async (who: PersonKey, path: string) => {
      const { status, body } = await desk().get(who, path);
      return status === 200 ? null : (body['code'] as string);
    },
    /** Fields of a ticket on the version that stands. */
    fill: async (who: PersonKey, ticket: string, fields: object) => {
      const { version } = (await desk().get(who, `/tickets/${ticket}`)).body;
      return send(who, 'PATCH', `/tickets/${ticket}`, { version, fields });
    },
  };
}
