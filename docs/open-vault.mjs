#!/usr/bin/env node
// Opens a vault of Offprint without Offprint: node open-vault.mjs FOLDER CODE
// FOLDER is a copy of the reader's folder. Everything that every device wrote is printed as JSON: heads,
// cards, and updates of Yjs's documents in base64; where the package yjs is installed, also the words
// that are in them, in the end. See docs/sync-format.md.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [folder = '.', secret = ''] = process.argv.slice(2);
const { subtle } = globalThis.crypto;
const text = (bytes) => new TextDecoder().decode(bytes);
const bytes = (string) => new TextEncoder().encode(string);
const fromBase64 = (string) => new Uint8Array(Buffer.from(string, 'base64'));
const listed = (...path) => readdirSync(join(folder, ...path));
const read = (...path) => new Uint8Array(readFileSync(join(folder, ...path)));

const countOf = (name) => Number(/^vault-(\d+)-/.exec(name)?.[1] ?? 0);
const [newest] = listed()
  .filter((name) => /^vault-\d+-[a-z0-9]+\.json$/.test(name))
  .sort((one, other) => countOf(other) - countOf(one) || (one < other ? 1 : -1));
const { vault, kdf, keys } = JSON.parse(text(read(newest)));

/** A code without its check; a reader's own words as they are. */
const code = secret.toUpperCase().replace(/[\s-]/g, '');
const plain = code.replaceAll('O', '0').replace(/[IL]/g, '1');
const isCode = /^[0-9A-HJKMNP-TV-Z]{28}$/.test(plain);
const password = isCode ? plain.slice(0, 26) : secret.normalize('NFKC').trim();
const base = await subtle.importKey('raw', bytes(password), 'PBKDF2', false, ['deriveKey']);
const { iterations } = kdf;
const stretched = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(kdf.salt), iterations };
const aes = { name: 'AES-GCM', length: 256 };
const wrapping = await subtle.deriveKey(stretched, base, aes, false, ['decrypt']);
const fileKeys = new Map();
for (const { id, wrapped } of keys) {
  const all = fromBase64(wrapped);
  const additionalData = bytes(`offprint-sync/1/wrap\n${vault}\n${id}`);
  const unwrap = { name: 'AES-GCM', iv: all.slice(0, 12), additionalData };
  const raw = await subtle.decrypt(unwrap, wrapping, all.slice(12));
  const root = await subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  const info = bytes('offprint-sync/1/files');
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  fileKeys.set(id, await subtle.deriveKey(hkdf, root, aes, false, ['decrypt']));
}

/** The content of one file: opened, without its padding, unpacked. */
async function open(path) {
  const file = read(...path.split('/'));
  const id = file[3];
  const additionalData = bytes(`OP1\n${vault}\n${path}\n${id}`);
  const params = { name: 'AES-GCM', iv: file.slice(4, 16), additionalData };
  const padded = await subtle.decrypt(params, fileKeys.get(id), file.slice(16));
  const length = new DataView(padded).getUint32(0);
  return new Uint8Array(gunzipSync(new Uint8Array(padded, 4, length)));
}

/** The sections of a segment, a part of a snapshot or a pack. */
function* sections(content) {
  for (let at = 0; at < content.length; ) {
    const length = new DataView(content.buffer, content.byteOffset).getUint32(at + 1);
    const inside = content.slice(at + 5, at + 5 + length);
    if (content[at] === 1)
      yield { document: inside[0], update: Buffer.from(inside.slice(1)).toString('base64') };
    if (content[at] === 2) yield { cards: JSON.parse(text(inside)) };
    if (content[at] === 3) {
      const head = new DataView(inside.buffer, inside.byteOffset);
      const part = Buffer.from(inside.slice(5)).toString('base64');
      yield { document: inside[0], at: head.getUint16(1), of: head.getUint16(3), part };
    }
    at += 5 + length;
  }
}

const out = {};
/** A file that was cut off is named, and the others are opened. */
async function add(path, parse) {
  out[path] = await open(path).then(parse, () => 'does not open');
}
for (const name of listed('h')) await add(`h/${name}`, (head) => JSON.parse(text(head)));
for (const device of listed('d'))
  for (const name of listed('d', device))
    await add(`d/${device}/${name}`, (content) => [...sections(content)]);

/** Documents that were too large for one file, put together from their parts: of each device and snapshot its own. */
function* whole() {
  const parts = new Map();
  for (const [path, all] of Object.entries(out))
    for (const one of Array.isArray(all) ? all : [])
      if (one.part) {
        const name = `${path.replace(/-\d+-[0-9a-f]+$/, '')} ${one.document}`;
        parts.set(name, [...(parts.get(name) ?? []), one]);
      }
  for (const all of parts.values()) {
    if (all.length !== all[0].of) continue;
    all.sort((one, other) => one.at - other.at);
    const update = Buffer.concat(all.map(({ part }) => Buffer.from(part, 'base64')));
    yield { document: all[0].document, update: update.toString('base64') };
  }
}

const yjs = await import('yjs').catch(() => undefined);
const documents = new Map();
if (yjs)
  for (const { document, update } of [...Object.values(out).flat(), ...whole()]) {
    if (!update) continue;
    if (!documents.has(document)) documents.set(document, new yjs.Doc());
    yjs.applyUpdateV2(documents.get(document), fromBase64(update));
  }
out.words = [...documents.values()].map((document) => document.getMap('w').toJSON());
process.stdout.write(`${JSON.stringify(out, undefined, 1)}\n`);
