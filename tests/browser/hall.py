"""A server whose addresses are the lines of a file: 127.0.0.2 and others stand in for a hall's network.

Usage, from the root: python -m tests.browser.hall DATA PORT FILE.
"""

import sys
from pathlib import Path

from screening.app import create_app
from screening.config import Settings
from screening.network import Address
from screening.server import announcement, listen, own, prepare_data


def main(data: Path, port: int, file: Path) -> None:
    def find() -> list[Address]:
        return [Address(ip, f"card{n}") for n, ip in enumerate(file.read_text("utf-8").split())]

    settings = Settings(data=data, port=port, find=find)
    prepare_data(data)
    lock = own(settings)
    server = listen(create_app(settings), settings)
    print("\n".join(announcement(settings, fresh=True)), flush=True)
    try:
        server.run()
    finally:
        lock.release()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
