"""The table of a benchmark: one line for each thing measured, peers side by side, targets held or missed."""

import statistics
from collections.abc import Mapping, Sequence

PEERS = ("product", "floor", "otree")


class Table:
    """Lines of numbers; `missed` once a target is not held."""

    def __init__(self, title: str) -> None:
        self.missed = False
        self._lines = [title, "", _line("", PEERS, "/ floor", "/ oTree", "target")]

    def rates(
        self, name: str, taken: Mapping[str, Sequence[float]], least: tuple[float, float] | None
    ) -> None:
        """Add rates, in medians; `least` are the shares of the floor's and of oTree's that are wanted.

        A peer that was measured as often, in turn with the product, is compared run by run: what else the
        machine did then slowed both.
        """
        median = {peer: statistics.median(runs) for peer, runs in taken.items() if runs}
        ours, ratios = taken["product"], {}
        for peer in PEERS[1:]:
            if theirs := taken.get(peer):
                paired = (
                    zip(ours, theirs, strict=True)
                    if len(theirs) == len(ours)
                    else [(median["product"], median[peer])]
                )
                ratios[peer] = statistics.median(a / b for a, b in paired)
        target = ""
        if least:
            wanted = dict(zip(("floor", "otree"), least, strict=True))
            held = all(ratio >= wanted[peer] for peer, ratio in ratios.items())
            target = self._verdict(f"≥ {least[0]:g} and {least[1]:g} times", held)
        self._add(name, median, ratios, target)

    def at_most(self, name: str, found: Mapping[str, float], most: float) -> None:
        """Add a number that the product keeps at or under `most`.

        Where the bare floor is above it too, the machine is too busy for the question, and nothing is judged.
        """
        ratios = {p: found["product"] / found[p] for p in PEERS[1:] if found.get(p)}
        held = found["product"] <= most
        if not held and found.get("floor", 0) > most:
            self._add(name, found, ratios, f"≤ {most:g} not judged: the floor is above it too")
        else:
            self._add(name, found, ratios, self._verdict(f"≤ {most:g}", held))

    def tell(self, name: str, found: Mapping[str, float]) -> None:
        """Add a number for which there is no target."""
        self._add(name, found, {p: found["product"] / found[p] for p in PEERS[1:] if found.get(p)}, "")

    def text(self) -> str:
        """Return the table."""
        return "\n".join(self._lines)

    def _verdict(self, target: str, held: bool) -> str:
        self.missed |= not held
        return f"{target} {'held' if held else 'MISSED'}"

    def _add(self, name: str, found: Mapping[str, float], ratios: Mapping[str, float], target: str) -> None:
        numbers = [_number(found.get(peer)) for peer in PEERS]
        shares = [f"{ratios[peer]:.2f}" if peer in ratios else "" for peer in ("floor", "otree")]
        self._lines.append(_line(name, numbers, *shares, target))


def _line(name: str, numbers: Sequence[str], *rest: str) -> str:
    return f"{name:<44}" + "".join(f"{text:>10}" for text in (*numbers, *rest[:2])) + f"   {rest[2]}"


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return (
        f"{value:.0f}"
        if value >= 100 or value == int(value)
        else f"{value:.1f}"
        if value >= 10
        else f"{value:.2f}"
    )
