import { describe, expect, it } from 'vitest';
import { addressOf, identify, pageOf } from '../../papers/identity';
import { paperLinkPatterns } from '../../papers/link-patterns';
import { parse } from '../../papers/query/parse';
import { paperIdIn } from '../../papers/query/values';
import { linkKinds } from '../../sites/links';
import { linkExamples, nearMisses, otherAddresses } from '../fixtures/addresses';
import { takes } from '../support/match-pattern';

const examples = Object.values(linkExamples).flat();
const idOf = (address: string) => identify(new URL(address))?.id;
const fresh = 'arxiv:2503.02130';
const isOffered = (address: string) => paperLinkPatterns.some((pattern) => takes(pattern, address));

/** What an address has where a pattern of the menu leaves it open. */
const fillings: readonly (readonly [RegExp, string])[] = [
  [/([12])\*\.\*-\*\.\*$/, '$1999.mtsummit-1.1'],
  [/([012])\*\.\*$/, '$1704.0001'],
  [/\*(\/|%2F)([09])\*$/, 'hep-th$1$2901001'],
  [/\/anthology\*\/\*-\*$/, '/anthology/P18-1001'],
  [/\/([A-Z]|papers\/|attachments\/)\*-\*$/, '/$1P18-1001'],
  [/\*10\.\*$/, '10.1145/3371158'],
  [/\/([1-9])\*$/, '/$15817406'],
  [/\*\/\*$/, 'hep-th/9901001'],
  [/ar\*iv:\*$/, 'arxiv:2503.02130'],
  [/((?:iv:|%3A|=|\/arxiv\/))\*$/, '$12503.02130'],
];

function filled(pattern: string): string {
  const doubled = /^\*:\/\/(https?)\/\*(.*)\/\*$/.exec(pattern);
  if (doubled) {
    const example = examples.find(([address]) => takes(`*://*.${doubled[2]}/*`, address));
    return `https://${example?.[0].replace(/^https?/, doubled[1] ?? '')}`;
  }
  const address = pattern.replace('*://*.', 'https://');
  const example = examples.find(([one]) => takes(pattern, one));
  if (example) return example[0];
  const [open, filling] = fillings.find(([wanted]) => wanted.test(address)) ?? [/$/, ''];
  const path = address.replace(open, filling).replace(/\/([A-Z])P(\d\d-\d{4})$/, '/$1$2');
  return path.replace('*ar', 'ar').replaceAll('/*', '/abs').replaceAll('*', '');
}

