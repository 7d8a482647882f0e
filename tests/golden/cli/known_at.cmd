. tests/golden/office
on read fixtures/office >/dev/null
on ties --known-at 2021
