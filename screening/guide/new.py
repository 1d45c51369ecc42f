"""A small commented guide to start from."""

import re
from pathlib import Path

from screening.guide.faults import Fault, GuideError

_SLUG = re.compile(r"[a-z][a-z0-9-]{1,60}")

_HEAD = """# Un guide : ce fichier, et une page Markdown par étape. Changez tout ce qui est entre guillemets.
# Vérifiez avec : screening guide check SLUG
title.fr = "Mon film"
version = "0.1"
languages = ["fr"]
# L'ordre des étapes. Un fichier commence par un en-tête entre +++ ; le reste est pour qui anime.
steps = ["avant.md", "film.md", "apres.md", "sequence.md", "suite.md"]

[suggested_sequences]
1 = ["sequence"]

[film]
title.fr = "Mon film"
year = 2026
minutes = 20
makers.fr = "Qui l'a fait"
synopsis.fr = "En deux phrases."
link = ""

# D'où vient le guide, et de qui.
[source]
title.fr = "Notre préparation"
authors.fr = "Notre équipe"

# Une référence par texte cité ; les chiffres la nomment par son id.
[[references]]
id = "rapport-2026"
text = "Un rapport (2026)."

# Les questions, dans l'ordre où on les pose. Genres : words, scale, estimate, choice, text.
# Lue à voix haute : recordings = [{language = "fr", file = "theme.mp3"}], le fichier dans recordings/.
# Pour qui lit peu : picture_set = true, sous un autre id, avec des options à pictogramme et most = 3.
[[questions]]
id = "w_theme"
kind = "words"
moments = ["before", "after"]
default_set = true
short.fr = "Mots pour le thème"
wording.fr = "Le thème du film : à quoi cela vous fait-il penser ? Trois mots au plus."
plain.fr = "Le thème du film : dites trois mots."

[[questions]]
id = "s_avis"
kind = "scale"
moments = ["before", "after"]
default_set = true
short.fr = "L'avis"
wording.fr = "Une phrase neutre, avec laquelle on peut être d'accord ou pas."
plain.fr = "Êtes-vous d'accord ?"
labels = [
    {fr = "Pas du tout d'accord"},
    {fr = "Plutôt pas d'accord"},
    {fr = "Entre les deux"},
    {fr = "Plutôt d'accord"},
    {fr = "Tout à fait d'accord"},
]
toward_low.fr = "moins d'accord"
toward_high.fr = "davantage d'accord"

# Une soirée toute prête ; les minutes des parties font la durée.
[[run_sheets]]
minutes = 60
parts = [
    {title = {fr = "Accueil et réponses"}, minutes = 12, steps = ["avant"]},
    {title = {fr = "Le film"}, minutes = 20, steps = ["film"]},
    {title = {fr = "Réponses et débat"}, minutes = 20, steps = ["apres", "sequence"]},
    {title = {fr = "Et maintenant ?"}, minutes = 8, steps = ["suite"], protected = true},
]
"""

_STEPS = {
    "avant": (
        "before",
        "Avant le film",
        "",
        "Ce qu'on dit avant le film, et pourquoi on pose des questions.",
    ),
    "film": ("film", "Le film", "", "Vérifiez l'image, le son, les sous-titres."),
    "apres": (
        "after",
        "Après le film",
        '[[prompts]]\ntext.fr = "Qu\'est-ce qui vous a marqué·es ?"\n',
        "Deux minutes de silence, puis les réponses, puis la parole.",
    ),
    "sequence": (
        "sequence",
        "Une séquence",
        """duration = {min = 5, ideal = 8, max = 12}
# Ce que l'écran peut montrer : une phrase, des questions, des chiffres, des paroles. Rien d'autre n'y va.
screen.fr = "Une phrase sur ce passage."
[[prompts]]
text.fr = "Qu'avez-vous vu ?"
[[figures]]
id = "chiffre"
value = "1 sur 2"
what.fr = "ce que l'on compte"
year = "2026"
source = "rapport-2026"
""",
        "## Ce qu'on voit\n\nDécrivez.\n\n## Pour animer\n\nComment mener ce moment.",
    ),
    "suite": ("closing", "Et maintenant ?", "", "Un mot par personne, puis une chose à faire ensemble."),
}


def new(slug: str, folder: Path) -> Path:
    """Write a small guide that passes `guide check` into `folder/slug`; raises GuideError if it is there."""
    if not _SLUG.fullmatch(slug):
        message = "des minuscules, des chiffres et des tirets seulement, par exemple « mon-film »"
        raise GuideError([Fault(slug, "", message)])
    made = folder / slug
    if made.exists():
        raise GuideError([Fault(str(made), "", "ce dossier est déjà là ; choisissez un autre nom")])
    made.mkdir(parents=True)
    (made / "guide.toml").write_text(_HEAD.replace("SLUG", slug), "utf-8")
    for name, (kind, title, more, body) in _STEPS.items():
        head = f'+++\nid = "{name}"\nkind = "{kind}"\ntitle.fr = "{title}"\n{more}+++\n'
        (made / f"{name}.md").write_text(f"{head}{body}\n", "utf-8")
    return made
