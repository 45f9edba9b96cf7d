import { onReach, tokenProtocols } from './api.ts';
import { apiUrl } from './base.ts';
import type { Told } from './presence.ts';
import { atStart, hearPresence, lookNow, whenLooking } from './presence.ts';
import { queryClient, refresh } from './queries.ts';
import { createStore } from '../ui/store.ts';

/** `lost` only after a while: a hiccup is nobody's business. */
export type Connection = 'starting' | 'online' | 'lost';

export const connection = createStore<Connection>('starting');

/** `presence`: who has which ticket before him. `resync`: something may have been missed; read again what is shown. */
type Message = { changed?: { type: string; id: string }[]; topics?: string[]; resync?: boolean; presence?: Told };

/** The server's close code for a session that has ended. */
const signedOut = 4401;

const gather = 150;
const silentFor = 2_000;
const longestWait = 15_000;

let socket: WebSocket | null = null;
let tries = 0;
let wanted = false;
let retryTimer: number | null = null;
let lostTimer: number | null = null;
let gatherTimer: number | null = null;
const gathered = new Set<string>();

/** Starts listening for changes; the answer stops it (sign-out). */
export function goLive(): () => void {
  wanted = true;
  connect();
  const offReach = onReach((reached) => (reached ? retryNow() : suspect()));
  window.addEventListener('online', retryNow);
  window.addEventListener('offline', suspect);
  return () => {
    wanted = false;
    offReach();
    window.removeEventListener('online', retryNow);
    window.removeEventListener('offline', suspect);
    socket?.close();
    socket = null;
    if (retryTimer !== null) window.clearTimeout(retryTimer);
    retryTimer = null;
    connection.set('starting');
  };
}

function connect(): void {
  retryTimer = null;
  if (!wanted || socket) return;
  const address = new URL(apiUrl('live'), location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const opened = new WebSocket(address, tokenProtocols());
  socket = opened;
  opened.addEventListener('open', () => online());
  opened.addEventListener('message', (message) => hear(String(message.data)));
  opened.addEventListener('close', ({ code }) => closed(opened, code));
}

/** Where this screen looks, said whenever it changes and after each new connection. */
function sayLook(): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ look: lookNow() }));
}
whenLooking(sayLook);

function online(): void {
  const missed = tries > 0 || connection.get() === 'lost';
  tries = 0;
  if (lostTimer !== null) window.clearTimeout(lostTimer);
  lostTimer = null;
  connection.set('online');
  atStart();
  if (lookNow().ticket !== null) sayLook();
  // Whatever was said while nobody listened is made good by reading again what is on the screen.
  if (missed) void queryClient.invalidateQueries();
}

function closed(which: WebSocket, code: number): void {
  if (socket !== which) return;
  socket = null;
  if (!wanted) return;
  // Reading the session anew leads to the sign-in, if it has really ended.
  if (code === signedOut) void queryClient.invalidateQueries();
  suspect();
  const wait = Math.min(500 * 2 ** tries, longestWait) * (0.7 + Math.random() * 0.6);
  tries += 1;
  retryTimer ??= window.setTimeout(connect, wait);
}

function suspect(): void {
  if (!navigator.onLine) connection.set('lost');
  lostTimer ??= window.setTimeout(() => {
    lostTimer = null;
    if (wanted && socket?.readyState !== WebSocket.OPEN) connection.set('lost');
  }, silentFor);
}

/** The server answers again: no need to wait out the pause. */
function retryNow(): void {
  if (!wanted) return;
  if (socket?.readyState === WebSocket.OPEN) {
    if (connection.get() === 'lost' && navigator.onLine) online();
  } else if (retryTimer !== null && tries > 1) {
    window.clearTimeout(retryTimer);
    connect();
  }
}

function hear(text: string): void {
  let message: Message;
  try {
    message = JSON.parse(text) as Message;
  } catch {
    return;
  }
  if (message.presence) hearPresence(message.presence);
  if (message.resync) void queryClient.invalidateQueries();
  for (const { type, id } of message.changed ?? []) gathered.add(type).add(`${type}/${id}`);
  for (const topic of message.topics ?? []) gathered.add(topic);
  gatherTimer ??= window.setTimeout(() => {
    gatherTimer = null;
    const changed = [...gathered];
    gathered.clear();
    void refresh(changed);
  }, gather);
}
