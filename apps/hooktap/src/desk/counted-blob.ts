/** A blob that tells of its bytes as they are read, which is as fast as whoever they are sent to takes them. */
export function countedBlob(blob: Blob, read: (bytes: number) => void): Blob {
  const stream = () =>
    Blob.prototype.stream.call(blob).pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          read(chunk.length);
          controller.enqueue(chunk);
        },
      }),
    );
  return Object.defineProperty(blob, 'stream', { value: stream });
}
