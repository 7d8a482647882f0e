. tests/golden/office
on backtest
on read fixtures/office >/dev/null
on backtest
on backtest --dates 0
on backtest --html "$work/test.html"
grep -c '360 are needed' "$work/test.html"
