import type { Page } from 'puppeteer-core';
import { type GivenFile, ImportPage } from '../pages/import-page';
import { Probe } from '../pages/probe';
import { type Look, pageSizes } from './look';

const here = {
  id: 'url:https://example.org/blast',
  title: 'Basic local alignment search tool',
  authors: ['Altschul, Stephen F.'],
};

/** Something of everything that the preview has a place for, some of it hard to find room for. */
const files: readonly GivenFile[] = [
  {
    name: `${'long-'.repeat(20)}name.ris`,
    content: `@misc{fox, title = {On $\\pi_0$ and ${'more '.repeat(60)}}, eprint = {2503.02130}, readstatus = {read},
  keywords = {${'k'.repeat(90)}, attention}, annote = {Words}, journal = {Journal of Samples}, year = 2024}
@article{blast, title = {${here.title}}, author = {Altschul, Stephen F.}, doi = {10.1016/S0022-2836(05)80360-2}}
@misc{cut, title = {The la`,
  },
  {
    name: 'marks.html',
    content: `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p><DT><H3>${'Folder'.repeat(20)}</H3><DL><p>
<DT><A HREF="https://arxiv.org/abs/2401.00010" ADD_DATE="1767323045">A sample</A>
<DT><A HREF="https://example.org/${'long/'.repeat(40)}">Soup</A>
<DT><A HREF="javascript:alert(1)">Run</A></DL><p></DL>`,
  },
  { name: 'paper.pdf', content: '%PDF-1.7' },
];

const on = (work: (taking: ImportPage) => Promise<unknown>) => (page: Page) =>
  work(new ImportPage(page));

export const importLooks: readonly Look[] = [
  {
    name: 'bring a list',
    page: 'import.html',
    sizes: pageSizes,
    readBy: 'both',
    seed: async ({ session }) => (await Probe.open(session)).save([here], [[]]),
    states: {
      'nothing given': on((taking) => taking.says('Choose files')),
      preview: on(async (taking) => {
        await taking.choose(files);
        await taking.says('1 paper may be here already');
        await taking.press('1 link leads to no paper');
        await taking.says('Soup');
      }),
      'brought in': on(async (taking) => {
        await taking.press('Bring in 3 papers');
        await taking.says('3 papers came that were not here.');
      }),
      refused: on(async (taking) => {
        await taking.choose([{ name: 'paper.pdf', content: '%PDF-1.7' }]);
        await taking.says('is a PDF file');
      }),
      'nothing new': on(async (taking) => {
        await taking.choose(files.slice(0, 1));
        await taking.says('Nothing new in it');
      }),
    },
  },
];
