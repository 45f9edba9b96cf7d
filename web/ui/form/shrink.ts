/** Longer side of a photo that is sent: enough to read a meter, small enough for a basement's connection (about 300 kB). */
const longest = 1600;

/** Makes a photo smaller on the device, and drops what the camera wrote into it (place and time of taking). */
export async function shrink(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((done, fail) => {
    canvas.toBlob(
      (blob) => (blob ? done(blob) : fail(new Error('the photo could not be written'))),
      'image/jpeg',
      0.82,
    );
  });
}
