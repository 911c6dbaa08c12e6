"""``python -m onrecord.cli``: the command line where no script is installed."""

from onrecord.cli.main import main

if __name__ == "__main__":
    main()
