import { lookedUp } from '../../papers/hosts';
import { arxivIdIn, type Identity } from '../../papers/ids';
import { arxivIdGlobs, type SiteLinks } from '../../papers/links';

/** Where Hugging Face Papers is. */
export const huggingFaceHosts = ['huggingface.co', 'hf.co', 'hf-mirror.com'];
const linkHosts = [...huggingFaceHosts, 'huggingface-co.translate.goog'];

/**
 * Finds the paper that an address on Hugging Face names: a page in any language, what programs ask for, a picture of it.
 * @returns `undefined` for a list of papers, and elsewhere on the site.
 */
export function huggingFacePaper(path: string, url: URL): Identity | undefined {
  const under = /^(?:\/(?!datasets|spaces)[\w-]+)?\/+papers(\/.*)$/s.exec(path)?.[1];
  return under === undefined ? undefined : (arxivIdIn(under) ?? lookedUp(url));
}

/** Hugging Face Papers, for programs too; its papers are arXiv's. */
export const huggingFaceLinks: SiteLinks = {
  kinds: {
    huggingFace: {
      hosts: linkHosts,
      globs: ['/papers', '/*/papers'].flatMap((folder) => [
        ...arxivIdGlobs(folder),
        ...['*/0*', '*/9*', 'ar*iv:*', 'index?*arxivId=*', 'index?*arxivid=*', 'arxiv/*'].map(
          (rest) => `${folder}/${rest}`,
        ),
      ]),
      read: huggingFacePaper,
    },
  },
  pictures: ['huggingface.co'],
};
