import { type Thing, typesOf } from './json-ld';
import type { MetaTags } from './meta-tags';
import { kinds } from './vocabulary';

/** Types of papers in JSON-LD: https://schema.org/ScholarlyArticle and its like. */
export const paperTypes = new Set([
  'ScholarlyArticle',
  'MedicalScholarlyArticle',
  'Thesis',
  'Report',
  'Chapter',
]);
const otherTypes = new Set([
  'Dataset',
  'DataCatalog',
  'DataDownload',
  'SoftwareSourceCode',
  'SoftwareApplication',
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'OpinionNewsArticle',
  'BlogPosting',
  'LiveBlogPosting',
  'VideoObject',
  'ImageObject',
  'Product',
  'Recipe',
  'JobPosting',
  'PodcastEpisode',
]);
/** The same in words, as tags have it. */
const otherKinds =
  /^(?:news(?: item| article|room)?|nature news|news feature|research highlights?|career (?:feature|column|news)|data ?sets?|dataset|software|image|video|audio|physicalobject|interactiveresource|collection|event|podcast|press[ -]?release|blog(?: ?post)?|advertisement|obituary|journal|issue|toc)$/i;

/** What a site shows in place of its page until it is sure of whoever asks. */
const challenges =
  /^(?:just a moment|attention required|access denied|are you a (?:human|robot)|verify(?:ing)? (?:you are|that you are) human|security (?:check|verification)|client challenge|please wait|one moment, please|checking your browser|bot (?:check|verification)|robot check|captcha|ddos-guard|pardon our interruption|human verification|request rejected|403 forbidden|forbidden)\b/i;
const challengeParts =
  '#challenge-form,#challenge-running,#challenge-stage,#cf-challenge-running,iframe[src*="captcha-delivery.com"],#px-captcha';

/**
 * Tells whether a page only asks whether its visitor is a machine: it is about no paper, whatever its address says. One that has
 * a scholar's tags is a paper's that is called like that.
 */
export function isChallenge(document: Document): boolean {
  if (document.querySelector('meta[name="citation_title" i]')) return false;
  const title = (document.title ?? '').slice(0, 200).trim();
  return challenges.test(title) || document.querySelector(challengeParts) !== null;
}

/**
 * Tells whether a page says of itself that it shows something else than a paper: news, a data set, a program. One that
 * calls itself both is a paper's.
 */
export function isOtherKind(tags: MetaTags, things: readonly Thing[]): boolean {
  const types = things.flatMap(typesOf);
  if (types.some((type) => paperTypes.has(type))) return false;
  return (
    types.some((type) => otherTypes.has(type)) ||
    tags.every(kinds).some((kind) => otherKinds.test(kind.slice(0, 100)))
  );
}
