import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { type MessageKey, text } from '../../lib/text';
import type { RuleProblem } from '../../papers/rules/check';
import type { RuleDraft } from '../../papers/rules/proposals';
import { type Rule, type RuleSubject, ruleEffects, ruleSubjects } from '../../papers/rules/rule';
import { cleanTags, maxTagsTyped } from '../../papers/tags';
import type { Trial } from '../../store/rules/trial';
import { problemText } from '../../wording/rules';
import { useLayer } from '../ui/use-layer';
import { TrialView } from './rule-trial';

const subjectNames = {
  author: 'subjectAuthor',
  organization: 'subjectOrganization',
  phrase: 'subjectPhrase',
  codeOwner: 'subjectCodeOwner',
  query: 'subjectQuery',
} as const satisfies Record<RuleSubject, MessageKey>;

const hints = {
  author: 'hintAuthor',
  organization: 'hintOrganization',
  phrase: 'hintPhrase',
  codeOwner: 'hintCodeOwner',
  query: 'hintQuery',
} as const satisfies Record<RuleSubject, MessageKey>;

/** What the form of a rule does. */
export interface RuleFormProps {
  /** The rule that is changed; absent for a new one. */
  readonly rule?: Rule;
  readonly addressOf: (id: string) => string;
  /** Says what it would have done, or what is wrong with it. */
  readonly onTry: (draft: RuleDraft) => Promise<Trial | RuleProblem | undefined>;
  /** Keeps it and says whether that succeeded, or what is wrong with it. */
  readonly onKeep: (draft: RuleDraft) => Promise<RuleProblem | boolean>;
  readonly onClose: () => void;
}

interface FieldProps {
  readonly draft: RuleDraft;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

function Effect({ draft, onChange }: FieldProps): JSX.Element {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="unseen">{text('ruleEffectName')}</legend>
      {ruleEffects.map((effect) => (
        <label key={effect}>
          <input
            type="radio"
            name={name}
            value={effect}
            checked={draft.effect === effect}
            onChange={() => onChange({ effect })}
          />
          <span>{text(effect === 'follow' ? 'ruleFollow' : 'ruleMute')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Subject({ draft, onChange }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <>
      <label>
        <span class="unseen">{text('ruleSubjectName')}</span>
        <select
          name="rule-subject"
          value={draft.subject}
          onChange={({ currentTarget }) => {
            const subject = ruleSubjects.find((one) => one === currentTarget.value);
            if (subject) onChange({ subject });
          }}
        >
          {ruleSubjects.map((subject) => (
            <option key={subject} value={subject}>
              {text(subjectNames[subject])}
            </option>
          ))}
        </select>
      </label>
      <input
        type="text"
        name="rule-value"
        dir="auto"
        maxLength={1000}
        aria-label={text(subjectNames[draft.subject])}
        aria-describedby={id}
        value={draft.value}
        onInput={({ currentTarget }) => onChange({ value: currentTarget.value })}
      />
      <p id={id} class="quiet">
        {text(hints[draft.subject])}
      </p>
    </>
  );
}

function AutomaticActions({ draft, onChange }: FieldProps): JSX.Element {
  const [words, setWords] = useState(draft.tags?.join(', ') ?? '');
  const [id, hint] = [useId(), useId()];
  return (
    <div class="rule-deeds">
      <label class="choice">
        <input
          type="checkbox"
          name="rule-saves"
          checked={draft.saves === true}
          onChange={({ currentTarget }) => onChange({ saves: currentTarget.checked })}
        />
        {text('ruleSaves')}
      </label>
      <label for={id}>{text('ruleTags')}</label>
      <input
        id={id}
        type="text"
        name="rule-tags"
        dir="auto"
        maxLength={maxTagsTyped}
        aria-describedby={hint}
        value={words}
        onInput={({ currentTarget: { value } }) => {
          setWords(value);
          onChange({ tags: cleanTags([value]) });
        }}
      />
      <p id={hint} class="quiet">
        {text('ruleTagsHint')}
      </p>
    </div>
  );
}

/** A rule to be made or changed, with what it would have done before it is kept. */
export function RuleForm({ rule, addressOf, onTry, onKeep, onClose }: RuleFormProps): JSX.Element {
  const [draft, setDraft] = useState<RuleDraft>(
    rule ?? { effect: 'follow', subject: 'author', value: '' },
  );
  const [outcome, setOutcome] = useState<Trial | RuleProblem | undefined>();
  const latest = useRef(draft);
  const ref = useRef<HTMLFormElement>(null);
  useLayer(ref, onClose);
  const change = (part: Partial<RuleDraft>) => {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    setOutcome(undefined);
  };
  /** An answer about what the form no longer says is dropped. */
  const show = async (answer: Promise<Trial | RuleProblem | boolean | undefined>) => {
    const outcome = await answer;
    if (latest.current === draft) setOutcome(typeof outcome === 'boolean' ? undefined : outcome);
  };
  return (
    <form
      ref={ref}
      class="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        void show(onKeep(draft));
      }}
    >
      <div class="rule-words">
        <Effect draft={draft} onChange={change} />
        <Subject draft={draft} onChange={change} />
      </div>
      {draft.effect === 'follow' && <AutomaticActions draft={draft} onChange={change} />}
      <div class="buttons">
        <button type="submit" class="button main">
          {text(rule ? 'ruleSave' : 'ruleKeep')}
        </button>
        <button
          type="button"
          class="button"
          data-action="try"
          onClick={() => void show(onTry(draft))}
        >
          {text('ruleTry')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {text('cancel')}
        </button>
      </div>
      <div role="status" class="outcome">
        {typeof outcome === 'string' && <p class="problem">{problemText(outcome)}</p>}
        {typeof outcome === 'object' && (
          <TrialView trial={outcome} effect={draft.effect} addressOf={addressOf} />
        )}
      </div>
    </form>
  );
}
