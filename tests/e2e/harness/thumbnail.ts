import { createHash } from 'node:crypto';

function line(y: number, width: number): string {
  return `<rect x="48" y="${y}" width="${width}" height="10" rx="3" fill="#c7cad1"/>`;
}

/** Draws something like a paper's first page, always the same for the same seed. */
export function thumbnail(seed: string): string {
  const bytes = createHash('sha256').update(seed).digest();
  const hue = Math.round(((bytes[0] ?? 0) / 255) * 360);
  const lines = Array.from(bytes.subarray(1, 12), (byte, at) => line(120 + at * 22, 300 + byte));
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400">' +
    '<rect width="640" height="400" fill="#fff"/>' +
    `<rect x="48" y="40" width="${360 + (bytes[13] ?? 0) / 2}" height="26" rx="4" fill="#2b2f38"/>` +
    `<rect x="48" y="80" width="260" height="14" rx="4" fill="hsl(${hue} 55% 60%)"/>` +
    `${lines.join('')}</svg>`
  );
}
