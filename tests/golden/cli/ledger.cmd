. tests/golden/office
on read fixtures/office >/dev/null
on ledger --from 2018-01-01
on ledger --stretch 1 --limit 2
on ledger --stretch 2
on ledger --from 2023-01-01 --to 2022-01-01
