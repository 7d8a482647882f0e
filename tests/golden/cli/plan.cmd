. tests/golden/office
on plan fixtures/trips/boston.toml --out "$work/documents" --understudies | grep -v "  wrote"
