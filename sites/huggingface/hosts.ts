import type { SiteHosts } from '../site';

/** Where Hugging Face Papers is. */
export const huggingFaceOrigins: SiteHosts = {
  name: 'huggingface',
  required: ['https://huggingface.co'],
  optional: [],
  paths: ['/papers'],
  digestPaths: ['/papers'],
};
