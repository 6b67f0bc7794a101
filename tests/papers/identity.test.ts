import { describe, expect, it } from 'vitest';
import {
  addressOf,
  arxivIdentity,
  doiIdentity,
  identify,
  urlIdentity,
} from '../../papers/identity';

const noted = (identity: { id: string; version?: number } | undefined) =>
  identity && (identity.version ? `${identity.id} v${identity.version}` : identity.id);

describe('arXiv identifiers', () => {
  it.each([
    ['2503.02130', 'arxiv:2503.02130'],
    ['2503.02130v2', 'arxiv:2503.02130 v2'],
    ['2503.02130v12', 'arxiv:2503.02130 v12'],
    ['arXiv:2503.02130v1', 'arxiv:2503.02130 v1'],
    ['arxiv: 2503.02130', 'arxiv:2503.02130'],
    [' 0704.0001 ', 'arxiv:0704.0001'],
    ['hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['hep-th/9901001v3', 'arxiv:hep-th/9901001 v3'],
    ['solv-int/9901001v2', 'arxiv:solv-int/9901001 v2'],
    ['math/0309136', 'arxiv:math/0309136'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    ['math.GT/0309136v2', 'arxiv:math/0309136 v2'],
    ['cond-mat.mes-hall/0001001', 'arxiv:cond-mat/0001001'],
    ['physics.med-ph/0001001', 'arxiv:physics/0001001'],
    ['HEP-TH/9901001', 'arxiv:hep-th/9901001'],
  ])('%s is %s', (text, id) => {
    expect(noted(arxivIdentity(text))).toBe(id);
  });

  it.each([
    '',
    '2503.0213x',
    '2503.021',
    '2503.021300',
    'hep-th',
    'hep-th/990100',
    'v2',
    '2503.02130 v2',
    '2503.02130v',
  ])('%j is none', (text) => {
    expect(arxivIdentity(text)).toBeUndefined();
  });
});

describe('DOIs', () => {
  it.each([
    ['10.1145/3371158.3371232', 'doi:10.1145/3371158.3371232'],
    ['doi: 10.1145/3371158', 'doi:10.1145/3371158'],
    ['https://doi.org/10.1002/ANDP.19263851302', 'doi:10.1002/andp.19263851302'],
    ['http://dx.doi.org/10.1145/3371158', 'doi:10.1145/3371158'],
    [
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID>3.0.CO;2-2',
      'doi:10.1002/(sici)1097-0258(19980815)17:15<1661::aid>3.0.co;2-2',
    ],
    ['10.1000.10/123', 'doi:10.1000.10/123'],
    ['10.48550/arXiv.2503.02130', 'arxiv:2503.02130'],
    ['10.48550/ARXIV.2503.02130v2', 'arxiv:2503.02130 v2'],
    ['https://doi.org/10.48550/arXiv.hep-th/9901001', 'arxiv:hep-th/9901001'],
  ])('%s is %s', (text, id) => {
    expect(noted(doiIdentity(text))).toBe(id);
  });

  it.each(['', '10.1145', '10.1145/', 'ade/1391109086', '10.48550/arXiv.nonsense', '11.1145/1'])(
    '%j is none',
    (text) => {
      expect(doiIdentity(text)).toBeUndefined();
    },
  );
});

describe('addresses', () => {
  it.each([
    ['https://arxiv.org/abs/2503.02130', 'arxiv:2503.02130'],
    ['http://www.arxiv.org/abs/2503.02130v2', 'arxiv:2503.02130 v2'],
    ['https://arxiv.org/abs/2503.02130?utm_source=x&context=cs#top', 'arxiv:2503.02130'],
    ['https://arxiv.org/pdf/2503.02130', 'arxiv:2503.02130'],
    ['https://arxiv.org/pdf/2503.02130v1.pdf#page=3', 'arxiv:2503.02130 v1'],
    ['https://arxiv.org/html/2503.02130v1/', 'arxiv:2503.02130 v1'],
    ['https://export.arxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://arxiv.org/abs/hep-th%2F9901001', 'arxiv:hep-th/9901001'],
    ['https://arxiv.org/pdf/math.GT/0309136v2.pdf', 'arxiv:math/0309136 v2'],
    ['https://huggingface.co/papers/2503.02130', 'arxiv:2503.02130'],
    ['https://huggingface.co/papers/2503.02130/?utm_medium=x', 'arxiv:2503.02130'],
    ['https://hf.co/papers/2503.02130#community', 'arxiv:2503.02130'],
    ['https://www.alphaxiv.org/abs/2503.02130v3', 'arxiv:2503.02130 v3'],
    ['https://alphaxiv.org/overview/2503.02130', 'arxiv:2503.02130'],
    ['https://www.alphaxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://ar5iv.org/abs/2503.02130', 'arxiv:2503.02130'],
    ['https://ar5iv.labs.arxiv.org/html/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://doi.org/10.1145/3371158.3371232?utm_source=x', 'doi:10.1145/3371158.3371232'],
    ['https://doi.org/10.1002%2FANDP.19263851302', 'doi:10.1002/andp.19263851302'],
    ['https://doi.org/10.48550/arXiv.2503.02130', 'arxiv:2503.02130'],
    ['https://openreview.net/forum?id=aBc_1-2&noteId=x', 'openreview:aBc_1-2'],
    ['https://openreview.net/pdf?id=aBc_1-2', 'openreview:aBc_1-2'],
    ['https://aclanthology.org/2024.acl-long.1/', 'acl:2024.acl-long.1'],
    ['https://aclanthology.org/2021.naacl-main.208.pdf', 'acl:2021.naacl-main.208'],
    ['https://aclanthology.org/P19-1001v2.pdf', 'acl:P19-1001'],
    ['https://pubmed.ncbi.nlm.nih.gov/25817406/', 'pmid:25817406'],
  ])('%s is %s', (address, id) => {
    expect(noted(identify(new URL(address)))).toBe(id);
  });

  it.each([
    'https://arxiv.org/list/cs.AI/new',
    'https://arxiv.org/abs/',
    'https://huggingface.co/papers',
    'https://huggingface.co/papers/date/2026-03-27',
    'https://huggingface.co/abs/2503.02130',
    'https://huggingface.co/docs/2503.02130',
    'https://arxiv.org.example/abs/2503.02130',
    'https://notarxiv.org/abs/2503.02130',
    'https://aclanthology.org/venues/acl/',
    'https://aclanthology.org/volumes/2024.acl-long/',
    'https://openreview.net/group?id=ICLR.cc',
    'https://arxiv.org/abs/%E0%A4%A',
    'javascript:alert(1)',
  ])('%s is no paper', (address) => {
    expect(identify(new URL(address))).toBeUndefined();
  });
});

describe('the last resort', () => {
  it('is the address without fragment, user and tracking parameters', () => {
    const url = 'https://me:pass@a.example/b/?utm_source=x&z=1&fbclid=y&a=2&gclid=3#c';
    expect(urlIdentity(new URL(url)).id).toBe('url:https://a.example/b/?a=2&z=1');
    expect(urlIdentity(new URL('https://a.example/b/')).id).toBe('url:https://a.example/b');
    expect(urlIdentity(new URL('https://a.example/?next=/')).id).toBe(
      'url:https://a.example/?next=%2F',
    );
  });
});

describe('the page of an id', () => {
  it.each([
    ['arxiv:2503.02130', 'https://arxiv.org/abs/2503.02130'],
    ['arxiv:hep-th/9901001', 'https://arxiv.org/abs/hep-th/9901001'],
    ['doi:10.1145/3371158', 'https://doi.org/10.1145/3371158'],
    ['doi:10.1000/a#b?c', 'https://doi.org/10.1000/a%23b%3Fc'],
    ['openreview:aBc', 'https://openreview.net/forum?id=aBc'],
    ['acl:2024.acl-long.1', 'https://aclanthology.org/2024.acl-long.1/'],
    ['pmid:25817406', 'https://pubmed.ncbi.nlm.nih.gov/25817406/'],
    ['url:https://a.example/b', 'https://a.example/b'],
    ['url:javascript:alert(1)', undefined],
    ['other:1', undefined],
    ['nonsense', undefined],
  ])('%s is %s', (id, address) => {
    expect(addressOf(id)).toBe(address);
  });

  it('is identified as the same paper', () => {
    for (const id of [
      'arxiv:2503.02130',
      'arxiv:hep-th/9901001',
      'doi:10.1000/a#b?c',
      'acl:P19-1001',
    ])
      expect(identify(new URL(addressOf(id) ?? ''))?.id).toBe(id);
  });
});
