import type { Paper } from '../../papers/paper';
import { defined } from '../../papers/record';
import { datesOf } from './calendar';
import { authorCount, organization, person, user } from './people';
import { Random } from './random';
import { keywords, prose, title } from './words';

/** A made-up paper as Hugging Face's page would tell it, always the same for the same arguments. */
export function paperAt(seed: number, index: number, count: number): Paper {
  const random = new Random(seed, index);
  const { publishedAt, dailyAt } = datesOf(index, count, random.between(1, 3));
  const value = arxivId(publishedAt, index);
  return defined({
    id: `arxiv:${value}`,
    title: title(random),
    authors: Array.from({ length: authorCount(random) }, () => person(random)),
    organization: random.chance(0.6) ? organization(random) : undefined,
    abstract: prose(random, random.between(1150, 1700)),
    aiSummary: random.chance(0.95) ? prose(random, 110) : undefined,
    aiKeywords: keywords(random, random.between(3, 8)),
    publishedAt,
    dailyAt,
    submittedBy: user(random),
    upvotes: Math.floor(random.skewed(6.5, 1.1)),
    comments: random.between(0, 5),
    ...(random.chance(0.6) ? codeOf(random, value) : {}),
    thumbnailUrl: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${value}.png`,
  });
}

function codeOf(random: Random, value: string): Partial<Paper> {
  return {
    codeUrl: `https://github.com/made-up-lab/paper-${value.replace('.', '-')}`,
    codeStars: Math.floor(random.skewed(40, 1.8)),
    ...(random.chance(0.5) ? { projectUrl: `https://made-up-lab.example/${value}` } : {}),
  };
}

/** Year and month of publication, and a number that no other paper of the month has. */
function arxivId(publishedAt: string, index: number): string {
  const month = publishedAt.slice(2, 7).replace('-', '');
  return `${month}.${String((index % 99_999) + 1).padStart(5, '0')}`;
}
