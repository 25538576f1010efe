"""Is there enough to show for a page of its own?"""

from __future__ import annotations

from collections.abc import Sequence

from generator.resolve.profiles import Profile
from generator.resolve.tables import Tables

MIN_ARTICLES = 2


def deserves_page(profiles: Sequence[Profile], tables: Tables, min_mentions: int, known_place: bool) -> bool:
    """Whether an entity gets a page: named `min_mentions` times or in two articles, or it acts, or its place is well known.

    Acting is speaking, taking part in the main event, having a role or giving somebody one (see `tables.Tables`); for a well-known
    place there is a map to show. A country that only its people's name or its capital stands for
    is named nowhere: it must act.
    """
    named = sum(profile.described + sum(count for _, count in profile.forms) for profile in profiles)
    articles = {profile.article for profile in profiles if profile.forms or profile.described}
    if named >= min_mentions or len(articles) >= MIN_ARTICLES or (known_place and named):
        return True
    return any(profile.key in tables.acting for profile in profiles)
