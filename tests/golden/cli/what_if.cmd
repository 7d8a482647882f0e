. tests/golden/office
on plan fixtures/trips/boston.toml --out "$work/documents" >/dev/null
on what-if --window "Bob Birch: Tue 04-04 09:00-12:00" --sector AI=4h
on what-if --days +1 --rule big_shot_a_day=50
on what-if --without "Cy Carver" --keep --out "$work/documents" | grep -v "  wrote"
on replan boston-april-2023 --cancel "Ann Ashcombe" --out "$work/documents"
