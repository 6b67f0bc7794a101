import type { Bytes } from '../bytes';

/** Compresses with gzip. */
export function zipped(bytes: Bytes): Promise<Bytes> {
  return through(bytes, new CompressionStream('gzip'), Number.POSITIVE_INFINITY);
}

/**
 * The other way.
 * @param limit In bytes: more than that is not unpacked.
 * @throws TypeError or RangeError where it cannot be.
 */
export function unzipped(bytes: Bytes, limit: number): Promise<Bytes> {
  return through(bytes, new DecompressionStream('gzip'), limit);
}

async function through(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts as Bytes[]).arrayBuffer());
}
