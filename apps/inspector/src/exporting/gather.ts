/** Reads a stream to its end; `onProgress` hears how many bytes came so far. Throws where it breaks off. */
export async function gather(
  stream: ReadableStream<Uint8Array>,
  onProgress: (bytes: number) => void,
): Promise<Blob> {
  const parts: BlobPart[] = [];
  const reader = stream.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(new Uint8Array(value));
    bytes += value.length;
    onProgress(bytes);
  }
  return new Blob(parts, { type: 'application/octet-stream' });
}

/** Saves it as a file; the browser never opens it. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
