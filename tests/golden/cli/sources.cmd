. tests/golden/office
on read fixtures/office >/dev/null
on sources
on sources 2
on sources --known-at 2020
