. tests/golden/office
on read fixtures/office >/dev/null
on ties
on ties --as-of 2022-03-01
on ties --state asleep
