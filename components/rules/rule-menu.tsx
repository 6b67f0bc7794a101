import type { JSX, Ref, RefObject } from 'preact';
import { useId, useImperativeHandle, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { ruleKey } from '../../papers/rules/check';
import { followProposals, type RuleDraft } from '../../papers/rules/proposals';
import type { Rule } from '../../papers/rules/rule';
import { ruleName } from '../../wording/rules';
import { Icon } from '../ui/icons';
import { useLayer } from '../ui/use-layer';

/** What moves the menu from outside. */
export interface RuleMenuHandle {
  open(): void;
}

/** The rules that can be made from a paper with one click. */
export interface RuleMenuProps {
  readonly paper: PaperRecord;
  readonly details: PaperDetails | undefined;
  readonly rules: readonly Rule[];
  /** The address of all rules, from where they are not on the same page. */
  readonly address?: string;
  readonly onMake: (draft: RuleDraft) => void;
  readonly onDelete: (rule: Rule) => void;
  /** Whether it is open, where the page says so; it is told of what is asked for with `onOpen`. */
  readonly isOpen?: boolean;
  readonly onOpen?: (isOpen: boolean) => void;
  readonly handle?: Ref<RuleMenuHandle>;
}

function Proposal({
  draft,
  rules,
  onMake,
  onDelete,
  button,
}: RuleMenuProps & {
  readonly draft: RuleDraft;
  readonly button: RefObject<HTMLButtonElement | null> | null;
}): JSX.Element {
  const key = ruleKey(draft);
  const made = rules.find((rule) => rule.effect === 'follow' && ruleKey(rule) === key);
  return (
    <button
      ref={button}
      type="button"
      class="button"
      data-rule={draft.subject}
      onClick={() => (made ? onDelete(made) : onMake(draft))}
    >
      {made && <Icon name="tick" />}
      <bdi>{text(made ? 'reasonFollow' : 'menuFollow', ruleName(draft))}</bdi>
    </button>
  );
}

function MutePhrase({ details, onMake }: RuleMenuProps): JSX.Element {
  const keywords = details?.aiKeywords ?? [];
  const [typed, setTyped] = useState<string>();
  const value = typed ?? keywords[0] ?? '';
  const id = useId();
  return (
    <form
      class="mute-phrase"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim()) onMake({ effect: 'mute', subject: 'phrase', value });
      }}
    >
      <label for={id}>{text('menuMutePhrase')}</label>
      <input
        id={id}
        type="text"
        name="mute-phrase"
        dir="auto"
        maxLength={200}
        list={`${id}-words`}
        value={value}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <datalist id={`${id}-words`}>
        {keywords.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
      <button type="submit" class="button" disabled={!value.trim()}>
        {text('menuMute')}
      </button>
    </form>
  );
}

/** What is in the menu. The keys are its own: they are given back before it is taken out of the page. */
function Opened(
  props: RuleMenuProps & {
    readonly menu: RefObject<HTMLDetailsElement | null>;
    readonly onClose: () => void;
  },
): JSX.Element {
  const first = useRef<HTMLButtonElement>(null);
  useLayer(props.menu, props.onClose, first);
  return (
    <>
      <div class="buttons">
        {followProposals(props.paper).map((draft, at) => (
          <Proposal
            key={`${draft.subject} ${draft.value}`}
            {...props}
            draft={draft}
            button={at === 0 ? first : null}
          />
        ))}
      </div>
      <MutePhrase {...props} />
      {props.address && (
        <a href={props.address} target="_blank" rel="noreferrer">
          {text('menuAllRules')}
        </a>
      )}
    </>
  );
}

/** "Follow ByteDance", "Follow code by pytorch", "Mute a phrase": made when it is asked for. */
export function RuleMenu(props: RuleMenuProps): JSX.Element {
  const [isOwn, setOwn] = useState(false);
  const { isOpen = isOwn, onOpen = setOwn } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  const setOpen = (to: boolean) => {
    if (to !== isOpen) onOpen(to);
  };
  useImperativeHandle(props.handle ?? null, () => ({ open: () => setOpen(true) }));
  return (
    <details
      ref={menu}
      class="rule-menu"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control. */}
      <summary
        onClick={(event) => {
          // The browser would tell of it later than a key that is pressed next.
          event.preventDefault();
          setOpen(!isOpen);
        }}
      >
        {text('ruleMenu')}
      </summary>
      {isOpen && <Opened {...props} menu={menu} onClose={() => setOpen(false)} />}
    </details>
  );
}
