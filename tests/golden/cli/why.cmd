. tests/golden/office
on read fixtures/office >/dev/null
on why '#2' '#4'
on why '#2' '#2'
on split 2 --why "another of that name"
on split 2
on check
