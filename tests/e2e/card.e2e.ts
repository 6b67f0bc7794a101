import { expect, test } from 'vitest';
import { special } from '../fixtures/papers';
import { digestPage } from '../fixtures/svelte/page';
import { axe, click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DigestPage } from './pages/digest-page';
import { FixtureDigest } from './pages/fixture-page';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'store' });
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

  test('save, status, removal, dismissal and the way back from each', async () => {
    const digest = await open();
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
    const before = await box();
    const save = await find(page, control(id, 'save'));
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

  test('a script of the page cannot press the buttons', async () => {
    const digest = await open();
    const [paper, other] = await digest.papers();
    if (!paper || !other) throw new Error('The digest is empty');
    await digest.page.evaluate((target) => {
      const host = document.querySelector(`offprint-card[data-paper="${target}"]`);
      const button = host?.shadowRoot?.querySelector<HTMLElement>('[data-action=save]');
      button?.click();
      button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }, paper.id);
    await digest.save(other.title);
    expect(await digest.stateOf(paper.id)).toBe(paper.state);
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
    await waitUntil(async () => (await announced()) === `Saved as unread: ${paper.title}`, {
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

  test('axe finds nothing in the controls, light and dark', async () => {
    const digest = await open();
    const { title = '' } = (await digest.papers())[9] ?? {};
    await digest.dismiss(title);
    const ours = ['offprint-card', 'offprint-layer'];
    expect(await axe(digest.page, ours)).toEqual([]);
    await harness.session.setDark(digest.page);
    expect(await axe(digest.page, ours)).toEqual([]);
    await harness.session.setDark(digest.page, false);
  });

  test('the controls take the theme of the page, not that of the system', async () => {
    const digest = await open();
    const scheme = () =>
      digest.page.$eval('offprint-card', (host) => getComputedStyle(host).colorScheme);
    await harness.session.setDark(digest.page);
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

  test('a page that comes back from the back/forward cache shows what changed meanwhile', async () => {
    const digest = await open();
    const paper = (await digest.papers())[12];
    if (!paper) throw new Error('The digest is empty');
    harness.site.page('huggingface.co', '/docs', '<!doctype html><title>Docs</title>');
    await click(digest.page, 'footer a');
    await waitUntil(() => digest.page.url().endsWith('/docs'), { what: 'the other page' });
    const other = await open();
    await other.save(paper.title);
    await digest.page.bringToFront();
    await digest.page.evaluate(() => history.back());
    await digest.shows(paper.id, 'unread');
  });

  test('two tabs show the same', async () => {
    const [one, other] = [await open(), await open()];
    const paper = (await one.papers())[15];
    if (!paper) throw new Error('The digest is empty');
    await one.save(paper.title);
    await other.shows(paper.id, 'unread');
    await other.choose(paper.title, 'read');
    await one.shows(paper.id, 'read');
  });
});
