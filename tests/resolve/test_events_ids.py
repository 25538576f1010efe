from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.resolve.events_ids import FirstAccount, event_ids

HARBOR = FirstAccount("2023-05-12", "alder 10", "Harbor opens", has_page=True)
LATER = FirstAccount("2024-01-02", "beta 4", "Harbor opens", has_page=True)
UNSEEN = FirstAccount("2020-01-01", "gamma 0", "Harbor opens", has_page=False)


def test_an_event_is_addressed_by_its_words_alone() -> None:
    assert event_ids([HARBOR]) == {"alder 10": "harbor-opens"}


def test_an_event_that_is_told_later_with_the_same_words_does_not_move_the_first() -> None:
    ids = event_ids([LATER, HARBOR])
    assert ids["alder 10"] == "harbor-opens"
    assert ids["beta 4"].startswith("harbor-opens-")


def test_an_event_without_a_page_moves_no_page() -> None:
    ids = event_ids([UNSEEN, HARBOR])
    assert ids["alder 10"] == "harbor-opens"
    assert ids["gamma 0"] != "harbor-opens"


ACCOUNTS = st.lists(
    st.builds(
        FirstAccount,
        published=st.sampled_from(["2023-05-12", "2023-05-13", "9999"]),
        key=st.text(max_size=6),
        words=st.sampled_from(["Harbor opens", "harbor opens!", "", "x" * 200]),
        has_page=st.booleans(),
    ),
    unique_by=lambda each: each.key,
)


@given(accounts=ACCOUNTS, chance=st.randoms(use_true_random=False))
def test_ids_are_unique_whatever_the_order(accounts: list[FirstAccount], chance) -> None:
    ids = event_ids(accounts)
    assert len(set(ids.values())) == len(accounts) == len(ids)
    chance.shuffle(accounts)
    assert event_ids(accounts) == ids
