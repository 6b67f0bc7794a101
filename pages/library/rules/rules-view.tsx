import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { RuleForm, type RuleFormProps } from '../../../components/rules/rule-form';
import { Empty } from '../../../components/ui/empty';
import { counted, listed, text } from '../../../lib/text';
import type { RuleDraft } from '../../../papers/rules/proposals';
import type { Rule } from '../../../papers/rules/rule';
import { ruleName } from '../../../wording/rules';

/** What can be done with the reader's rules. */
export interface RulesViewProps {
  readonly rules: readonly Rule[];
  /** How many papers each matched in thirty days, by its id; absent until they were counted. */
  readonly matches: ReadonlyMap<string, number> | undefined;
  readonly addressOf: RuleFormProps['addressOf'];
  /** @param rule The rule that is changed; absent for a new one. */
  readonly onTry: (draft: RuleDraft, rule?: Rule) => ReturnType<RuleFormProps['onTry']>;
  readonly onKeep: (draft: RuleDraft, rule?: Rule) => ReturnType<RuleFormProps['onKeep']>;
  readonly onDelete: (rule: Rule) => void;
  /** The muted papers, below the rules. */
  readonly children?: ComponentChildren;
}

function Form(
  props: RulesViewProps & { readonly rule?: Rule; readonly onDone: () => void },
): JSX.Element {
  const { rule, addressOf, onTry, onKeep, onDone } = props;
  return (
    <RuleForm
      {...(rule ? { rule } : {})}
      addressOf={addressOf}
      onTry={(draft) => onTry(draft, rule)}
      onKeep={async (draft) => {
        const kept = await onKeep(draft, rule);
        if (kept === true) onDone();
        return kept;
      }}
      onClose={onDone}
    />
  );
}

/** What a rule does by itself, in words. */
function actionsOf({ saves, tags = [] }: Rule): string | undefined {
  if (tags.length) return text('ruleDoesTag', listed(tags.map((tag) => `#${tag}`)));
  return saves ? text('ruleDoesSave') : undefined;
}

function RuleRow(props: RulesViewProps & { readonly rule: Rule }): JSX.Element {
  const { rule, matches, onDelete } = props;
  const [isEditing, setEditing] = useState(false);
  const name = ruleName(rule);
  const actions = actionsOf(rule);
  const count = matches?.get(rule.id);
  return (
    <li data-rule={rule.id}>
      <div class="rule">
        <span class={`effect ${rule.effect}`}>
          {text(rule.effect === 'follow' ? 'ruleFollow' : 'ruleMute')}
        </span>
        <p dir="auto">
          <bdi>{name}</bdi>
          {actions && <span class="quiet"> · {actions}</span>}
        </p>
        <span class="count">{count !== undefined && counted('ruleMatched', count)}</span>
        <button
          type="button"
          class="link"
          aria-expanded={isEditing}
          aria-label={text('ruleEditName', name)}
          onClick={() => setEditing(!isEditing)}
        >
          {text('ruleEdit')}
        </button>
        <button
          type="button"
          class="link"
          aria-label={text('ruleDeleteName', name)}
          onClick={() => onDelete(rule)}
        >
          {text('ruleDelete')}
        </button>
      </div>
      {isEditing && <Form {...props} onDone={() => setEditing(false)} />}
    </li>
  );
}

/** Every rule with how often it matches, and a new one to be tried and made. */
export function RulesView(props: RulesViewProps): JSX.Element {
  const { rules } = props;
  const [isMaking, setMaking] = useState(false);
  const isEmpty = rules.length === 0;
  return (
    <div class="rules-view">
      <div class="top">
        <h1>{text('rulesTitle')}</h1>
        <button
          type="button"
          class="button main"
          data-action="new"
          aria-expanded={isMaking}
          onClick={() => setMaking(!isMaking)}
        >
          {text('ruleNew')}
        </button>
      </div>
      <p class="quiet">{text('rulesHint')}</p>
      {isEmpty && !isMaking && <Empty title="rulesNoneTitle" words="rulesNoneText" />}
      {isMaking && <Form {...props} onDone={() => setMaking(false)} />}
      {!isEmpty && (
        <ul class="rules">
          {rules.map((rule) => (
            <RuleRow key={rule.id} {...props} rule={rule} />
          ))}
        </ul>
      )}
      {props.children}
    </div>
  );
}
