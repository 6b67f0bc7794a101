import { expect, it } from 'vitest';
import { fill } from '../../background/filling/run';
import { recordsOf } from '../../store/records/queries';
import { crossrefItem } from '../fixtures/answers';
import { FillingServices, json, saveLinks } from '../support/filling';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const doi = '10.1145/3292500.3330701';
const crossref = 'https://api.crossref.org/works';

it.each([
  ['has-preprint', doi, '10.48550/arXiv.2603.25002', 'arxiv:2603.25002'],
  ['is-preprint-of', '10.31234/osf.io/ab3cd', doi, `doi:${doi}`],
])(
  'a paper saved from a bare link is one with its other copy, where Crossref says %s',
  async (relation, own, related, other) => {
    await sightOn('2026-03-27', 1000, {
      ...paper(other),
      title: 'Optuna',
      authors: ['Takuya Akiba'],
    });
    const item = crossrefItem(own, {
      subtitle: [],
      relation: { [relation]: [{ 'id-type': 'doi', id: related, 'asserted-by': 'subject' }] },
    });
    const services = new FillingServices();
    services.answers = [[crossref, json({ status: 'ok', message: item })]];
    await saveLinks(`https://doi.org/${own}`);
    await fill(services);
    const [record] = await recordsOf([`doi:${own}`]);
    expect([record?.id, ...(record?.aliases ?? [])].sort()).toEqual([other, `doi:${own}`].sort());
    expect(record).toMatchObject({ state: 'unread', title: 'Optuna' });
    expect(await recordsOf([other])).toEqual([record]);
  },
);
