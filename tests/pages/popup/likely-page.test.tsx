// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOptions, writeOptions } from '../../../lib/options';
import { connection } from '../../../store/database/connection';
import { rankWaiting } from '../../../store/ranking/score-papers';
import { recordsOf } from '../../../store/records/queries';
import { decideLiked, likedNoon, sightWaiting, waiting } from '../../support/liked';
import { openPopup, useFreshPages } from '../../support/pages';
import { lists, row } from '../../support/popup-page';
import type { Reader } from '../../support/reader';

useFreshPages();

const { other, plain, liked, also } = waiting;
const stateOf = async ({ id }: { readonly id: string }) => (await recordsOf([id]))[0]?.state;

async function open(): Promise<Reader> {
  const { reader } = await openPopup();
  await reader.press(/^New\b/, undefined, 'tab');
  await waitFor(() => reader.part(row(other)));
  return reader;
}

/** What is said of how likely a paper is, once it is said of any. */
async function markOf(reader: Reader, { id }: { readonly id: string }) {
  await waitFor(() => reader.part('.likely'));
  return reader.page.querySelector(`[data-paper="${id}"] .likely .unseen`)?.textContent;
}

beforeEach(async () => {
  await decideLiked(60);
  await sightWaiting();
  await rankWaiting(likedNoon);
});

describe('a row of what is new', () => {
  it('says how likely its paper is and because of what, and nothing of one that is not', async () => {
    const reader = await open();
    expect(await markOf(reader, liked)).toMatch(
      /^(?:Maybe|Likely|Very likely) for you, because you saved 15 of 15 on “.*compute.*”.*; like “/i,
    );
    expect(await markOf(reader, other)).toBeUndefined();
    const mark = reader.part(`${row(liked)} .likely`);
    expect(mark.title).toBe(await markOf(reader, liked));
    expect(mark.querySelector('.because')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('says nothing where the reader has turned it off, and there is no other order', async () => {
    await writeOptions({ ranks: false, newOrder: 'forYou' });
    const reader = await open();
    await lists(reader, other.title, plain.title, liked.title, also.title);
    expect(reader.page.querySelector('.likely, [data-action="new-order"]')).toBeNull();
  });

  it('says nothing more of a paper once that was forgotten', async () => {
    const reader = await open();
    await markOf(reader, liked);
    const { forgetDecisions } = await import('../../../store/decisions/backup');
    await forgetDecisions();
    await waitFor(() => expect(reader.page.querySelector('.likely')).toBeNull());
  });
});

describe('the order for the reader', () => {
  it('is chosen beside the list, and remembered', async () => {
    const reader = await open();
    await lists(reader, other.title, plain.title, liked.title, also.title);
    const select = await waitFor(() => reader.part('[data-action="new-order"]'));
    await reader.user.selectOptions(select, 'forYou');
    const first = () => reader.page.querySelector('[data-paper] h3')?.textContent;
    await waitFor(() => expect([liked.title, also.title]).toContain(first()));
    expect((await readOptions()).newOrder).toBe('forYou');
    const again = await open();
    await waitFor(() =>
      expect([liked.title, also.title]).toContain(
        again.page.querySelector('[data-paper] h3')?.textContent,
      ),
    );
    expect(again.page.querySelector('h2.day')).toBeNull();
  });

  it('moves nothing but what is decided on', async () => {
    await writeOptions({ newOrder: 'forYou' });
    const reader = await open();
    const titles = () =>
      [...reader.page.querySelectorAll('[data-paper] h3')].map(({ textContent }) => textContent);
    await waitFor(() => expect(titles()).toHaveLength(4));
    const before = titles();
    await reader.press(`Dismiss “${plain.title}”`);
    await waitFor(() => expect(titles()).toEqual(before.filter((one) => one !== plain.title)));
  });
});

describe('an opened paper', () => {
  const openLiked = async (reader: Reader) => {
    await reader.user.click(await waitFor(() => reader.part(`${row(liked)} h3 button`)));
    await reader.sees('More like this');
  };

  it('says why, and teaches with one click that less like it is wanted, which is undone', async () => {
    const reader = await open();
    await openLiked(reader);
    await reader.sees('for you, because you saved 15 of 15', `${row(liked)} .likely-line`);
    await reader.press('Less like this');
    await reader.sees(`Dismissed “${liked.title}”. Less like it from now on`);
    expect(await stateOf(liked)).toBe('dismissed');
    const rows = await (await connection()).getAll('decisions');
    expect(rows.at(-1)).toMatchObject({ what: 'less', by: 'reader', ids: [liked.id] });
    await reader.press('Undo');
    await waitFor(async () => expect(await stateOf(liked)).toBe('new'));
  });

  it('shows those like it among what is new and in the reader’s list, and saves one of them', async () => {
    const reader = await open();
    await openLiked(reader);
    await reader.press('More like this');
    await reader.sees('New ones like it');
    await reader.sees('In your list');
    await waitFor(() => expect(reader.part('.alike').getAttribute('aria-busy')).toBe('false'));
    const fresh = [...reader.page.querySelectorAll<HTMLElement>('.alike div:first-child li')];
    expect(fresh.map(({ dataset }) => dataset.alike)).toEqual([also.id]);
    await reader.press(`Save “${also.title}”`, '.alike');
    await waitFor(async () => expect(await stateOf(also)).toBe('unread'));
  });
});
