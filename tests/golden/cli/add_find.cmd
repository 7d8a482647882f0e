. tests/golden/office
on add "Jay Y. Lee" --email jay@hanbit.example --organisation "Hanbit Electronics" --title Chair
on find 이재용
on add "Jay Y Lee" --email jay@hanbit.example
on add "Jay Y Lee" --email jay@hanbit.example
on find "jay l" --json
on find zzzyx
on add Kim --email nowhere
