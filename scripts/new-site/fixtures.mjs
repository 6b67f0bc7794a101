/** A page of the site that lists papers, as small as can be. */
export const listPage = ({ title }) => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>A list of ${title}</title></head>
<body>
<main>
<h1>A list of ${title}</h1>
<article><h2><a href="/paper/a-1">The First Paper</a></h2><p>Ada Example</p></article>
<article><h2><a href="/paper/b-2">The Second Paper</a></h2><p>Bo Example</p></article>
<article><h2><a href="/about">No Paper</a></h2></article>
</main>
</body>
</html>
`;

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** What is read on it. */
export function listExpected({ name, origin }) {
  const papers = [
    { id: `${name}:a-1`, title: 'The First Paper', source: 'card' },
    { id: `${name}:b-2`, title: 'The Second Paper', source: 'card' },
  ];
  const cards = papers.map(({ id }) => id);
  const digest = { id: `${name}:list:2026` };
  return json({ address: `${origin}/list/2026`, digest, papers, cards, withoutData: papers });
}

/** A paper's own page. */
export const paperPage = ({ title }) => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>The First Paper | ${title}</title></head>
<body>
<main>
<h1>The First Paper</h1>
<p id="abstract">What the paper says, in the words of whoever wrote this page.</p>
</main>
</body>
</html>
`;

/** What is read on it. */
export function paperExpected({ name, origin }) {
  const id = `${name}:a-1`;
  const abstract = 'What the paper says, in the words of whoever wrote this page.';
  const papers = [{ id, title: 'The First Paper', abstract }];
  const digest = { id: `${name}:paper:a-1` };
  return json({ address: `${origin}/paper/a-1`, digest, papers, cards: [id], withoutData: papers });
}
