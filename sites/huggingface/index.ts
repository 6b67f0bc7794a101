import type { Site } from '../site';
import { huggingFaceOrigins } from './hosts';
import { huggingFaceLinks } from './links';
import { dayPage, monthPage, paperPage, searchPage, trendingPage, weekPage } from './pages';

/** Hugging Face Papers. */
export const huggingface: Site = {
  name: 'huggingface',
  title: 'Hugging Face',
  icon: 'M3 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM6 7h.01M10 7h.01M5.8 9.5c1 1.3 3.4 1.3 4.4 0',
  hosts: huggingFaceOrigins,
  links: huggingFaceLinks,
  isDaily: true,
  pages: [dayPage, weekPage, monthPage, trendingPage, searchPage, paperPage],
};
