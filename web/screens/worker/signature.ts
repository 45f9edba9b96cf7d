/** A drawing as text, so that it can be kept with a draft. */
export function dataUrlOf(blob: Blob | null): Promise<string | null> {
  if (blob === null) return Promise.resolve(null);
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(String(reader.result)));
    reader.addEventListener('error', () => fail(reader.error ?? new Error('the drawing could not be read')));
    reader.readAsDataURL(blob);
  });
}

export function blobOf(dataUrl: string | null): Blob | null {
  const [head, body] = dataUrl?.split(',') ?? [];
  if (!head || !body) return null;
  const bytes = Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type: head.slice('data:'.length).replace(';base64', '') });
}
