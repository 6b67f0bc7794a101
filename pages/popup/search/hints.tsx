import type { JSX } from 'preact';
import { SearchHints } from '../../../components/search/search-hints';
import type { PopupService } from '../service';

/** What the search on show did not understand, and what may have been meant. */
export function Hints({ service }: { readonly service: PopupService }): JSX.Element | null {
  const { hints, tab } = service.state;
  if (!hints.value || tab.value !== 'saved') return null;
  return (
    <SearchHints {...hints.value} onSearch={(query) => void service.show({ query, filter: {} })} />
  );
}
