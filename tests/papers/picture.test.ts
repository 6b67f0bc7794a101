import { expect, it } from 'vitest';
import { pictureOf } from '../../papers/picture';

const own = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2603.24533.png';

it('is the site’s own', () => {
  expect(pictureOf({ thumbnailUrl: own })).toBe(own);
});

it.each([
  ['nothing', undefined],
  ['another host', 'https://example.org/huggingface.co.png'],
  ['a host that ends alike', 'https://nothuggingface.co/a.png'],
  ['a host that begins alike', 'https://huggingface.co.example.org/a.png'],
  ['an address with a user', 'https://huggingface.co@example.org/a.png'],
  ['another protocol', 'http://huggingface.co/a.png'],
  ['what is no address', 'huggingface.co/a.png'],
])('is not %s', (_, thumbnailUrl) => {
  expect(pictureOf(thumbnailUrl === undefined ? {} : { thumbnailUrl })).toBeUndefined();
});
