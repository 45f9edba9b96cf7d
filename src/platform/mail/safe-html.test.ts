import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyOf, safePage } from './safe-html.ts';

const plain = { pictures: new Map([['leak@1', 'data:image/png;base64,AAAA']]), remote: false };
const bodyOf = async (html: string, looks = plain): Promise<string> =>
  /<body>(.*)<\/body>/s.exec(await safePage(html, looks))![1]!;

for (const [how, html] of [
  ['a script', '<script>alert(1)</script>'],
  ['a script in broken tags', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
  ['a handler', '<img src=x onerror=alert(1)><p onclick="alert(1)">x</p>'],
  ['a link that runs', '<a href="javascript:alert(1)">x</a><a href=" jav&#x09;ascript:alert(1)">x</a>'],
  [
    'a page of another kind',
    '<svg onload=alert(1)><animate onbegin=alert(1)></svg><math><mi xlink:href="javascript:alert(1)">',
  ],
  ['a frame', '<iframe src="https://evil.example"></iframe><object data="x"></object><embed src="x">'],
  ['a form', '<form action="https://evil.example"><input name=password><button>go</button></form>'],
  [
    'a page that takes over',
    '<base href="https://evil.example"><meta http-equiv=refresh content="0;url=https://evil.example">',
  ],
  [
    'a style that fetches',
    '<style>@import "https://evil.example"</style><p style="background:url(https://evil.example/x)">x</p>',
  ],
  ['a style that covers', '<div style="position:fixed;top:0;z-index:9">x</div>'],
  ['a picture that is a page', '<img src="data:text/html;base64,AAAA"><img src="data:image/svg+xml;base64,AAAA">'],
  [
    'a tracker',
    '<img src="https://tracker.example/x.gif"><img srcset="https://tracker.example/y.gif 2x"><table background="https://tracker.example/z.gif">',
  ],
] as const)
  test(`nothing is left of ${how}`, async () => {
    const body = await bodyOf(html);
    assert.doesNotMatch(
      body,
      /<(?:script|svg|math|iframe|object|embed|form|input|button|base|meta|style)|\son\w+=|javascript:|url\(|position|evil\.example|tracker\.example|text\/html|svg\+xml/i,
      body,
    );
  });

test('what makes a mail readable stays', async () => {
  const body = await bodyOf(
    '<p style="color:red;text-align:center">Hi <b>there</b></p><table><tr><td bgcolor="#eee">x</td></tr></table>',
  );
  assert.match(body, /<p style="color:red;text-align:center">Hi <b>there<\/b><\/p>/);
  assert.match(body, /<td bgcolor="#eee">x<\/td>/);
  assert.match(
    await bodyOf('<a href="https://example.com">x</a>'),
    /target="_blank" rel="noopener noreferrer nofollow"/,
  );
});

test('pictures of the mail itself are within; those from elsewhere only when asked', async () => {
  assert.match(await bodyOf('<img src="cid:leak@1" alt="leak">'), /src="data:image\/png;base64,AAAA"/);
  assert.match(
    await bodyOf('<img src="https://a.example/x.png">', { ...plain, remote: true }),
    /src="https:\/\/a\.example/,
  );
  assert.doesNotMatch(policyOf({ remote: false }), /https:/);
  assert.match(policyOf({ remote: true }), /img-src data: https: http:;/);
});

test('what is quoted is folded, and all of it is there', async () => {
  const body = await bodyOf('<p>Mine</p><blockquote>Theirs<blockquote>Older</blockquote></blockquote>');
  assert.match(body, /^<p>Mine<\/p><details class="huiyin-quoted"><summary>…<\/summary><blockquote>Theirs<details/);
  assert.match(body, /Older<\/blockquote><\/details><\/blockquote><\/details>$/);
});
