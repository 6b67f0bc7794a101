/**
 * Where something that is said of a paper comes from. `origin` is the paper's own home (arXiv's
 * abstract page of an arXiv paper); `data` a site's API or what it embeds in a page; `page` a paper's
 * page on another site; `earlier` what was stored before sources were kept.
 */
export const sources = [
  'origin',
  'data',
  'page',
  'card',
  'earlier',
  'file',
  'translated',
  'link',
] as const;
export type Source = (typeof sources)[number];

/** What sources say of a paper, apart from its ids. */
export const factFields = [
  'title',
  'abstract',
  'version',
  'authors',
  'authorCount',
  'organization',
  'publishedAt',
  'dailyAt',
  'submittedBy',
  'aiSummary',
  'aiKeywords',
  'upvotes',
  'comments',
  'codeUrl',
  'codeStars',
  'projectUrl',
  'pdfUrl',
  'thumbnailUrl',
  'venue',
  'revisedAt',
  'authorsComment',
  'categories',
  'url',
] as const;
export type FactField = (typeof factFields)[number];

type Ranks = Readonly<Record<Source, number>>;

/** The home of a paper knows best how it is called, what it says and who wrote it. */
const byHome: Ranks = {
  origin: 7,
  data: 6,
  page: 5,
  card: 4,
  earlier: 3,
  file: 2,
  translated: 1,
  link: 0,
};

/** A site's data tell an instant where its pages, and arXiv's, tell a day. */
const byData: Ranks = { ...byHome, origin: 5, data: 7, page: 6 };

/** What changes by the hour: whoever of a site said it last is right. */
const byTime: Ranks = { ...byHome, data: 5, page: 5, card: 5, origin: 5, earlier: 5 };

/**
 * Whoever knows of a newer version is right: of equal sources the word about the newer version stands. An address or a file may
 * name one that there never was, and gives way to whoever shows the paper.
 */
const byVersion: Ranks = { ...byTime, file: 4, translated: 4, link: 4 };

/** How much each source is worth, field by field: the higher one stands. */
export const ranks: Readonly<Record<FactField, Ranks>> = {
  title: byHome,
  abstract: byHome,
  version: byVersion,
  authors: byHome,
  authorCount: byHome,
  organization: byData,
  publishedAt: byData,
  dailyAt: byData,
  submittedBy: byData,
  aiSummary: byData,
  aiKeywords: byData,
  upvotes: byTime,
  comments: byTime,
  codeUrl: byData,
  codeStars: byTime,
  projectUrl: byData,
  pdfUrl: byHome,
  thumbnailUrl: byData,
  venue: byHome,
  revisedAt: byHome,
  authorsComment: byHome,
  categories: byHome,
  url: byHome,
};
