"""`python -m graphbuild`."""

from graphbuild.cli.main import main

if __name__ == "__main__":
    main()
