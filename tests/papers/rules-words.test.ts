import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../papers/merge';
import type { PaperRecord } from '../../papers/record';
import { ruleKey } from '../../papers/rules/check';
import { matcherOf } from '../../papers/rules/match';
import type { Rule } from '../../papers/rules/rule';
import { scoreOf } from '../support/words';

function mutes(subject: Rule['subject'], value: string, paper: Partial<PaperRecord>): boolean {
  const rule: Rule = { id: 'a', effect: 'mute', subject, value, createdAt: 1 };
  const record = { ...emptyRecord('x:1', Date.UTC(2026, 2, 20, 12)), ...paper };
  return matcherOf([rule]).judge(record, undefined).mutedBy !== undefined;
}

describe('a rule for words', () => {
  it.each([
    ['3D gaussian', 'Compact 3D Gaussians for SLAM'],
    ['3d gaussians', 'A 3-D Gaussian'],
    ['world model', 'World Models'],
    ['world models', 'A world-model for driving'],
    ['LLM', 'LLMs as judges'],
    ['LLMs', 'An LLM-based judge'],
    ['GAN', 'GANs'],
    ['VAE', 'β-VAEs'],
    ['API', 'Calling APIs'],
    ['GPU', 'A thousand GPUs'],
    ['policy', 'Policies'],
    ['bias', 'Biases of judges'],
    ['analysis', 'Analyses of attention'],
    ['matrix', 'Low-rank matrices'],
    ['language model', 'Language-Models'],
    ['language model pretraining', 'Language models: pre-training'],
    ['gpt4', 'GPT-4: a report'],
    ['GPT', 'GPT-4'],
    ['GPT', 'GPT4'],
    ['C++', 'Fast C++ code'],
    ['C++', 'C$^{++}$'],
    ['C#', 'From C# to F#'],
    ['A*', 'Neural A* search'],
    ['A*', 'Neural A$^*$ search'],
    ['π0', 'Fine-tuning $\\pi_0$'],
    ['pi0', 'π₀.5'],
    ['Schrödinger bridge', 'Schr\\"{o}dinger Bridges'],
    ['Łojasiewicz', 'Lojasiewicz inequalities'],
    ['state of the art', 'State-of-the-art'],
    ['强化学习', '基于强化 学习'],
  ])('%s takes %s, and a search for it as a phrase does', (value, title) => {
    expect(mutes('phrase', value, { title })).toBe(true);
    expect(mutes('query', `"${value}"`, { title })).toBe(true);
    expect(scoreOf(`"${value}"`, { title })).toBeGreaterThan(0);
  });

  it.each([
    ['earl', 'Early exits'],
    ['early', 'Earl of Sandwich'],
    ['C++', 'C code'],
    ['C++', 'C for all'],
    ['C', 'C++ for all'],
    ['C#', 'C code'],
    ['A*', 'A search'],
    ['.NET', 'A net'],
    ['model', 'Modeling'],
    ['models', 'Modeled'],
    ['GAN', 'Organ gangs'],
    ['LLM', 'LLMOps'],
    ['new', 'News'],
    ['physic', 'Physics'],
    ['dynamic', 'Dynamics of light'],
    ['POS', 'Pose'],
    ['GPS', 'GP regression'],
    ['3D gaussian', 'A 3 by 4 gaussian'],
    ['world model', 'A world, a model'],
    ['RL', 'URL'],
    ['GPT-3.5', 'GPT 35'],
  ])('%s leaves %s alone, and so does a search for it as a phrase', (value, title) => {
    expect(mutes('phrase', value, { title })).toBe(false);
    expect(scoreOf(`"${value}"`, { title })).toBe(0);
  });

  it('for an organisation is for all of its name, however it is spelled', () => {
    const from = (organization: string) =>
      mutes('organization', 'Byte-Dance Seed', { organization });
    expect(from('ByteDance Seed')).toBe(true);
    expect(from('BYTEDANCE–SEED')).toBe(true);
    expect(from('ByteDance')).toBe(false);
    expect(from('ByteDance Seeds')).toBe(false);
    expect(from('ByteDance Seed Edge')).toBe(false);
    expect(
      mutes('organization', 'Universität Zürich', { organization: 'Universitat Zurich' }),
    ).toBe(true);
  });

  it('counts days from when the paper came, so that what it says does not change', () => {
    expect(mutes('query', 'before:7d', { title: 'A', publishedAt: '2026-03-10' })).toBe(true);
    expect(mutes('query', 'before:7d', { title: 'A', publishedAt: '2026-03-19' })).toBe(false);
  });

  it('is the same rule in every spelling', () => {
    const keyOf = (value: string) => ruleKey({ subject: 'phrase', value });
    for (const all of [
      ['GPT-4', 'gpt4', 'GPT 4'],
      ['LLM', 'LLMs', 'llms'],
      ['world model', 'World Models', 'world-model'],
      ['Schrödinger', 'Schr\\"{o}dinger'],
      ['C++', 'c++'],
    ])
      expect(new Set(all.map(keyOf)).size).toBe(1);
    for (const [one, other] of [
      ['C++', 'C'],
      ['GPT-3.5', 'GPT 35'],
      ['model', 'modeling'],
    ])
      expect(keyOf(one ?? '')).not.toBe(keyOf(other ?? ''));
  });
});
