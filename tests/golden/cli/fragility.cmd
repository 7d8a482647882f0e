. tests/golden/office
on read fixtures/office >/dev/null
on fragility
