import type { DBAdapter, Where } from 'better-auth/types';
import { digest } from './digest.ts';

type Row = Record<string, unknown>;

function hashedWhere(model: string, where: Where[]): Where[] {
  if (model !== 'session') return where;
  return where.map((one) => {
    if (one.field !== 'token') return one;
    const value = Array.isArray(one.value) ? (one.value as string[]).map(digest) : digest(String(one.value));
    return { ...one, value };
  });
}

function hashedData<Data>(model: string, data: Data): Data {
  const { token } = data as Row;
  return model === 'session' && typeof token === 'string' ? { ...data, token: digest(token) } : data;
}

/**
 * The library keeps session tokens as they are; here only their digest reaches the table. What it asked for by token
 * comes back with that token, so it notices nothing; a list of sessions shows it digests.
 */
export function hashedSessions(adapter: DBAdapter): DBAdapter {
  const wrapped = Object.create(adapter) as DBAdapter;
  wrapped.create = async (given) => {
    const row = (await adapter.create({ ...given, data: hashedData(given.model, given.data) })) as Row;
    const { token } = given.data as Row;
    return (given.model === 'session' && token !== undefined ? { ...row, token } : row) as never;
  };
  wrapped.findOne = async (given) => {
    const row = await adapter.findOne<Row>({ ...given, where: hashedWhere(given.model, given.where) });
    const token = given.model === 'session' && given.where.find((one) => one.field === 'token')?.value;
    return (row && token ? { ...row, token } : row) as never;
  };
  wrapped.update = async (given) => {
    const row = await adapter.update<Row>({
      ...given,
      where: hashedWhere(given.model, given.where),
      update: hashedData(given.model, given.update),
    });
    const token = given.model === 'session' && given.where.find((one) => one.field === 'token')?.value;
    return (row && token ? { ...row, token } : row) as never;
  };
  wrapped.findMany = (given) => adapter.findMany({ ...given, where: hashedWhere(given.model, given.where ?? []) });
  wrapped.delete = (given) => adapter.delete({ ...given, where: hashedWhere(given.model, given.where) });
  wrapped.deleteMany = (given) => adapter.deleteMany({ ...given, where: hashedWhere(given.model, given.where) });
  wrapped.updateMany = (given) => adapter.updateMany({ ...given, where: hashedWhere(given.model, given.where) });
  wrapped.transaction = (work) => adapter.transaction((inside) => work(hashedSessions(inside as DBAdapter)));
  return wrapped;
}
