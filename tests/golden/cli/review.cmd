. tests/golden/office
on read fixtures/office >/dev/null
on review
on review different 1 2
on review different 2 18
on review --decisions
on review undo 999
