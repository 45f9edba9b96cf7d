import pg from 'pg';

/** Locks that one node at a time holds, for as long as it lives: they end with its connection, hence with its process. */
export type Locks = {
  /** Whether this node has it now. */
  take(name: string): Promise<boolean>;
  free(name: string): Promise<void>;
  stop(): Promise<void>;
};

/**
 * On a connection of its own, opened with the first lock: an idle node holds none. `lost` is called when that connection ends by
 * itself, for then all of them are free for others.
 */
export function openLocks(url: string, lost: () => void): Locks {
  let client: Promise<pg.Client> | null = null;
  const held = new Set<string>();
  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'huiyin locks', keepAlive: true });
    const over = (): void => {
      if (client === null) return;
      client = null;
      held.clear();
      lost();
    };
    fresh.on('error', over);
    fresh.on('end', over);
    await fresh.connect();
    return fresh;
  };
  return {
    async take(name) {
      if (held.has(name)) return true;
      client ??= connect();
      client.catch(() => {
        client = null;
      });
      const { rows } = await (
        await client
      ).query('select pg_try_advisory_lock(hashtextextended($1, 0)) as ours', [name]);
      if (rows[0].ours) held.add(name);
      return rows[0].ours as boolean;
    },
    async free(name) {
      if (!held.delete(name)) return;
      await (await client)?.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => {});
    },
    async stop() {
      const last = client;
      client = null;
      await (await last?.catch(() => null))?.end().catch(() => {});
    },
  };
}
