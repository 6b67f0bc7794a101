import type { Page } from 'puppeteer-core';
import { click, find, textOf } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';
import { OptionsPage } from './options-page';

/** The section on sync of the options page. */
export class SyncSection {
  private constructor(
    private readonly session: Session,
    private readonly options: OptionsPage,
  ) {}

  /** Opens the options and waits for the section. */
  static async open(session: Session): Promise<SyncSection> {
    const section = new SyncSection(session, await OptionsPage.open(session));
    await find(section.page, '#sync');
    return section;
  }

  get page(): Page {
    return this.options.page;
  }

  /** Names a storage and has it tried. */
  async tryStorage(storage: {
    readonly address: string;
    readonly user: string;
    readonly password: string;
    /** Of S3, whose keys are then `user` and `password`. */
    readonly bucket?: string | undefined;
  }): Promise<void> {
    await this.options.says('Set up sync');
    await this.press('Set up sync');
    const { address, user, password, bucket } = storage;
    if (bucket !== undefined) await click(this.page, 'input[name="sync-kind"][value="s3"]');
    const fields =
      bucket === undefined
        ? { address, user, password }
        : { address, bucket, accessKey: user, secretKey: password };
    for (const [name, said] of Object.entries(fields)) await this.type(`#sync-${name}`, said);
    await this.press('Try it');
  }

  /** Names a bucket and has it tried. */
  async tryBucket(storage: {
    readonly address: string;
    readonly bucket: string;
    readonly user: string;
    readonly password: string;
  }): Promise<void> {
    await this.options.says('Set up sync');
    await this.press('Set up sync');
    await click(this.page, 'input[value="s3"]');
    await this.type('#sync-address', storage.address);
    await this.type('#sync-bucket', storage.bucket);
    await this.type('#sync-accessKey', storage.user);
    await this.type('#sync-secretKey', storage.password);
    await this.press('Try it');
  }

  /** Opens the form, and chooses a folder of this computer. */
  async tryFolder(): Promise<void> {
    await this.options.says('Set up sync');
    await this.press('Set up sync');
    await click(this.page, 'input[value="folder"]');
    await this.press('Choose a folder');
  }

  /** Begins a list, and gives its code. */
  async begin(): Promise<string> {
    await this.says('No list is in this folder yet.');
    await this.press('Begin with the list');
    await find(this.page, 'output.code');
    const code = (await textOf(this.page, 'output.code')) ?? '';
    await find(this.page, '.sync-picture');
    await click(this.page, 'input[value="sync-code-kept"]');
    await this.press('Start');
    await this.isInSync();
    return code;
  }

  /** Opens the list that is there with a code. */
  async look(code: string): Promise<void> {
    await this.says('A list of one of your devices is in this folder.');
    await this.type('#sync-code', code);
    await this.press('Look at it');
  }

  /** Joins the list that was looked at. */
  async join(): Promise<void> {
    await this.press('Join');
    await this.isInSync();
  }

  /** Syncs, or answers what a round stopped at, and waits until that is done. */
  async sync(button = 'Sync now'): Promise<void> {
    const before = await this.succeededAt();
    await this.press(button);
    await waitUntil(async () => ((await this.succeededAt()) ?? 0) > (before ?? 0), {
      what: 'a round to end well',
    });
    await this.isInSync();
  }

  /** When a round last ended well. */
  succeededAt(): Promise<number | undefined> {
    return this.session.inExtension(async () => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const { sync } = await (scope.browser ?? scope.chrome).storage.local.get('sync');
      return sync?.succeededAt;
    });
  }

  /** Presses a button of the section. */
  async press(name: string): Promise<void> {
    for (const button of await this.page.$$('section:has(#sync) button')) {
      const label = await button.evaluate((node) => node.textContent);
      if (label?.startsWith(name)) return click(this.page, button);
    }
    throw new Error(`No button “${name}”`);
  }

  /** Waits until the section says something. */
  says(...words: readonly string[]): Promise<void> {
    return this.until(async () => {
      const said = await this.options.words();
      return words.every((one) => said.includes(one));
    }, words.join(' '));
  }

  private isInSync(): Promise<void> {
    return this.says('Last synced', 'Nothing waits.');
  }

  private async until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    await waitUntil(isSo, { what }).catch(async (error: Error) => {
      const said = await textOf(this.page, 'section:has(#sync)');
      throw new Error(`${error.message}; it says ${said}`);
    });
  }

  private async type(selector: string, text: string): Promise<void> {
    await click(this.page, selector);
    await this.page.keyboard.type(text);
  }
}

interface Api {
  storage: { local: { get(key: string): Promise<{ sync?: { succeededAt?: number } }> } };
}
