import { describe, expect, it } from 'vitest';
import { type Home, homes, homesOf, openedAt, opensAs } from '../../papers/homes';
import { identify } from '../../papers/identity';

const at = (id: string, aliases: string[] = [], title?: string) =>
  Object.fromEntries(homesOf({ id, aliases, ...(title ? { title } : {}) }));

describe('where a paper is', () => {
  it('is told from an id of arXiv and the DOI that it has beside it', () => {
    expect(at('arxiv:2503.02130', ['doi:10.1145/3600211.3604699'], 'A <b> & "c"')).toEqual({
      huggingface: 'https://huggingface.co/papers/2503.02130',
      abs: 'https://arxiv.org/abs/2503.02130',
      html: 'https://arxiv.org/html/2503.02130',
      pdf: 'https://arxiv.org/pdf/2503.02130',
      publisher: 'https://doi.org/10.1145/3600211.3604699',
      alphaxiv: 'https://www.alphaxiv.org/abs/2503.02130',
      semanticScholar: 'https://api.semanticscholar.org/arXiv:2503.02130',
      scholar: 'https://scholar.google.com/scholar_lookup?arxiv_id=2503.02130',
    });
  });

  it('is told of papers that arXiv does not have, by identifier before title', () => {
    expect(at('doi:10.1002/(sici)1#2?', ['acl:2023.acl-long.1'])).toEqual({
      pdf: 'https://aclanthology.org/2023.acl-long.1.pdf',
      publisher: 'https://doi.org/10.1002/(sici)1%232%3F',
      semanticScholar: 'https://api.semanticscholar.org/10.1002/(sici)1%232%3F',
      scholar: 'https://scholar.google.com/scholar?q=10.1002%2F(sici)1%232%3F',
    });
    expect(at('openreview:aBc', [], 'β-VAE & more')).toEqual({
      pdf: 'https://openreview.net/pdf?id=aBc',
      publisher: 'https://openreview.net/forum?id=aBc',
      semanticScholar: 'https://www.semanticscholar.org/search?q=%CE%B2-VAE%20%26%20more',
      scholar: 'https://scholar.google.com/scholar?q=%22%CE%B2-VAE%20%26%20more%22',
    });
    expect(at('url:https://lab.example/paper')).toEqual({ publisher: 'https://lab.example/paper' });
  });

  it('is no page of HTML of a time when arXiv made none, and no address of what is no id', () => {
    expect(at('arxiv:2311.99999').html).toBeUndefined();
    expect(at('arxiv:2312.00001').html).toBe('https://arxiv.org/html/2312.00001');
    expect(at('arxiv:hep-th/9901001').html).toBeUndefined();
    for (const id of ['arxiv:../../x', 'arxiv:', 'url:javascript:alert(1)', 'doi:', 'made-up:1'])
      expect(at(id)).toEqual({});
  });

  it('names the same paper wherever its address is an identifier', () => {
    const found = homesOf({ id: 'arxiv:2503.02130' });
    const named = (['huggingface', 'abs', 'html', 'pdf', 'alphaxiv', 'scholar'] as const).map(
      (home) => identify(new URL(found.get(home) ?? ''))?.id,
    );
    expect(new Set(named)).toEqual(new Set(['arxiv:2503.02130']));
  });

  it('opens at what was chosen, or at the first place that has it', () => {
    const opened = (id: string, opensAt: Home) => openedAt({ id }, { opensAt });
    for (const home of homes.filter((one) => one !== 'publisher'))
      expect(opened('arxiv:2503.02130', home)).toBe(at('arxiv:2503.02130')[home]);
    expect(opened('arxiv:2503.02130', 'publisher')).toBe(
      'https://huggingface.co/papers/2503.02130',
    );
    expect(opened('doi:10.1145/1', 'alphaxiv')).toBe('https://doi.org/10.1145/1');
    expect(opened('made-up:1', 'pdf')).toBeUndefined();
    // Its page says more than its PDF.
    expect(opened('openreview:abc', 'huggingface')).toBe('https://openreview.net/forum?id=abc');
  });

  it('opens the copy that the reader lets lead, and tells which one that is', () => {
    const [arxiv, doi] = ['arxiv:2503.02130', 'doi:10.1/x'] as const;
    const opens = (id: string, alias: string, opensAt: Home, lead?: string) => {
      const paper = { id, aliases: [alias], ...(lead ? { lead } : {}) };
      return [openedAt(paper, { opensAt }), opensAs(paper, { opensAt })];
    };
    const published = ['https://doi.org/10.1/x', doi];
    const preprint = ['https://huggingface.co/papers/2503.02130', arxiv];
    expect(opens(arxiv, doi, 'publisher')).toEqual(published);
    expect(opens(doi, arxiv, 'huggingface')).toEqual(preprint);
    expect(opens(arxiv, doi, 'huggingface', doi)).toEqual(published);
    expect(opens(doi, arxiv, 'huggingface', doi)).toEqual(published);
    expect(opens(doi, arxiv, 'publisher', arxiv)).toEqual([
      'https://arxiv.org/abs/2503.02130',
      arxiv,
    ]);
    // One that was parted from it leads no longer.
    expect(opens(doi, 'doi:10.1/y', 'publisher', arxiv)[1]).toBe(doi);
  });
});
