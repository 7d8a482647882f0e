. tests/golden/office
on read fixtures/office >/dev/null
on diff --from 2020-01-01
on diff
on diff --from 2022-01-01 --to 2021-01-01
