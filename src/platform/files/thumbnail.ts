const START = 0xff_d8;
const EXIF = 0xff_e1;
const ORIENTATION = 0x01_12;
const THUMBNAIL_AT = 0x02_01;
const THUMBNAIL_SIZE = 0x02_02;
/** One that is larger is none. EXIF has 64 kB for all that it says. */
const MOST_ENTRIES = 200;

/**
 * The small picture that a camera puts into its photo, from the photo's beginning; null where there is none. Nothing is decoded: it costs a
 * look through some bytes, and a picture made to break a decoder breaks none of ours. It is shown turned as the photo is.
 */
export function thumbnailIn(beginning: Buffer): Buffer | null {
  try {
    const tiff = exifOf(beginning);
    return tiff === null ? null : within(tiff);
  } catch (fault) {
    // an offset that leads outside: somebody's own making
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

/** What a JPEG says about itself: a block in the form of TIFF (EXIF 2.3, 4.5). */
function exifOf(jpeg: Buffer): Buffer | null {
  if (jpeg.readUInt16BE(0) !== START) return null;
  for (let at = 2; jpeg[at] === 0xff;) {
    const [mark, length] = [jpeg.readUInt16BE(at), jpeg.readUInt16BE(at + 2)];
    const block = jpeg.subarray(at + 4, at + 2 + length);
    if (mark === EXIF && block.toString('latin1', 0, 6) === 'Exif\0\0') return block.subarray(6);
    at += 2 + length;
  }
  return null;
}

/** The first directory is about the photo, the second about its small picture. */
function within(tiff: Buffer): Buffer | null {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const first = long(4);
  const second = long(first + 2 + 12 * short(first));
  if (second === 0) return null;
  const entry = (directory: number, tag: number): number | null => {
    for (let no = 0; no < Math.min(short(directory), MOST_ENTRIES); no += 1)
      if (short(directory + 2 + 12 * no) === tag) return directory + 2 + 12 * no + 8;
    return null;
  };
  const [at, size, turned] = [entry(second, THUMBNAIL_AT), entry(second, THUMBNAIL_SIZE), entry(first, ORIENTATION)];
  if (at === null || size === null) return null;
  const picture = tiff.subarray(long(at), long(at) + long(size));
  if (picture.length !== long(size) || picture.readUInt16BE(0) !== START) return null;
  return Buffer.concat([picture.subarray(0, 2), turnedBy(turned === null ? 1 : short(turned)), picture.subarray(2)]);
}

/** The block that says how a picture is to be turned, and nothing else. */
function turnedBy(orientation: number): Buffer {
  const block = Buffer.alloc(36);
  block.writeUInt16BE(EXIF, 0);
  block.writeUInt16BE(block.length - 2, 2);
  block.write('Exif\0\0MM\0*', 4, 'latin1');
  block.writeUInt32BE(8, 14);
  block.writeUInt16BE(1, 18);
  block.writeUInt16BE(ORIENTATION, 20);
  block.writeUInt16BE(3, 22);
  block.writeUInt32BE(1, 24);
  block.writeUInt16BE(orientation, 28);
  return block;
}
