. tests/golden/office
on read fixtures/office
on read fixtures/office
