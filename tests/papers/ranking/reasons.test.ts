import { describe, expect, it } from 'vitest';
import { hintsOf } from '../../../papers/ranking/hints';
import { Evidence } from '../../../papers/ranking/reasons';
import { history, taught, traitsOf } from './papers';

const past = history(60);
const weights = taught(past);

function reasonsFor(title: string) {
  const paper = { title };
  const hints = hintsOf(weights, paper, traitsOf(paper));
  const evidence = new Evidence(hints);
  past.toReversed().forEach((one, at) => {
    evidence.add({ id: `arxiv:${at}`, ...one });
  });
  return evidence.reasonsFor(hints);
}

describe('the reasons for a paper', () => {
  it('are phrases as it spells them, with how often papers with them were kept', () => {
    const [first] = reasonsFor('Do Graphs Need Test-Time Compute?');
    expect(first).toMatchObject({ kind: 'phrase', text: 'Test-Time Compute', saved: 15, of: 15 });
  });

  it('name a kept paper that is like it', () => {
    expect(reasonsFor('Do Graphs Need Test-Time Compute?')[0]?.like?.title).toMatch(/test-time/i);
  });

  it('have no word in common', () => {
    const words = reasonsFor('Scaling test-time compute for verifiers of long proofs').flatMap(
      ({ text }) => text.toLowerCase().split(/[^a-z]+/),
    );
    expect(new Set(words).size).toBe(words.length);
  });

  it('are none for a paper that has nothing of those that were kept', () => {
    expect(reasonsFor('Folding proteins')).toEqual([]);
  });
});
