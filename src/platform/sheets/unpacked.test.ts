import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import excel from 'exceljs';
import { readSheet } from './read-sheet.ts';
import { xlsxOf } from './xlsx.ts';

const MEGABYTE = 1024 * 1024;

/** An entry as a zip holds it; `says` is what it pretends to hold, and is believed by nobody. */
function entry(name: string, content: Buffer, { later = false, says = content.length } = {}): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(later ? 8 : 0, 6);
  head.writeUInt16LE(8, 8);
  const sizes = [crc32(content), packed.length, says];
  if (!later) sizes.forEach((size, at) => head.writeUInt32LE(size, 14 + 4 * at));
  head.writeUInt16LE(name.length, 26);
  const tail = Buffer.alloc(later ? 16 : 0);
  if (later) [0x08074b50, ...sizes].forEach((size, at) => tail.writeUInt32LE(size, 4 * at));
  return Buffer.concat([head, Buffer.from(name), packed, tail]);
}

async function read(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readSheet(bytes)) rows.push(row);
  return rows;
}

const tooLarge = { code: 'import.file_unpacks_too_large' };

test('a workbook that unpacks to more than fits is refused, whatever it says of itself, before it is read', async () => {
  const sheet = Buffer.alloc(257 * MEGABYTE, ' ');
  for (const way of [{}, { later: true }, { says: 10 }]) {
    const bomb = entry('xl/worksheets/sheet1.xml', sheet, way);
    assert.ok(bomb.length < MEGABYTE, `${bomb.length} bytes`);
    await assert.rejects(read(bomb), tooLarge);
  }
  const many = Buffer.concat(
    Array.from({ length: 5 }, (_, no) => entry(`xl/worksheets/sheet${no}.xml`, Buffer.alloc(60 * MEGABYTE, ' '))),
  );
  await assert.rejects(read(many), tooLarge, 'together');
  await assert.rejects(read(entry('xl/sharedStrings.xml', Buffer.alloc(65 * MEGABYTE, ' '))), tooLarge, 'held whole');
});

test('what ends in the middle is unreadable; what other programs write is read', async () => {
  const bytes = entry('xl/worksheets/sheet1.xml', Buffer.from('<worksheet/>'));
  await assert.rejects(read(bytes.subarray(0, bytes.length - 3)), { code: 'import.file_unreadable' });
  const book = new excel.Workbook();
  book.addWorksheet('A').addRows([['Name'], ['Chen']]);
  assert.deepEqual(await read(Buffer.from(await book.xlsx.writeBuffer())), [['Name'], ['Chen']]);
  const chunks: Buffer[] = [];
  const batches = (async function* () {
    yield [['Lin']];
  })();
  for await (const chunk of xlsxOf('A', [{ header: 'Name', width: 10 }], batches)) chunks.push(chunk);
  assert.deepEqual(await read(Buffer.concat(chunks)), [['Name'], ['Lin']]);
});
