import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { freshDatabase, SERVER_VARIABLE, testServer, type Template } from './database.ts';

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

function template(name: string): Template {
  return {
    name: `of_${process.pid}_${name}`,
    build: async (url) => void (await ask(url, `create table leak as select 'tap' as place`)),
  };
}

test('each test has a database of its own, and what it writes nobody else sees', async () => {
  const [one, other] = await Promise.all([freshDatabase(template('own')), freshDatabase(template('own'))]);
  await ask(one.url, `insert into leak values ('roof')`);
  assert.deepEqual(await ask(one.url, 'select count(*)::int from leak'), [2]);
  assert.deepEqual(await ask(other.url, 'select count(*)::int from leak'), [1]);
  await Promise.all([one.drop(), other.drop()]);
  await assert.rejects(ask(one.url, 'select 1'), { code: '3D000' });
});

test('it goes although somebody is still connected', async () => {
  const { url, drop } = await freshDatabase();
  const client = new pg.Client(url);
  const lost = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  await drop();
  assert.equal(((await lost) as { code?: string }).code, '57P01');
});

test('a template that cannot be built leaves no half of one, and can be built the next time', async () => {
  const { name } = template('broken');
  const broken: Template = { name, build: async (url) => void (await ask(url, 'create table leak (); select 1 / 0')) };
  await assert.rejects(freshDatabase(broken), { code: '22012' });
  const names = await ask(await testServer(), `select datname from pg_database where datname ~ '^building_|broken'`);
  assert.deepEqual(names, []);
  const { url, drop } = await freshDatabase(template('broken'));
  assert.deepEqual(await ask(url, 'select place from leak'), ['tap']);
  await drop();
});

test('several processes that want the same template build it once', async () => {
  const { name } = template('shared');
  const script = `
    import { freshDatabase } from ${JSON.stringify(join(import.meta.dirname, 'database.ts'))};
    const { drop } = await freshDatabase({ name: process.argv[1], build: async () => console.log('built') });
    await drop();
    console.log('done');`;
  const environment = { ...process.env, [SERVER_VARIABLE]: await testServer() };
  const said = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, name], {
        env: environment,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.on('data', (chunk) => (text += String(chunk)));
      await once(child, 'close');
      return text;
    }),
  );
  assert.equal(said.join('').match(/built/g)?.length, 1);
  assert.equal(said.join('').match(/done/g)?.length, 3);
});
