type Drawer = { toString(text: string, options: { type: 'svg'; margin: number }): Promise<string> };

/** A text as the square that a telephone's camera reads: an SVG to stand in an `img`. Loaded with the first one drawn. */
export async function drawSquare(text: string): Promise<string> {
  // @ts-expect-error the package brings no types; Drawer says the part of it that is used
  const { default: drawer } = (await import('qrcode')) as { default: Drawer };
  const svg = await drawer.toString(text, { type: 'svg', margin: 2 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
