import { describe, expect, it } from 'vitest';
import { target } from '../../papers/carried';
import { addressOf } from '../../papers/identity';
import { paperAt } from '../../papers/paper-at';

const idAt = (address: string) => paperAt(target(new URL(address)))?.id;

describe('the paper of an address', () => {
  it.each([
    // What Silverchair has behind a DOI: a number of its own, the title.
    [
      'https://academic.oup.com/fold/advance-article-abstract/doi/10.1093/fold/sqaa085/5999080',
      'doi:10.1093/fold/sqaa085',
    ],
    [
      'https://ashpublications.org/fold/article-abstract/doi/10.1182/fold.2019004397/474417/Folding-and-Unfolding-at-the-Stem',
      'doi:10.1182/fold.2019004397',
    ],
    // Books of Taylor & Francis, of university presses.
    [
      'https://www.taylorfrancis.com/chapters/mono/10.1201/9781003009085-3/folding-water-ada-lovelace',
      'doi:10.1201/9781003009085-3',
    ],
    [
      'https://direct.mit.edu/jocn/article/doi/10.1162/jocn_a_00001/4816/Folding-and-Unfolding',
      'doi:10.1162/jocn_a_00001',
    ],
    // DOIs that have slashes themselves.
    [
      'https://iopscience.iop.org/article/10.1088/0026-1394/12/4/002/meta',
      'doi:10.1088/0026-1394/12/4/002',
    ],
    [
      'https://drops.dagstuhl.de/entities/document/10.4230/LIPIcs.FOLD.2024.12',
      'doi:10.4230/lipics.fold.2024.12',
    ],
    [
      'https://www.degruyterbrill.com/document/doi/10.1515/9783110773712-010/html',
      'doi:10.1515/9783110773712-010',
    ],
    // A journal's folder is none of a journal's own page.
    [
      'https://www.frontiersin.org/journals/psychology/articles/10.3389/fpsyg.2011.00326/full',
      'doi:10.3389/fpsyg.2011.00326',
    ],
    [
      'https://www.annualreviews.org/content/journals/10.1146/annurev-control-060117-105226',
      'doi:10.1146/annurev-control-060117-105226',
    ],
    [
      'https://www.thieme-connect.com/products/ejournals/abstract/10.1055/s-0040-1701234',
      'doi:10.1055/s-0040-1701234',
    ],
    ['https://journals.example.org/journals/fold/article/doi/10.1000/fold.7', 'doi:10.1000/fold.7'],
    // Addresses in which the end of the DOI stands.
    ['https://www.nature.com/articles/481237a', 'doi:10.1038/481237a'],
    ['https://www.nature.com/articles/s41586-021-03819-2.pdf', 'doi:10.1038/s41586-021-03819-2'],
    [
      'https://www.nature.com/articles/s41586-021-03819-2/figures/1',
      'doi:10.1038/s41586-021-03819-2',
    ],
    [
      'https://www.nature.com/articles/s41586-021-03819-2.epdf?a=b',
      'doi:10.1038/s41586-021-03819-2',
    ],
    [
      'https://www.nature.com/nature/journal/v521/n7553/full/nature14539.html',
      'doi:10.1038/nature14539',
    ],
    ['https://www.nature.com/articles/sdata201618', 'doi:10.1038/sdata.2016.18'],
    ['https://www.nature.com/articles/nature20123', 'doi:10.1038/nature20123'],
    ['https://www-nature-com.ezproxy.example.edu/articles/nature14539', 'doi:10.1038/nature14539'],
    [
      'http://biorxiv.org/cgi/content/short/2020.07.11.198606v1?rss=1',
      'doi:10.1101/2020.07.11.198606',
    ],
    ['https://api.crossref.org/works/10.1145%2F3371158/transform', 'doi:10.1145/3371158'],
    ['https://www.nber.org/papers/w17577', 'doi:10.3386/w17577'],
    ['https://www.nber.org/system/files/working_papers/w17577/w17577.pdf', 'doi:10.3386/w17577'],
    ['https://peerj.com/articles/cs-1234/', 'doi:10.7717/peerj-cs.1234'],
    ['https://peerj.com/articles/4886.pdf', 'doi:10.7717/peerj.4886'],
    ['https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4566789', 'doi:10.2139/ssrn.4566789'],
    ['https://ssrn.com/abstract=4566789', 'doi:10.2139/ssrn.4566789'],
    ['https://pubs.rsc.org/en/content/articlelanding/2012/ee/c1ee02148f', 'doi:10.1039/c1ee02148f'],
    ['https://pubs.rsc.org/en/content/articlepdf/2012/ee/c1ee02148f', 'doi:10.1039/c1ee02148f'],
    // ADS' codes of arXiv's papers.
    ['https://ui.adsabs.harvard.edu/abs/2020arXiv201207436Z/abstract', 'arxiv:2012.07436'],
    ['https://ui.adsabs.harvard.edu/abs/2010arXiv1001.1234Z', 'arxiv:1001.1234'],
    ['https://scixplorer.org/abs/2020arXiv201207436Z/abstract', 'arxiv:2012.07436'],
  ])('%s is of %s', (address, id) => {
    expect(idAt(address)).toBe(id);
  });

  it.each([
    'https://link.springer.com/book/10.1007/978-3-540-88682-2',
    'https://link.springer.com/referencework/10.1007/978-1-84996-169-1?page=1#toc',
    'https://epubs.example.org/doi/book/10.1137/1.9780898718553',
    'https://www.thieme-connect.com/products/ejournals/journal/10.1055/s-00034923',
    'https://www.degruyterbrill.com/document/doi/10.1515/9783111233758/html',
    'https://www.frontiersin.org/journals/psychology/10.3389/fpsyg',
    // Two chapters of one book, which have its DOI in their addresses, are not one paper.
    'https://oxford.universitypressscholarship.com/view/10.1093/acprof:oso/9780199299591.001.0001/acprof-9780199299591-chapter-3',
    'https://oxfordre.com/fold/view/10.1093/acrefore/9780190228637.001.0001/acrefore-9780190228637-e-123',
    'https://academic.oup.com/view/10.1093/oxfordhb/9780199299591.001.0001/oxfordhb-9780199299591',
    'https://www.thieme-connect.com/products/ejournals/issue/10.1055/s-010-54321',
    'https://www.nature.com/articles/news.2010.1',
    'https://www.nature.com/articles/d41586-020-02610-z',
    'https://ui.adsabs.harvard.edu/abs/2020ApJ...891...57L/abstract',
    'https://papers.ssrn.com/sol3/cf_dev/AbsByAuth.cfm?per_id=123',
    'https://www.nber.org/papers?page=2',
    'https://elifesciences.org/articles',
    'https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/BEJTMI',
  ])('%s is of none: a book, a journal, a list, news, data', (address) => {
    expect(idAt(address)).toBeUndefined();
  });
});

describe('the page of an id', () => {
  it('of ACM is there where its number is none that a resolver knows', () => {
    expect(addressOf('doi:10.5555/3305381.3305498')).toBe(
      'https://dl.acm.org/doi/10.5555/3305381.3305498',
    );
    expect(addressOf('doi:10.1145/3305381')).toBe('https://doi.org/10.1145/3305381');
  });
});
