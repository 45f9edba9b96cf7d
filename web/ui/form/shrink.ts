/** Longer side of a photo that is sent: enough to read a meter, small enough for a basement's connection (about 300 kB). */
const longest = 1600;

/** From which size and how finely drawn, one after the other until it is small enough. */
const tries = [
  { side: longest, quality: 0.82 },
  { side: longest, quality: 0.6 },
  { side: 1200, quality: 0.6 },
  { side: 800, quality: 0.6 },
] as const;

/**
 * Makes a photo smaller on the device, and drops what the camera wrote into it (place and time of taking). Where no more than
 * `most` bytes are taken it is drawn more coarsely until it fits.
 */
export async function shrink(file: Blob, most = Infinity): Promise<Blob> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let smallest: Blob | null = null;
    for (const { side, quality } of tries) {
      smallest = await draw(image, side, quality);
      if (smallest.size <= most) break;
    }
    return smallest!;
  } finally {
    image.close();
  }
}

async function draw(image: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('the photo could not be written'))),
      'image/jpeg',
      quality,
    );
  });
}
