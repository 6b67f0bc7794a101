import { type Thing, typesOf } from './json-ld';
import type { MetaTags } from './meta-tags';
import { kinds, scholarlyAuthors, scholarlyTitles } from './vocabulary';

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
]);
/** Types of what may stand beside a paper on its page: a video abstract, the price of a copy. */
const besideTypes = new Set([
  'VideoObject',
  'ImageObject',
  'Product',
  'Recipe',
  'JobPosting',
  'PodcastEpisode',
]);
/** The same in words, as tags have it. */
const otherKinds =
  /^(?:news(?: item| article|room)?|nature news|news feature|research highlights?|career (?:feature|column|news)|data ?sets?|dataset|software|physicalobject|interactiveresource|press[ -]?release|blog(?: ?post)?|advertisement|obituary)$/i;
/** Words for what a paper may be in, or have beside it: HAL's articles call themselves a journal. */
const besideKinds = /^(?:image|video|audio|collection|event|podcast|journal|issue|toc)$/i;

/** What a site shows in place of its page until it is sure of whoever asks. A sentence or a site's name may follow. */
const challenges =
  /^(?:just a moment|attention required|access denied|are you (?:a )?(?:human|robot)|robot or human|verify(?:ing)? (?:you are|that you are) human|security (?:check|verification)|client challenge|please wait(?: while .*)?|one moment,? please|checking your browser.*|bot (?:check|verification)|robot check|captcha|radware .*|validate user|ddos-guard|pardon our interruption|human verification|error - cookies.*|cookies? (?:required|disabled|absent|turned off)|request (?:rejected|unsuccessful)|sorry, you have been blocked|vercel security checkpoint|(?:403 )?forbidden|(?:404 )?(?:page )?not found|404)(?=\s*(?:$|[-|–—!.…:?]))/i;
/** The same in other languages, which Cloudflare speaks to its visitors. */
const waits =
  /^(?:nur einen moment|un instant|un momento|um momento|solo un momento|een moment|один момент|请稍候|請稍候|しばらくお待ちください|잠시만 기다리십시오)\s*(?:…|\.\.\.)/iu;
const challengeParts =
  '#challenge-form,#challenge-running,#challenge-stage,#cf-challenge-running,iframe[src*="captcha-delivery.com"],iframe[src*="_Incapsula_Resource"],#px-captcha,#challenge-error-text,script[src*="/challenge-platform/h/"][src*="orchestrate"]';

/**
 * Tells whether a page only asks whether its visitor is a machine: it is about no paper, whatever its address says. One that has
 * a scholar's tags is a paper's that is called like that.
 */
export function isChallenge(document: Document): boolean {
  if (document.querySelector('meta[name="citation_title" i]')) return false;
  const title = (document.title ?? '').slice(0, 200).trim();
  return (
    challenges.test(title) ||
    waits.test(title) ||
    document.querySelector(challengeParts) !== null ||
    [...document.scripts].slice(0, 20).some((script) => script.text.includes('_cf_chl_opt'))
  );
}

/**
 * Tells whether a page says of itself that it shows something else than a paper: news, a data set, a program. One that
 * calls itself both is a paper's.
 */
export function isOtherKind(tags: MetaTags, things: readonly Thing[]): boolean {
  const types = things.flatMap(typesOf);
  if (types.some((type) => paperTypes.has(type))) return false;
  const words = tags.every(kinds).map((kind) => kind.slice(0, 100));
  if (types.some((type) => otherTypes.has(type)) || words.some((kind) => otherKinds.test(kind)))
    return true;
  const isScholarly = tags.first(scholarlyTitles) && tags.first(scholarlyAuthors);
  if (isScholarly) return false;
  return (
    types.some((type) => besideTypes.has(type)) || words.some((kind) => besideKinds.test(kind))
  );
}
