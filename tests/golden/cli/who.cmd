. tests/golden/office
on read fixtures/office >/dev/null
on who 서미나
on who nobody-of-this-name
