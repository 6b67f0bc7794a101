// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RuleMenu } from '../../components/rules/rule-menu';
import { RulesView, type RulesViewProps } from '../../pages/library/rules/rules-view';
import { emptyRecord } from '../../papers/merge';
import type { RuleDraft } from '../../papers/rules/proposals';
import type { Rule } from '../../papers/rules/rule';
import type { Trial } from '../../store/rules/trial';
import { actionSentence } from '../../wording/actions';
import { byId, reasonOf, reasonText, ruleName } from '../../wording/rules';

const rules: readonly Rule[] = [
  { id: 'org', effect: 'follow', subject: 'organization', value: 'ByteDance', createdAt: 1 },
  { id: 'code', effect: 'follow', subject: 'codeOwner', value: '@PyTorch', createdAt: 2 },
  { id: 'mute', effect: 'mute', subject: 'phrase', value: '3D gaussian', createdAt: 3 },
];
const record = emptyRecord('arxiv:1', 1000);

describe('a rule in words', () => {
  it.each([
    ['author', 'Lovelace, Ada', 'authors named Ada Lovelace'],
    ['organization', 'ByteDance', 'ByteDance'],
    ['phrase', '3D gaussian', '“3D gaussian”'],
    ['codeOwner', 'https://github.com/pytorch/vision', 'code by pytorch'],
    ['query', 'gauss has:code', 'the search “gauss has:code”'],
  ] as const)('for the %s %s is “%s”', (subject, value, name) => {
    expect(ruleName({ subject, value })).toBe(name);
    expect(reasonText({ subject, value, effect: 'follow' })).toBe(`You follow ${name}`);
  });

  it('gives the reason for a paper, and none for rules that are gone', () => {
    const reason = (more: object) => reasonOf({ ...record, ...more }, byId(rules));
    expect(reason({ matches: ['org', 'gone', 'code'] })).toBe(
      'You follow ByteDance, code by pytorch',
    );
    expect(reason({ mutedBy: 'mute' })).toBe('You mute “3D gaussian”');
    expect(reason({ mutedBy: 'mute', state: 'unread' })).toBeUndefined();
    expect(reason({ matches: ['gone'] })).toBeUndefined();
    expect(reason({})).toBeUndefined();
  });

  it('says what a rule did by itself', () => {
    const told = { detail: 'ByteDance', done: 3 };
    expect(actionSentence({ kind: 'ruleSaved', ...told }, 1)).toBe(
      'Your rule for ByteDance saved 3 papers',
    );
    expect(actionSentence({ kind: 'ruleTagged', ...told, done: 1 }, 1)).toBe(
      'Your rule for ByteDance saved and tagged 1 paper',
    );
  });
});

describe('the menu of rules', () => {
  let root: HTMLElement;
  const made: RuleDraft[] = [];
  const gone: Rule[] = [];
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);

  beforeEach(() => {
    root = document.createElement('div');
    document.body.replaceChildren(root);
    made.length = 0;
    gone.length = 0;
    const paper = { ...record, organization: 'bytedance', authors: ['Lovelace, Ada'] };
    const details = { id: record.id, aiKeywords: ['novel view'] };
    act(() =>
      render(
        <RuleMenu
          paper={paper}
          details={details}
          rules={rules}
          onMake={(draft) => made.push(draft)}
          onDelete={(rule) => gone.push(rule)}
          isOpen={true}
        />,
        root,
      ),
    );
  });
  afterEach(() => act(() => render(null, root)));

  it('follows with one click, and stops with another', () => {
    button('Follow authors named Ada Lovelace')?.click();
    expect(made).toEqual([{ effect: 'follow', subject: 'author', value: 'Ada Lovelace' }]);
    button('You follow bytedance')?.click();
    expect(gone).toEqual([rules[0]]);
  });

  it('mutes a phrase that it proposes', () => {
    root.querySelector('form')?.requestSubmit();
    expect(made).toEqual([{ effect: 'mute', subject: 'phrase', value: 'novel view' }]);
  });
});

describe('the form of a rule', () => {
  let root: HTMLElement;
  const find = <T extends HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  const press = (selector: string) => act(async () => find(selector).click());
  const draw = (more: Partial<RulesViewProps>) => {
    const props: RulesViewProps = {
      rules,
      matches: undefined,
      addressOf: (id) => id,
      onTry: async () => undefined,
      onKeep: async () => true,
      onDelete: () => {},
    };
    act(() => render(<RulesView {...props} {...more} />, root));
    return press('[data-action="new"]');
  };
  const write = (value: string) =>
    act(() => {
      const field = find<HTMLInputElement>('[name="rule-value"]');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });

  beforeEach(() => {
    root = document.createElement('div');
    document.body.replaceChildren(root);
  });
  afterEach(() => act(() => render(null, root)));

  it('stays with what was written until it is kept', async () => {
    const answers: (boolean | 'duplicate')[] = [false, 'duplicate', true];
    await draw({ onKeep: async () => answers.shift() ?? false });
    write('Ada Lovelace');
    await press('[type="submit"]');
    expect(find<HTMLInputElement>('[name="rule-value"]').value).toBe('Ada Lovelace');
    await press('[type="submit"]');
    await vi.waitFor(() =>
      expect(find('.outcome').textContent).toBe('There is a rule for this already.'),
    );
    await press('[type="submit"]');
    await vi.waitFor(() => expect(root.querySelector('form')).toBeNull());
  });

  it('shows no trial of what it no longer says', async () => {
    const answers: ((trial: Trial) => void)[] = [];
    await draw({ onTry: () => new Promise((resolve) => answers.push(resolve)) });
    await press('[data-action="try"]');
    await press('[value="mute"]');
    await press('[data-action="try"]');
    await act(async () => answers[1]?.({ shown: [], muted: [record] }));
    await act(async () => answers[0]?.({ shown: [record], muted: [] }));
    await vi.waitFor(() =>
      expect(find('.outcome').textContent).toContain('would have muted 1 paper'),
    );
  });
});
