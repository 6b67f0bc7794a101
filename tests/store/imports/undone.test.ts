import { expect, it } from 'vitest';
import { undoAction } from '../../../store/actions/undo';
import { noteSaid } from '../../../store/filling/queue';
import { importPapers } from '../../../store/imports/write';
import { recordsOf } from '../../../store/records/queries';
import { fileOf, papersIn } from '../../support/imports';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const [lookedUp, met] = ['arxiv:2503.00001', 'arxiv:2503.00002'] as const;

it('an import that is undone takes papers along that were only looked up because of it', async () => {
  const links = 'https://arxiv.org/abs/2503.00001 https://arxiv.org/abs/2503.00002';
  const papers = await papersIn(fileOf('links.txt', links));
  const chosen = papers.map((entry) => ({ entry }));
  const options = { takesFolders: true, bringsBack: false };
  const { action = 0 } = await importPapers(chosen, options, 9000);
  const known = { id: lookedUp, title: 'Looked up', authors: ['Ada Lovelace'] };
  await noteSaid('arxiv', [{ id: lookedUp, outcome: 'told', paper: known }], 9001);
  await sightOn('2026-03-27', 9002, paper(met));
  await undoAction(action, 9003);
  expect(await recordsOf([lookedUp, met])).toMatchObject([{ id: met, state: 'new' }]);
});
