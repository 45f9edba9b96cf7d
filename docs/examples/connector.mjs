// A connector for a messenger of one's own: `node docs/examples/connector.mjs`, see docs/connector.md.
// PORT, HOOK (https://.../api/hooks/<channel>) and SECRET (whsec_...) come from the environment.
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { PORT = '9100', HOOK, SECRET } = process.env;
const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
const sign = (id, at, body) => createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();

/** Calls Huiyin, signed. Kept and sent again under its id until a 2xx comes, a message arrives once; this example tries three times. */
async function call(path, said) {
  const body = JSON.stringify(said);
  const id = randomUUID();
  for (let no = 0; ; no += 1) {
    const at = String(Math.floor(Date.now() / 1000));
    const signature = `v1,${sign(id, at, body).toString('base64')}`;
    const headers = { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature };
    const answer = await fetch(HOOK + path, { method: 'POST', headers, body }).catch(() => null);
    if (answer?.ok || no === 2) return answer?.status ?? 502;
    await new Promise((go) => setTimeout(go, 1000 * 2 ** no));
  }
}

function isGenuine({ headers }, body) {
  const { 'webhook-id': id, 'webhook-timestamp': at } = headers;
  if (Math.abs(Date.now() / 1000 - Number(at)) > 300) return false;
  const ours = sign(id, at, body);
  return String(headers['webhook-signature'])
    .split(' ')
    .map((one) => Buffer.from(one.replace(/^v1,/, ''), 'base64'))
    .some((theirs) => theirs.length === ours.length && timingSafeEqual(theirs, ours));
}

const answers = new Map(); // by Huiyin's id of a message, so that one sent again is shown once

createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces).toString();
  const end = (status, said = '') => response.writeHead(status).end(said);
  const { pathname } = new URL(request.url, 'http://here');

  // the messenger's side: a customer writes, and reads what he was answered
  if (pathname === '/write') {
    const { from, text, room, id = randomUUID() } = JSON.parse(body);
    const group = room ? { group: { name: room } } : {};
    return end(await call('', { id, conversation: room ?? from, from: { id: from, name: from }, text, ...group }));
  }
  if (pathname === '/read') return end(200, JSON.stringify([...answers.values()]));

  // Huiyin's side: an answer to take to the customer
  if (!isGenuine(request, body)) return end(401);
  const said = JSON.parse(body);
  end(204);
  if (said.type !== 'message' || answers.has(said.id)) return;
  answers.set(said.id, { to: said.conversation, text: said.text });
  await call('/reports', { message: said.id, state: 'delivered' });
}).listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${PORT}`));
