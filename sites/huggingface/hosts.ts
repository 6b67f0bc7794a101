import type { SiteHosts } from '../site';

/** Where Hugging Face Papers is. */
export const huggingFaceOrigins: SiteHosts = {
  name: 'huggingface',
  script: 'digest',
  required: ['https://huggingface.co'],
  optional: [],
  paths: ['/papers'],
  digestPaths: ['/papers'],
};
