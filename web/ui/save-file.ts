/** Hands a file made or fetched here to the browser to keep. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // a browser begins to save after the click has been dealt with
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The same of a text made here. */
export function saveText(name: string, type: string, text: string): void {
  saveFile(new Blob([text], { type: `${type};charset=utf-8` }), name);
}
