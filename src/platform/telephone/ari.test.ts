import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ariUrl } from './ari.ts';

test('an exchange is asked and heard by its name, or by its address of either sort', () => {
  const at = (host: string, secure: 'tls' | 'none') => ({ host, port: 8088, secure });
  assert.equal(ariUrl(at('pbx.example', 'tls'), 'http', 'asterisk/ping'), 'https://pbx.example:8088/ari/asterisk/ping');
  assert.equal(ariUrl(at('10.0.0.7', 'none'), 'ws', 'events?app=x'), 'ws://10.0.0.7:8088/ari/events?app=x');
  assert.equal(new URL(ariUrl(at('fd00::7', 'tls'), 'ws', 'events')).host, '[fd00::7]:8088');
});
