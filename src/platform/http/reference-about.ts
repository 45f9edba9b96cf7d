/** How to call the API, once for all of it: CommonMark, for the OpenAPI document and for the page to read. */
export const ABOUT = `Everything the screens do, they do through this. \`$HUIYIN\` stands for the address of this server, \`$TOKEN\` for a
personal token; requests and answers are JSON.

## Signing in

A program sends a personal token. Its person makes it under *Account* in the screens, says what it may be used for and until
when, and sees it once.

\`\`\`
curl "$HUIYIN/api/session" -H "Authorization: Bearer $TOKEN"
\`\`\`

A browser signs in and carries a cookie from then on. Whatever it writes must also carry the header \`X-Huiyin\`, whatever its
value: no foreign page can add it. This is how a token is made without the screens:

\`\`\`
curl "$HUIYIN/api/sign-in" -c cookies -H "X-Huiyin: 1" -H "Content-Type: application/json" \\
  -d '{"username": "desk", "password": "..."}'
curl "$HUIYIN/api/me/tokens" -b cookies -H "X-Huiyin: 1" -H "Content-Type: application/json" \\
  -d '{"name": "Night report", "rights": ["ticket.see"], "expiresAt": "2027-01-31T00:00:00Z"}'
\`\`\`

Each operation names the right it needs. A right reaches as far as its scope (own, department, centre, organisation); what an
operation is called on is asked again by the same rule that fills \`can\` in answers: \`null\` where an act is allowed, else the
reason, under the same codes with which the act itself would be refused.

## Errors

Every refusal is \`{ "code", "message", "params", "fields"? }\`. A \`code\` is stable: programs go by it and by nothing else.
\`message\` is for developers, \`params\` is what the code speaks of, and \`fields\` says for \`input.malformed\` what is wrong with
which field.

\`\`\`
{ "code": "ticket.ended", "message": "...", "params": { "number": 10427 } }
\`\`\`

400, 404, 413, 415 and 422 say that this request will never do; 401 sign in; 403 not with these rights; 409 not as things stand; 429
later, after as many seconds as \`Retry-After\` says; 500 something broke on our side and nothing was changed; 503 the database is
away, send it again under the same key; 507 its disk is full.

## Sent twice, done once

A write may carry an \`Idempotency-Key\`: 8 to 200 characters that nobody used before, a new one for each intent. Sent again by
the same person under the same key within a week, it changes nothing and hears the first answer, also while the first is still
under way. Another request under the same key is refused (\`idempotency.key_used_otherwise\`). A refusal is not kept: what was
refused may be sent again. Most things are made under an \`id\` of the client's own (a UUID), which does the same for ever.

\`\`\`
curl "$HUIYIN/api/tickets/$TICKET/notes" -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: $(uuidgen)" \\
  -d '{"text": "The valve is on its way."}'
\`\`\`

## Nobody overwritten

What may be changed carries a \`version\`. Send the one you read along with a change (\`version\`, or \`seen\` in what administrators
keep): if somebody was faster, the answer is 409 \`stale\` and nothing is changed; read it again and decide anew. A change without
it overwrites whatever stands.

## Pages

A list answers with \`items\` and \`next\`. For the page after it, send \`after\` with that \`next\`, and the same filters; \`next\` is null at
the end. \`limit\` says how many at most, up to 200. What comes in meanwhile moves nothing;
only a list by the worst clock may shift while clocks are set.

\`\`\`
curl "$HUIYIN/api/tickets?state=open&limit=100" -H "Authorization: Bearer $TOKEN"
curl "$HUIYIN/api/tickets?state=open&limit=100&after=$NEXT" -H "Authorization: Bearer $TOKEN"
\`\`\`

## Times

Moments go out in UTC with milliseconds, \`2026-11-21T19:06:53.123Z\`, and come in as ISO 8601 with any offset,
\`2026-11-22T03:06:53+08:00\`. What is reported later says with \`happenedAt\` when it happened; nothing happens in the future. Days
are \`YYYY-MM-DD\` where the centre stands. Limits are ISO 8601 durations: \`PT4H\`, \`P3D\`.

## Several organisations

With several organisations on one server, \`/o/<slug>/api/...\` names the one that is meant, unless each has a host of its own.

## Hearing of changes

\`GET /api/live\` upgrades to a WebSocket that names what changed: \`{ "changed": [{ "type": "ticket", "id": "..." }] }\`. Read it again
through its own route. \`{ "resync": true }\` means that something may have been missed.`;
