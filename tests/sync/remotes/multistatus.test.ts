import { describe, expect, it } from 'vitest';
import { bareTag, listedIn } from '../../../sync/remotes/multistatus';

const address = 'https://dav.example/remote.php/dav/files/%C3%BC%20b/offprint/h/';
const folder = '<d:resourcetype><d:collection/></d:resourcetype>';

const row = (href: string, properties = '', status = 'HTTP/1.1 200 OK') =>
  `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${properties}</d:prop><d:status>${status}</d:status></d:propstat></d:response>`;
const multistatus = (...rows: readonly string[]) =>
  `<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:">${rows.join('\n')}</d:multistatus>`;
const names = (text: string) => listedIn(text, address)?.map(({ name }) => name);

describe('a listing of WebDAV', () => {
  it.each([
    ['paths', '/remote.php/dav/files/%C3%BC%20b/offprint/h/'],
    ['whole addresses', 'https://dav.example/remote.php/dav/files/%C3%BC%20b/offprint/h/'],
    [
      'addresses of another scheme',
      'http://dav.example/remote.php/dav/files/%C3%BC%20b/offprint/h/',
    ],
    ['other escapes', '/remote.php/dav/files/%c3%bc%20b/%6Fffprint/h/'],
    ['no escapes', '/remote.php/dav/files/ü b/offprint/h/'],
    ['double slashes', '//remote.php/dav/files/%C3%BC%20b/offprint//h/'.slice(1)],
    ['what lies behind a proxy', '/internal/offprint/h/'],
    ['a folder without its slash', '/remote.php/dav/files/%C3%BC%20b/offprint/h'],
  ])('is read where hrefs are %s', (_, base) => {
    const inside = base.replace(/\/?$/, '/');
    const text = multistatus(row(base, folder), row(`${inside}x-0`), row(`${inside}sub/`, folder));
    expect(names(text)).toEqual(['x-0', 'sub']);
    expect(names(multistatus(row(base, folder)))).toEqual([]);
    // In whatever order.
    expect(names(multistatus(row(`${inside}a`), row(base, folder)))).toEqual(['a']);
  });

  it('has what each row tells, and makes up nothing', () => {
    const modified = 'Mon, 12 Jan 1998 09:25:56 GMT';
    const text = multistatus(
      row('./', folder),
      row(
        'a',
        `<d:getcontentlength>12</d:getcontentlength><d:getetag>W/"x&amp;y"</d:getetag><d:getlastmodified>${modified}</d:getlastmodified><d:resourcetype/>`,
      ),
      row(
        'b',
        '<d:getcontentlength/><d:getetag></d:getetag><d:getlastmodified>once</d:getlastmodified>',
      ),
    );
    expect(listedIn(text, address)).toEqual([
      { name: 'a', isFolder: false, size: 12, tag: 'x&y', changedAt: Date.parse(modified) },
      { name: 'b', isFolder: false },
    ]);
  });

  it('takes properties that were found from beside those that were not, whatever prefix they have', () => {
    const text = `<?xml version="1.0"?><multistatus xmlns="DAV:" xmlns:lp1="DAV:"><response><href>a</href>
<propstat><prop><lp1:quota/><getcontentlength>1</getcontentlength></prop><status>HTTP/1.1 404 Not Found</status></propstat>
<propstat><prop><lp1:getcontentlength>5</lp1:getcontentlength><lp1:getetag><![CDATA["t"]]></lp1:getetag></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`;
    expect(listedIn(text, address)).toEqual([{ name: 'a', isFolder: false, size: 5, tag: 't' }]);
  });

  it('leaves out a row that says it is none, and reads a percent sign that stands for itself', () => {
    const gone =
      '<d:response><d:href>gone</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>';
    const text = multistatus(row('./', folder), gone, row('100%'), row('http://'), row('b%20c'));
    expect(names(text)).toEqual(['100%', 'b c']);
  });

  it('is none where the folder says that it is cut, or the text ends early, or is something else', () => {
    const cut =
      '<d:response><d:href>./</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status></d:response>';
    expect(names(multistatus(row('a'), cut))).toBeUndefined();
    const whole = multistatus(row('./', folder), row('a'), row('b'));
    for (let end = 0; end < whole.length; end += 7)
      expect(names(whole.slice(0, end))).toBeUndefined();
    expect(names('<html><body>Hello</body></html>')).toBeUndefined();
    expect(names('')).toBeUndefined();
    expect(names('<a>'.repeat(100_000))).toBeUndefined();
  });

  it('may list nothing at all', () => {
    expect(names('<D:multistatus xmlns:D="DAV:"/>')).toEqual([]);
  });
});

it.each([
  ['"a"', 'a'],
  ['W/"a"', 'a'],
  ['"a-gzip"', 'a'],
  ['W/"a;gzip"', 'a'],
  ['"a--gzip"', 'a'],
  ['a', 'a'],
  ['', ''],
])('the tag %s is %s alone', (tag, bare) => {
  expect(bareTag(tag)).toBe(bare);
});
