. tests/golden/office
on plan fixtures/trips/boston.toml --out "$work/documents" >/dev/null
on why-not Bob Birch
on why-not Flo Frost
on why-not Ann Ashcombe
on why-not Zoe
