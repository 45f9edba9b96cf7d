import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draw, isDrawn } from './draw.ts';

const ids = (n: number): string[] => Array.from({ length: n }, (_, at) => `id-${String(at).padStart(4, '0')}`);

test('the same seed draws the same of the same, in whatever order they are given; another seed draws others [ESCL-09]', () => {
  for (let round = 0; round < 400; round += 1) {
    const all = ids(1 + (round % 61));
    const n = (round * 7) % 71;
    const seed = `seed ${round}`;
    const drawn = draw(seed, all, n);
    assert.equal(drawn.length, Math.min(n, all.length));
    assert.equal(new Set(drawn).size, drawn.length, 'none twice');
    assert.ok(drawn.every((id) => all.includes(id)));
    assert.deepEqual(draw(seed, all.toReversed(), n), drawn);
  }
  assert.notDeepEqual(draw('a', ids(60), 10), draw('b', ids(60), 10));
});

test('what was drawn once is drawn for ever: these samples stand in records', () => {
  assert.deepEqual(draw('2026-11', ids(20), 5), ['id-0005', 'id-0009', 'id-0018', 'id-0011', 'id-0013']);
  assert.deepEqual(
    ids(12).filter((id) => isDrawn('2026-11', id, 30)),
    ['id-0000', 'id-0002', 'id-0003', 'id-0005'],
  );
});

test('everybody is drawn as often as anybody else (chi-squared, 19 degrees of freedom, p < 0.001)', () => {
  const all = ids(20);
  const counts = new Map(all.map((id) => [id, 0]));
  for (let seed = 0; seed < 4_000; seed += 1)
    for (const id of draw(`seed ${seed}`, all, 5)) counts.set(id, counts.get(id)! + 1);
  const expected = (4_000 * 5) / 20;
  const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  assert.ok(chi < 43.82, `chi-squared is ${chi}`);
  // each place of the sample is as open as any other
  const first = new Map(all.map((id) => [id, 0]));
  for (let seed = 0; seed < 4_000; seed += 1) {
    const [id] = draw(`place ${seed}`, all, 5);
    first.set(id!, first.get(id!)! + 1);
  }
  const chiFirst = [...first.values()].reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
  assert.ok(chiFirst < 43.82, `chi-squared of the first is ${chiFirst}`);
});

test('a share draws about as many as it says, none at nought and all at a hundred', () => {
  for (const percent of [20, 50, 80]) {
    const n = ids(5_000).filter((id) => isDrawn('share', id, percent)).length;
    assert.ok(Math.abs(n / 50 - percent) < 2.5, `${n} of 5000 at ${percent} %`);
  }
  assert.equal(ids(500).filter((id) => isDrawn('x', id, 100)).length, 500);
  assert.equal(ids(500).filter((id) => isDrawn('x', id, 0)).length, 0);
});
