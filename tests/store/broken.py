"""Rows that break what must stay true, by the sentence that names it."""

from __future__ import annotations

BROKEN = {
    "announced_edition_has_a_meeting": {"edition_id": "(SELECT min(id) FROM edition)"},
    "court_decides_on_a_day": {"outcome": "NULL"},
    "interruption_comes_before_the_end": {
        "interrupted_on": "taken_down_on",
        "interruption": "'nere'",
    },
    "interruption_tells_what_was": {"interrupted_on": "posted_on"},
    "judgment_stands_after_it_is_given": {"stands_on": "'2020-01-01'"},
    "notice_announces_one_thing": {"delegated_decision_id": "NULL"},
    "stay_ends_after_it_begins": {"stay_from": "'2026-05-02'", "stay_until": "'2026-05-01'"},
    "address_is_in_lower_case": {"email": "'EVA@exempel.se'"},
    "appeal_runs_after_posting": {"posted_on": "appeal_ends_on"},
    "assignment_has_an_origin": {"decision_point_id": "NULL", "plan": "NULL"},
    "body_has_seats": {"seats": "0"},
    "casting_vote_settles_a_tie": {"casting_name": "'Eva Ek'", "lot": "FALSE", "yes": "no + 1"},
    "checksum_is_sha256": {"sha256": "'abc'"},
    "clauses_are_counted_from_one": {"position": "0"},
    "certification_has_a_method": {"kind": "'certified'", "method": "NULL"},
    "correction_changes_something": {"new_words": "old_words"},
    "correction_has_a_reason": {"reason": "''"},
    "correction_is_proposed_before_it_is_withdrawn": {"withdrawn_at": "'2020-04-07 12:00:00'"},
    "corrected_vote_tells_its_figures": {"vote_after": "NULL"},
    "follower_has_an_account_or_an_address": {"account_id": "NULL", "email": "NULL"},
    "one_thing_is_followed": {"matter_id": "NULL", "person_id": "NULL", "search": "NULL"},
    "copy_number_is_positive": {"number": "0"},
    "deadline_follows_the_decision": {"decided_on": "'2026-04-08'", "deadline": "'2026-04-07'"},
    "edition_is_sent_before_it_is_withdrawn": {"withdrawn_at": "'2020-04-07 12:00:00'"},
    "edition_number_is_positive": {"number": "0"},
    "goal_number_is_positive": {"number": "0"},
    "interval_ends_after_it_begins": {"first_number": "9", "last_number": "8"},
    "lot_settles_a_tie": {"casting_name": "NULL", "lot": "TRUE", "yes": "no + 1"},
    "mandate_ends_after_it_begins": {"ends_on": "'2022-10-14'"},
    "mask_has_a_reason": {"reason": "''"},
    "mover_is_named": {"name": "NULL", "party": "NULL"},
    "notice_is_not_removed_too_soon": {"removed_on": "posted_on"},
    "notice_stays_the_whole_time": {"taken_down_on": "appeal_ends_on"},
    "number_is_positive": {"number": "0"},
    "only_a_single_proposal_falls": {"kind": "'against'", "carried": "NULL"},
    "only_an_item_closes": {"status": "'closed'", "closed_by_id": "NULL"},
    "open_title_stands_for_a_secret_one": {"open_title": "'Ett ärende'"},
    "paragraph_settles_another": {"settled_by_item_id": "item_id"},
    "plan_ends_after_it_begins": {"to_year": "2025"},
    "point_number_is_positive": {"number": "0"},
    "proposal_is_in_first_or_second_place": {"rank": "3"},
    "proposal_names_its_receiver": {"kind": "'proposal'", "to_body": "NULL"},
    "proposal_supports_another": {"id": "9999", "supports_id": "9999"},
    "refused_correction_tells_why": {"kind": "'refused'", "method": "NULL", "reason": "''"},
    "refusal_has_a_reason": {"kind": "'refused'", "method": "NULL"},
    "refusal_names_its_paragraph": {"kind": "'retracted'", "method": "NULL", "item_id": "NULL"},
    "reservation_is_somebodys": {"name": "NULL", "party": "NULL"},
    "revision_number_is_positive": {"number": "0"},
    "secrecy_has_a_ground": {"secrecy": "''"},
    "signature_has_a_method": {"method": "NULL"},
    "size_is_a_count": {"size": "-1"},
    "superior_is_another_body": {"id": "9999", "superior_id": "9999"},
    "letter_is_sent_or_given_up": {
        "sent_at": "'2026-04-08 12:00:00'",
        "given_up_at": "'2026-04-08 12:00:00'",
    },
    "totals_are_counts": {"abstain": "-1"},
    "tries_are_a_count": {"tries": "-1"},
    "what_goes_by_email_has_its_letter": {"channel": "'email'"},
    "who_serves_for_another_serves": {"for_name": "'Eva Ek'", "serves": "FALSE"},
    "who_stands_aside_is_named": {"name": "NULL", "party": "NULL"},
    "withdrawn_item_has_no_number": {"withdrawn_at": "'2026-04-08 12:00:00'"},
    "wording_number_is_positive": {"number": "0"},
}
"""For each check the values of a row that breaks it."""

NAMED = {
    "duty_everywhere_is_held_once": {"duty": "'archivist'"},
    "group_stands_aside_once": {"party": "'NP'"},
    "stands_aside_once_without_a_party": {"name": "'Ulla Ny'"},
    "one_ballot_each_without_a_party": {"name": "'Ulla Ny'"},
    "disqualified_once_without_a_party": {"name": "'Ulla Ny'"},
    "file_of_no_meeting_is_kept_once": {"sha256": f"'{'0' * 64}'"},
    "one_edition_waits_at_a_time": {"scope": "'whole'", "meeting_id": "1"},
}
"""What the rows are called whose party, or name, is missing."""


BESIDE = {
    "account_follows_as_one": {"email": "NULL"},
    "matter_is_followed_once": {"search": "NULL"},
    "person_is_followed_once": {"search": "NULL"},
    "edition_is_numbered_once": {"withdrawn_at": "sent_at"},
    "subject_signs_in_to_one_account": {"account_id": "(SELECT max(id) FROM account)"},
}
"""What else a copy must have, so that it breaks that one only."""
