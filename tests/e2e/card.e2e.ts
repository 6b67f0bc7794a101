import { expect, test } from 'vitest';
import { special } from '../fixtures/papers';
import { digestPage } from '../fixtures/svelte/page';
import { axe, click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DigestPage } from './pages/digest-page';
import { FixtureDigest } from './pages/fixture-page';
import { PageBar } from './pages/page-bar';
import { Store } from './pages/store';

interface Heard {
  __heard: string[];
}
interface Api {
  readonly runtime: {
    onMessage: { addListener(listener: (message: { type: string }) => void): void };
  };
}

/** Notes the messages of content scripts. Runs in a page of the extension. */
function hear(): void {
  const scope = globalThis as unknown as Heard & { browser?: Api; chrome: Api };
  scope.__heard = [];
  (scope.browser ?? scope.chrome).runtime.onMessage.addListener(({ type }) => {
    scope.__heard.push(type);
  });
}

/** Presses the save button of a paper as a script of the page can. Runs in the page. */
function pressByScript(paper: string): void {
  const host = document.querySelector(`offprint-card[data-paper="${paper}"]`);
  const button = host?.shadowRoot?.querySelector<HTMLElement>('[data-action=save]');
  if (!button) throw new Error('There is nothing to press');
  button.click();
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = () => FixtureDigest.serve(harness.site, harness.session);
  const control = (id: string, action: string) =>
    `offprint-card[data-paper="${id}"] >>> [data-action="${action}"]`;
  const id = `arxiv:${special.long}`;

  test('what was on screen is seen on the next visit, the rest is new, told apart without hovering', async () => {
    const digest = await open();
    expect(await digest.newCount()).toBe(24);
    const last = (await digest.papers()).at(-1)?.id ?? '';
    const dotOf = async (paper: string) =>
      (await find(digest.page, control(paper, 'save'))).$('svg.dot');
    expect(await dotOf(id)).not.toBeNull();
    await digest.looksAt(id, new Store(harness.session));
    expect(await digest.newCount()).toBe(24);
    await digest.page.reload();
    await digest.isMarked();
    await digest.shows(id, 'seen');
    expect(await dotOf(id)).toBeNull();
    expect(await digest.stateOf(last)).toBe('new');
    expect(await dotOf(last)).not.toBeNull();
  });

  test('save, status, removal, dismissal and the way back from each, by the reader’s hand alone', async () => {
    const digest = await open();
    const [other] = await digest.papers();
    if (!other || other.id === id) throw new Error('There is no other paper');
    await digest.page.evaluate(pressByScript, other.id);
    const listed = (await digest.papers()).find((paper) => paper.id === id);
    const { title = '', state: before = '' } = listed ?? {};
    await digest.save(title);
    await digest.choose(title, 'reading');
    await digest.shows(id, 'reading');
    await digest.choose(title, 'read');
    await digest.shows(id, 'read');
    await digest.choose(title, 'remove');
    await digest.shows(id, before);
    await digest.dismiss(title);
    await digest.undo(title);
    await digest.shows(id, before);
    expect(await digest.stateOf(other.id)).toBe(other.state);
  });

  test('a click is one message, and nothing is asked again when it is stored', async () => {
    const { session } = harness;
    await session.inExtension(hear);
    const heard = async () => {
      const all = await session.inExtension(() => (globalThis as unknown as Heard).__heard);
      return all.filter((type) => type !== 'impressions');
    };
    const digest = await open();
    const arrival = ['pageBar', 'sighting', 'states'];
    await waitUntil(
      async () => {
        const all = await heard();
        return arrival.every((type) => all.includes(type));
      },
      { what: 'the page to have told of itself' },
    );
    await digest.isMarked();
    await new PageBar(digest.page).says('24 new');
    const [one, , three] = (await digest.papers()).slice(4);
    await digest.dismiss(one?.title ?? '');
    await digest.dismiss(three?.title ?? '');
    const all = await heard();
    expect(all.slice(all.indexOf('decide'))).toEqual(['decide', 'decide']);
  });

  test('a control keeps its width, and a double click on it stays on the page', async () => {
    const digest = await open();
    const { page } = digest;
    const address = page.url();
    const box = async () => {
      const host = await find(page, `offprint-card[data-paper="${id}"] >>> [role="group"]`);
      const { x = 0, width = 0 } = (await host.boundingBox()) ?? {};
      return [Math.round(x), Math.round(width)];
    };
    const save = await find(page, control(id, 'save'));
    await save.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const before = await box();
    const { x = 0, y = 0, height = 0 } = (await save.boundingBox()) ?? {};
    await page.mouse.click(x + 3, y + height / 2, { count: 2, delay: 30 });
    await digest.shows(id, 'unread');
    expect(await box()).toEqual(before);
    expect(page.url()).toBe(address);
    expect(await digest.stateOf(id)).toBe('unread');
    const { title = '' } = (await digest.papers()).find((paper) => paper.id === id) ?? {};
    for (const status of ['reading', 'read'] as const) {
      await digest.choose(title, status);
      await digest.shows(id, status);
      expect(await box()).toEqual(before);
    }
    await digest.choose(title, 'remove');
    await digest.dismiss(title);
    await digest.shows(id, 'dismissed');
    expect(await box()).toEqual(before);
  });

  test('the keyboard reaches and works everything, and what it does is announced', async () => {
    const digest = await open();
    const { page } = digest;
    await digest.hydrates();
    await digest.controlsMoveIn();
    const paper = (await digest.papers())[7];
    if (!paper) throw new Error('The digest is empty');
    const active = () =>
      page.evaluate(
        () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '',
      );
    await page.evaluate(
      (href) => {
        document.querySelector<HTMLElement>(`h3 a[href="${href}"]`)?.focus();
      },
      `/papers/${paper.id.slice('arxiv:'.length)}`,
    );
    await waitUntil(
      async () => {
        await page.keyboard.press('Tab');
        return (await active()).includes(paper.title);
      },
      { what: 'the focus to reach the control after the title' },
    );
    expect(await active()).toBe(`Save “${paper.title}”`);
    await page.keyboard.press('Enter');
    await digest.shows(paper.id, 'unread');
    const announced = () =>
      page.$eval(
        'offprint-layer',
        (layer) => layer.shadowRoot?.querySelector('[aria-live]')?.textContent ?? '',
      );
    await waitUntil(async () => (await announced()) === `Saved “${paper.title}” as unread`, {
      what: 'the announcement',
    });
    expect(await active()).toBe(`Saved: “${paper.title}”. Change status`);
    await page.keyboard.press(' ');
    await waitUntil(async () => (await active()) === 'Unread', { what: 'the menu' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe('Read');
    await page.keyboard.press('Enter');
    await digest.shows(paper.id, 'read');
    expect(await active()).toBe(`Read: “${paper.title}”. Change status`);
  });

  test('the controls are readable by everybody, and take the theme of the page, not that of the system', async () => {
    const digest = await open();
    const { title = '' } = (await digest.papers())[9] ?? {};
    await digest.dismiss(title);
    const ours = ['offprint-card', 'offprint-layer'];
    const scheme = () =>
      digest.page.$eval('offprint-card', (host) => getComputedStyle(host).colorScheme);
    expect(await axe(digest.page, ours)).toEqual([]);
    await harness.session.setDark(digest.page);
    expect(await axe(digest.page, ours)).toEqual([]);
    expect(await scheme()).toBe('dark');
    await digest.page.evaluate(() => document.documentElement.classList.remove('dark'));
    expect(await scheme()).toBe('light');
    await harness.session.setDark(digest.page, false);
  });

  test('a strict content security policy of the page does not undress the controls', async () => {
    const policy = "default-src 'none'; script-src 'none'; style-src 'none'; img-src https:";
    harness.site.page('huggingface.co', '/papers/date/2026-03-26', {
      headers: { 'content-security-policy': policy },
      body: await digestPage({ day: '2026-03-26' }),
    });
    const url = 'https://huggingface.co/papers/date/2026-03-26';
    const { page } = await DigestPage.open(harness.session, url);
    const save = await find(page, 'offprint-card >>> [data-action="save"]');
    const look = await save.evaluate((button) => {
      const { cursor, paddingLeft } = getComputedStyle(button);
      return { cursor, paddingLeft };
    });
    expect(look).toEqual({ cursor: 'pointer', paddingLeft: '9px' });
  });

  test('two tabs show the same, one that comes back from the back/forward cache too', async () => {
    harness.site.page('huggingface.co', '/docs', '<!doctype html><title>Docs</title>');
    const [one, other] = [await open(), await open()];
    const [first, second] = (await one.papers()).slice(12);
    if (!first || !second) throw new Error('The digest is empty');
    await one.save(first.title);
    await other.shows(first.id, 'unread');
    await other.choose(first.title, 'read');
    await one.shows(first.id, 'read');
    await click(one.page, 'footer a');
    await waitUntil(() => one.page.url().endsWith('/docs'), { what: 'the other page' });
    await other.save(second.title);
    await one.page.bringToFront();
    await one.page.evaluate(() => history.back());
    await one.shows(second.id, 'unread');
  });
});
