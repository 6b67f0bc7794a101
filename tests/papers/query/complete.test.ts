import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../papers/query/complete';
import { parse } from '../../../papers/query/parse';
import { quick } from '../../support/property';

const context = {
  tags: ['World Models', 'rl/offline', 'rl', 'is:unread', 'say "hi"', '🔥', 'قراءة لاحقة'],
  organizations: ['Google DeepMind', 'Mila'],
  authors: ['Łukasz Kaiser', 'Ada Lovelace'],
};

/** What is offered at the bar in the text. */
function offered(text: string): string[] {
  const caret = text.indexOf('|');
  return complete(text.replace('|', ''), caret, context).items.map(({ insert }) => insert);
}

describe('a completion', () => {
  it.each([
    ['|', []],
    ['ta|', ['tag:']],
    ['diffusion A|', ['author:', 'after:']],
    ['-i|', ['-is:']],
    ['i|', ['is:', 'in:']],
    ['is:re|', ['is:reading', 'is:read']],
    ['is:read|', ['is:read', 'is:reading']],
    ['is:reading|', []],
    ['-has:n|', ['-has:note']],
    ['in:|', ['in:title']],
    ['tag:mod|', ['tag:"World Models"', 'tag:mod']],
    ['tag:"world m|', ['tag:"World Models"', 'tag:"world m"']],
    ['tag:r|', ['tag:rl/offline', 'tag:rl', 'tag:"World Models"', 'tag:is:unread', 'tag:r']],
    ['tag:RL|', ['tag:rl', 'tag:rl/offline', 'tag:"World Models"']],
    ['tag:rl/offline|', []],
    ['tag:is|', ['tag:is:unread', 'tag:is']],
    ['tag:say|', ['tag:"say ""hi"""', 'tag:say']],
    ['tag:قراءة|', ['tag:"قراءة لاحقة"', 'tag:قراءة']],
    ['org:deep|', ['org:"Google DeepMind"', 'org:deep']],
    ['tga:x|', []],
    ['after:2026|', []],
    ['after:2|', ['after:2w']],
    ['-before:y|', ['-before:yesterday']],
    ['author:lukasz|', ['author:"Łukasz Kaiser"', 'author:lukasz']],
    ['-author:kaiser|', ['-author:"Łukasz Kaiser"', '-author:kaiser']],
    ['upvotes:>1|', ['upvotes:>1', 'upvotes:>10', 'upvotes:>100']],
    ['upvotes:>10|', ['upvotes:>10', 'upvotes:>100']],
    ['org:deep-m|', ['org:"Google DeepMind"', 'org:deep-m']],
  ])('of %j offers %j', (text, inserts) => {
    expect(offered(text)).toEqual(inserts);
  });

  it('replaces the whole piece under the caret and nothing else', () => {
    const text = 'agents tag:"world mod" is:read';
    const { start, end } = complete(text, text.indexOf(' mod'), context);
    expect(text.slice(start, end)).toBe('tag:"world mod"');
    expect(complete('ab ta cd', 5, context)).toMatchObject({ start: 3, end: 5 });
  });

  it('is always understood, wherever the caret is', () => {
    const pieces = fc.constantFrom('tag:', '"', ' ', 'wo', 'is:', '-', 'rl', '“', 'x');
    const text = fc.array(pieces, { maxLength: 10 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.nat(30), (some, at) => {
        const caret = Math.min(at, some.length);
        const { start, end, items } = complete(some, caret, context);
        expect(start <= caret && caret <= end && end <= some.length).toBe(true);
        for (const { insert, kind } of items)
          if (kind !== 'operator') expect(parse(insert).problems).toEqual([]);
      }),
      quick,
    );
  });
});
