"""What an imported file brought, in sentences: for the page and the command alike."""

from screening.output.people import Say, identity


def told(new: bool, debrief: str, coding: str, _: Say = identity) -> list[str]:
    """Return what happened, the most important first; `debrief` and `coding` are same, offered or older."""
    if new:
        return [_("La séance est importée.")]
    said = [_("Cette séance est déjà ici, avec les mêmes réponses : elles n’ont pas changé.")]
    if debrief == "offered":
        said.append(_("Le fichier apporte un débriefing plus récent : à vous de le prendre ou non."))
    if coding == "offered":
        said.append(
            _(
                "Le fichier apporte un classement plus récent des mots et des textes : à vous de le "
                "prendre ou non."
            )
        )
    if debrief == "older":
        said.append(_("Le débriefing du fichier est plus ancien que le nôtre, qui reste."))
    if coding == "older":
        said.append(
            _("Le classement des mots et des textes du fichier est plus ancien que le nôtre, qui reste.")
        )
    return said


def decided(merges: list[tuple[str, str]], themes: list[str], quotes: int, _: Say = identity) -> list[str]:
    """Return what a coding holds: words joined, names of themes, how many quotes are approved."""
    joined = ", ".join(f"{source} → {target}" for source, target in merges)
    return [
        _("Mots réunis : %(list)s", list=joined or "–"),
        _("Thèmes : %(list)s", list=", ".join(themes) or "–"),
        _("Citations approuvées : %(n)s", n=quotes),
    ]
