import { signal } from '@preact/signals';
import { browser } from '../../lib/browser';
import { type FollowState, followKey, readFollowState } from '../../lib/follow-state';
import type { Options } from '../../lib/options';
import { report } from '../../lib/report';
import { onStored } from '../../lib/stored';
import { text } from '../../lib/text';
import { feedPermission, subjectPattern } from '../../sites/arxiv/feed';

/** How many subjects are asked for in one question. */
const most = 20;

/** The subjects of arXiv that the reader follows, and what the browser must allow for it. */
export class Following {
  readonly state = signal<FollowState>({ failures: 0 });
  /** Why what the reader asked for did not come about. */
  readonly said = signal('');

  /** Reads how it goes, and again whenever it changes. */
  start(): void {
    const read = () =>
      void readFollowState().then(
        (state) => {
          this.state.value = state;
        },
        (error: unknown) => report('options', error),
      );
    onStored(followKey, read);
    read();
  }

  /**
   * Follows one more subject. What the browser must allow for it is asked for first. Call within a click.
   * @param keep Keeps the choice; not called when there is no such subject, or the reader refuses.
   */
  async follow(
    typed: string,
    subjects: readonly string[],
    keep: (change: Partial<Options>) => Promise<void>,
  ): Promise<boolean> {
    this.said.value = '';
    const subject = typed.trim();
    if (!subjectPattern.test(subject) || subjects.length >= most) {
      this.said.value = text('subjectUnknown', subject);
      return false;
    }
    if (!(await this.#request())) {
      this.said.value = text('subjectRefused');
      return false;
    }
    await keep({ arxivSubjects: [...new Set([...subjects, subject])] });
    return true;
  }

  async #request(): Promise<boolean> {
    try {
      return await browser.permissions.request({ origins: [feedPermission] });
    } catch (error) {
      report('options', error);
      return false;
    }
  }
}