describe('a link to a paper', () => {
  it.each(examples)('%s is known, offered in the menu and found by the search', (address, id) => {
    expect(idOf(address)).toBe(id);
    expect(isOffered(address)).toBe(true);
    expect(paperIdIn(address)).toBe(id);
    expect(parse(address).query.groups).toEqual([[{ kind: 'id', text: address, not: false }]]);
  });

  it.each(Object.entries(linkKinds))('of the kind %s has examples on each host', (name, kind) => {
    const addresses = linkExamples[name] ?? [];
    for (const host of kind.hosts)
      expect(
        addresses.some(([address]) => takes(`*://*.${host}/*`, address)),
        host,
      ).toBe(true);
  });

  it.each(otherAddresses)('%s is none, and the menu does not offer to save it', (address) => {
    expect(idOf(address)).toBeUndefined();
    expect(isOffered(address)).toBe(false);
  });

  it.each(nearMisses)('%s is none', (address) => {
    expect(idOf(address)).toBeUndefined();
  });

  it('may have its scheme typed twice', () => {
    for (const [address, id] of examples)
      for (const scheme of ['https://', 'http://', 'https://https://']) {
        expect(idOf(scheme + address)).toBe(id);
        expect(paperIdIn(scheme + address)).toBe(id);
        expect(isOffered(scheme + address)).toBe(true);
      }
  });

  it('is what each pattern of the menu is for', () => {
    for (const pattern of paperLinkPatterns) {
      const address = filled(pattern);
      expect(takes(pattern, address), `${pattern} ${address}`).toBe(true);
      expect(idOf(address), `${pattern} ${address}`).toBeDefined();
    }
  });

  it('is what Offprint itself opens', () => {
    for (const [, id] of examples)
      for (const address of [addressOf(id), pageOf(id)]) expect(idOf(address ?? '')).toBe(id);
  });

  it.each([
    'arXiv:2503.02130v1 3 Mar 2025',
    'arXiv: 2503.02130 (2025)',
    'arXiv preprint arXiv:2503.02130, 2025.',
    'arXiv e-prints, arXiv:2503.02130',
    'arXiv e-prints, p. arXiv:2503.02130',
    'ArXiv, abs/2503.02130',
    'CoRR, abs/2503.02130, 2025',
    '2503.02130 (1).pdf',
    '2503.02130v1-1.pdf',
    '2503.02130_World_Models.pdf',
    'oai:arXiv.org:2503.02130',
    'info:arxiv/2503.02130',
    'eprint:2503.02130',
  ])('%s, as papers and programs write it, is all of a search', (typed) => {
    expect(paperIdIn(typed)).toBe(fresh);
    expect(parse(typed).query.groups).toEqual([[{ kind: 'id', text: typed, not: false }]]);
  });

  it.each([
    ['https//arxiv.org/abs/2503.02130', 'arxiv:2503.02130'],
    ['ttps://arxiv.org/abs/2503.02130', 'arxiv:2503.02130'],
    ['HTTPS://ARXIV.ORG/ABS/2503.02130', 'arxiv:2503.02130'],
    ['arxiv.org/abs/2503.02130.', 'arxiv:2503.02130'],
    ['www.alphaxiv.org/zh/overview/2605.00180', 'arxiv:2605.00180'],
    ['doi.org/10.1145/3371158', 'doi:10.1145/3371158'],
    ['https%3A%2F%2Farxiv.org%2Fabs%2F2503.02130', 'arxiv:2503.02130'],
    ['https://https//doi.org/10.1145/3371158', 'doi:10.1145/3371158'],
    ['arXiv:https://arxiv.org/abs/2503.02130', 'arxiv:2503.02130'],
    ['doi:https://doi.org/10.1145/3371158', 'doi:10.1145/3371158'],
    ['论文：https://arxiv.org/abs/2503.02130。代码', 'arxiv:2503.02130'],
    ['[BERT](https://arxiv.org/abs/1810.04805)', 'arxiv:1810.04805'],
    ['[[https://arxiv.org/abs/1810.04805][BERT]]', 'arxiv:1810.04805'],
    ['https://arxiv.org/abs/1810.04805](https://arxiv.org/abs/1810.04805)', 'arxiv:1810.04805'],
    ['https://arxiv.org/abs/%202503.02130', 'arxiv:2503.02130'],
    ['https://web.archive.org/web/2024/https://arxiv.org/abs/2503.02130', 'arxiv:2503.02130'],
    ['https://web.archive.org/web/2024/https://openreview.net/forum?id=aBc', 'openreview:aBc'],
    ['https://www.google.com/url?q=https://arxiv.org/abs/2503.02130&sa=D', 'arxiv:2503.02130'],
    ['https://translate.google.com/website?u=https%3A%2F%2Farxiv.org%2Fabs%2F2503.02130', fresh],
    ['https://dl.acm.org/doi/pdf/10.1145/3371158', 'doi:10.1145/3371158'],
    ['https://dl.acm.org/citation.cfm?doid=10.1145/3371158', 'doi:10.1145/3371158'],
    ['https://api.openalex.org/works/doi:10.1145/3371158', 'doi:10.1145/3371158'],
    [
      'https://link.springer.com/content/pdf/10.1007%2Fs1-018-4743-9.pdf',
      'doi:10.1007/s1-018-4743-9',
    ],
    ['https://huggingface.co/papers/https://arxiv.org/abs/2503.02130', fresh],
    ['view-source:https://arxiv.org/abs/2503.02130', fresh],
    ['about:reader?url=https%3A%2F%2Farxiv.org%2Fabs%2F2503.02130', fresh],
    ['chrome-extension://abc/viewer.html?file=https://arxiv.org/pdf/2503.02130', fresh],
    ['moz-extension://abc/https://arxiv.org/pdf/2503.02130', fresh],
    [
      'https://example.org/a?url=https://example.org/b',
      'url:https://example.org/a?url=https%3A%2F%2Fexample.org%2Fb',
    ],
    ['https://example.org/Apple_Inc.', 'url:https://example.org/Apple_Inc.'],
    ['(https://example.org/a).', 'url:https://example.org/a'],
  ])('typed as %s is %s', (typed, id) => {
    expect(paperIdIn(typed)).toBe(id);
  });
});
