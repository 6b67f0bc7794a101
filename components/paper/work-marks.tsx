import type { JSX } from 'preact';
import type { PaperRecord } from '../../papers/record';
import { leadFace } from '../../papers/same/lead';
import { versionNews } from '../../papers/same/version-news';
import { versionName, versionText } from '../../wording/one-work';

/** In a row: the journal of the copy that leads, and that there is a newer version than the one saved. */
export function WorkMarks({ paper }: { readonly paper: PaperRecord }): JSX.Element {
  const { venue } = leadFace(paper);
  const news = versionNews(paper);
  return (
    <>
      {venue && <bdi>{venue}</bdi>}
      {news && (
        <span data-version={news.to} title={versionText(news)}>
          <span aria-hidden="true">{versionName(news.to)}</span>
          <span class="unseen">{versionText(news)}</span>
        </span>
      )}
    </>
  );
}
