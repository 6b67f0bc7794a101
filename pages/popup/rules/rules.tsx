import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { MutedLine } from '../../../components/rules/muted-line';
import { libraryAddress } from '../../../lib/library-address';
import { counted } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import type { Rule } from '../../../papers/rules/rule';
import { listMuted } from '../../../store/rules/muted';
import { listRules } from '../../../store/rules/read';
import { byId, reasonOf } from '../../../wording/rules';
import { RuleCommands, type RulePage } from '../../shared/rule-commands';
import { type RowsProps, row } from '../list/panel';
import { MissedLine } from '../new-papers/missed-line';
import type { PopupReader } from '../reader';

const mostMuted = 50;

/** The reader's rules, and the papers they mute. */
export class PopupRules {
  readonly rules = signal<readonly Rule[]>([]);
  /** The muted papers, while they are shown. */
  readonly muted = signal<readonly PaperRecord[]>([]);
  readonly isOpen = signal(false);
  #readMuted = async () => {};

  readonly commands: RuleCommands<RulePage>;

  constructor(private readonly reader: PopupReader) {
    const { guard, fail, state } = reader;
    this.commands = new RuleCommands({
      guard,
      fail,
      settle: () => reader.settle(),
      tell: (said) => {
        state.notice.value = { said };
      },
    });
  }

  /** Reads both, and follows every change. */
  start(): void {
    const { live } = this.reader;
    const readRules = live.add({ reads: ['rules'], read: listRules, into: this.rules });
    this.#readMuted = live.add({
      reads: ['papers'],
      concerns: () => this.isOpen.peek(),
      read: async () => (this.isOpen.value ? listMuted(mostMuted) : []),
      into: this.muted,
    });
    void readRules();
  }

  /** What rules say of a paper, in words. */
  reasonOf(paper: PaperRecord): string | undefined {
    return reasonOf(paper, byId(this.rules.value));
  }

  /** Shows the muted papers, or folds them away. */
  async toggle(): Promise<void> {
    this.isOpen.value = !this.isOpen.value;
    await this.#readMuted();
  }
}

/** What is left out of the list of new papers: the muted ones in one line until they are asked for, and the missed ones. */
export function LeftOut(props: RowsProps & { readonly rules: PopupRules }): JSX.Element {
  const { service, rules } = props;
  const { muted: count = 0, missed = 0 } = service.state.counts.value ?? {};
  const papers = rules.muted.value;
  const now = Date.now();
  return (
    <>
      <MutedLine count={count} isOpen={rules.isOpen.value} onToggle={() => void rules.toggle()}>
        <ul class="rows">{papers.map((paper) => row(props, paper, now))}</ul>
        {count > papers.length && papers.length > 0 && (
          <p class="quiet">{counted('trialMore', count - papers.length)}</p>
        )}
      </MutedLine>
      <MissedLine count={missed} address={libraryAddress({ q: 'is:missed' })} />
    </>
  );
}
