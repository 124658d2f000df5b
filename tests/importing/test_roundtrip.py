"""The parser is the inverse of the wording."""

from hypothesis import HealthCheck, given, settings

from minutes.domain.record import Item
from minutes.importing.parse import parse_lines
from tests.printed import source
from tests.records.items import items


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(item=items())
def test_parsing_what_wording_wrote_gives_the_record_back(item: Item) -> None:
    read = parse_lines(source((item,))).protocol.items

    assert read == (item,)
