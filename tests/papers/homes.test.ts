import { describe, expect, it } from 'vitest';
import { type Home, homes, homesOf, openedAt } from '../../papers/homes';
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
  });
});
