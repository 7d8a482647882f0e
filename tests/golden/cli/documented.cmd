"$attache" help --markdown | diff - docs/cli.md && echo "docs/cli.md says what the program says"
