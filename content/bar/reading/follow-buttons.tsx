import type { JSX } from 'preact';
import { Icon } from '../../../components/ui/icons';
import type { FollowOffer } from '../../../lib/bar-messages';
import { text } from '../../../lib/text';
import type { RuleDraft } from '../../../papers/rules/proposals';

/**
 * "Follow ByteDance", which says "You follow ByteDance" once that is so. It stays the same button, so
 * that the focus stays where it was.
 */
export function Follows(props: {
  readonly offers: readonly FollowOffer[];
  readonly onFollow: (draft: RuleDraft) => void;
}): JSX.Element | null {
  const { offers, onFollow } = props;
  if (offers.length === 0) return null;
  return (
    <div class="follows">
      {offers.map(({ draft, name, isFollowed }) => (
        <button
          key={draft.subject}
          type="button"
          class="button"
          data-follow={draft.subject}
          aria-disabled={isFollowed}
          onClick={() => isFollowed || onFollow(draft)}
        >
          {isFollowed && <Icon name="tick" />}
          <bdi>{text(isFollowed ? 'reasonFollow' : 'menuFollow', name)}</bdi>
        </button>
      ))}
    </div>
  );
}
