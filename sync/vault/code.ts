import { type Bytes, bytesOf } from '../bytes';

/** Crockford's base32: no I, L, O and U. https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 26;
const checkLength = 2;

/**
 * A new code: 130 random bits and a check of ten, in seven groups of four characters.
 * @param random Random bytes, as many as are asked for.
 */
export function newCode(random: (count: number) => Uint8Array): string {
  const digits = [...random(secretLength)].map((byte) => byte & 31);
  return shownCode([...digits, ...checkOf(digits)]);
}

/** What is wrong with a code that a reader typed. */
export type CodeFault = 'length' | 'character' | 'check';

/**
 * Reads a code, however it is spaced and spelled: `O` is 0, `I` and `L` are 1.
 * @returns As it is shown, or what is wrong: every slip of one character, and of two beside each other, is noticed.
 */
export function readCode(text: string): { readonly code: string } | { readonly fault: CodeFault } {
  const plain = text
    .toUpperCase()
    .replace(/[\s‐-―-]+/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const digits = [...plain].map((character) => alphabet.indexOf(character));
  if (digits.includes(-1)) return { fault: 'character' };
  if (digits.length !== secretLength + checkLength) return { fault: 'length' };
  const check = checkOf(digits.slice(0, secretLength));
  const isRight = check.every((digit, at) => digit === digits[secretLength + at]);
  return isRight ? { code: shownCode(digits) } : { fault: 'check' };
}

/**
 * What a key is derived from: a code without its check and spaces, or a reader's own words in Unicode's composed form.
 */
export function secretBytes(secret: string): Bytes {
  const read = readCode(secret);
  if ('code' in read) return bytesOf(read.code.replaceAll('-', '').slice(0, secretLength));
  return bytesOf(secret.normalize('NFKC').trim());
}

function shownCode(digits: readonly number[]): string {
  const characters = digits.map((digit) => alphabet[digit]).join('');
  return characters.match(/.{4}/g)?.join('-') ?? '';
}

/** CRC-10 (x¹⁰+x⁹+x⁵+x⁴+x+1), which finds every burst of up to ten bits: two characters. */
function checkOf(digits: readonly number[]): readonly number[] {
  let sum = 0;
  for (const digit of digits)
    for (let bit = 4; bit >= 0; bit -= 1) {
      const isOdd = ((sum >> 9) ^ (digit >> bit)) & 1;
      sum = ((sum << 1) & 0x3ff) ^ (isOdd ? 0x233 : 0);
    }
  return [sum >> 5, sum & 31];
}
