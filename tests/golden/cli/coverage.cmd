. tests/golden/office
on read fixtures/office >/dev/null
on coverage
on coverage --target Chips/US=4 --target //1=9
on coverage --target Chips
