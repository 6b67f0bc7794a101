import { hintsOf } from '../../papers/ranking/hints';
import { Evidence, type Example } from '../../papers/ranking/reasons';
import { scoreOf, usualOf } from '../../papers/ranking/score';
import type { Day, DayPaper } from './days';
import { ranker, traitsOf } from './orders';
import { isRelevant, type Reader } from './readers';

/** On how many of the last days reasons are asked for. */
const lastDays = 10;
/** Of how many decisions before they are made. */
const mostExamples = 1000;

/**
 * Asks the ranker why, for the likeliest paper of each of the last days that is one for the reader.
 * @returns How many first reasons there were, and how many named an interest: all words of one are in the other.
 */
export function askWhy(days: readonly Day[], reader: Reader): { asked: number; named: number } {
  const order = ranker();
  const examples: Example[] = [];
  let [asked, named] = [0, 0];
  for (const [at, day] of days.entries()) {
    const best = at >= days.length - lastDays && bestOf(order.weights, day);
    if (best && isRelevant(best, reader.likesOn(at))) {
      const hints = hintsOf(order.weights, best.paper, traitsOf(best));
      const evidence = new Evidence(hints);
      for (const example of examples.slice(-mostExamples).reverse()) evidence.add(example);
      const [first] = evidence.reasonsFor(hints);
      asked += 1;
      if (first && reader.likesOn(at).some((interest) => isNamed(first.text, interest))) named += 1;
    }
    for (const paper of day) {
      const saves = reader.decide(paper, at);
      order.learn(paper, saves);
      if (saves !== undefined) examples.push({ id: paper.id, paper: paper.paper, likes: saves });
    }
  }
  return { asked, named };
}

function bestOf(weights: ReturnType<typeof ranker>['weights'], day: Day): DayPaper | undefined {
  const usual = usualOf(day.map(({ paper }) => paper));
  const scored = day.map((paper) => ({ paper, score: scoreOf(weights, traitsOf(paper), usual) }));
  return scored.sort((one, other) => other.score - one.score)[0]?.paper;
}

function isNamed(text: string, interest: string): boolean {
  const [one, other] = [text, interest].map((words) =>
    (words.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => word.replace(/s$/, '')),
  );
  const isIn = (inner: readonly string[] = [], outer: readonly string[] = []) =>
    inner.every((word) => outer.includes(word));
  return isIn(one, other) || isIn(other, one);
}
